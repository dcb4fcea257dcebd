"""The note's export, in its naive forms and in those that stream."""

import csv
import io
from datetime import datetime

from django.http import FileResponse, HttpResponse, StreamingHttpResponse

from invoices.models import Invoice

COLUMNS = [field.attname for field in Invoice._meta.fields if field.attname != "id"]
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Wanted:
    """What a request asks for: how many rows and columns, and rows a chunk."""

    def __init__(self, parameters):
        self.rows = Invoice.objects.all()[: int(parameters.get("rows", "10000"))]
        self.columns = COLUMNS[: int(parameters.get("columns", "25"))]
        self.chunk = int(parameters.get("chunk", "2000"))

    def cells(self, invoice):
        """The invoice's values; openpyxl refuses time zones."""
        return [without_zone(getattr(invoice, column)) for column in self.columns]

    def stream(self):
        """Row after row, never all of them."""
        return map(self.cells, self.rows.iterator(chunk_size=self.chunk))


def without_zone(value):
    """The value, without its time zone if it has one."""
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def workbook_naive(wanted):
    """Everything three times: a list, an ordinary workbook, and the file in memory."""
    return workbook(wanted, map(wanted.cells, list(wanted.rows)))


def workbook_iterator(wanted):
    """The half fix: an iterator into an ordinary workbook."""
    return workbook(wanted, wanted.stream())


def workbook(wanted, rows):
    """An ordinary workbook, which keeps every cell, written into memory."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(wanted.columns)
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return HttpResponse(file.getvalue(), content_type=SHEET)


def write_only(wanted):
    """A write-only workbook fed by an iterator: rows go to a temporary file."""
    import tempfile

    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(wanted.columns)
    for row in wanted.stream():
        sheet.append(row)
    file = tempfile.TemporaryFile()  # noqa: SIM115, the response closes it
    book.save(file)
    file.seek(0)
    return FileResponse(file, content_type=SHEET)


def csv_naive(wanted):
    """A list, and the text in memory."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(wanted.columns)
    for invoice in list(wanted.rows):
        writer.writerow(wanted.cells(invoice))
    return HttpResponse(file.getvalue(), content_type="text/csv")


class Echo:
    """A file for `csv.writer` that hands each line back."""

    def write(self, line):
        """Keeps nothing."""
        return line


def csv_stream(wanted):
    """Line by line, as it is sent."""
    writer = csv.writer(Echo())
    return StreamingHttpResponse(map(writer.writerow, wanted.stream()), content_type="text/csv")


FORMS = {
    form.__name__: form
    for form in (workbook_naive, workbook_iterator, write_only, csv_naive, csv_stream)
}


def export(request, form):
    """Answers with the export in the form that the address names."""
    return FORMS[form](Wanted(request.GET))
