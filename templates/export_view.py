{{ sheet.head(ArtefactId::ExportView) }}

{{ why }}

{% if csv -%}
import csv

from django.http import StreamingHttpResponse
{%- else -%}
import tempfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.http import FileResponse
from django.utils.timezone import is_aware, make_naive
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
{%- endif %}

{{ chunk_why }}
CHUNK = {{ chunk }}

{{ sheet.note(&Remark::UseExport) }}
{%- if csv %}
#   return stream_csv(Invoice.objects.order_by("pk"), ["pk", "customer__name"])
{%- else %}
#   return stream_workbook(Invoice.objects.order_by("pk"), ["pk", "customer__name"])
{%- endif %}
{{ sheet.note(&Remark::Columns) }}


def rows_of(queryset, columns):
    yield columns
    yield from queryset.prefetch_related(None).values_list(*columns).iterator(chunk_size=CHUNK)

{% if csv %}
def stream_csv(queryset, columns, file_name="export.csv"):
    """{{ sheet.words(&Remark::StreamCsv) }}"""
    writer = csv.writer(Echo())
    return StreamingHttpResponse(
        (writer.writerow(map(cell, row)) for row in rows_of(queryset, columns)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )


class Echo:
    def write(self, line):
        return line


{{ sheet.note(&Remark::CsvCell) }}
def cell(value):
    if isinstance(value, str) and value.lstrip().startswith(("=", "+", "-", "@", "|", "%")):
        return f"'{value}"
    return value
{% else %}
def stream_workbook(queryset, columns, file_name="export.xlsx"):
    """{{ sheet.words(&Remark::StreamWorkbook) }}"""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows_of(queryset, columns):
        sheet.append([cell(sheet, value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 ({{ sheet.words(&Remark::Closes) }})
    workbook.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=file_name)


{{ sheet.note(&Remark::Cell) }}
def cell(sheet, value):
    if isinstance(value, datetime) and is_aware(value):
        return make_naive(value)
    if value is None or isinstance(value, (bool, int, float, Decimal, date, time, timedelta)):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    if text.startswith("="):
        text = WriteOnlyCell(sheet, text)
        text.data_type = "s"
    return text
{% endif %}
