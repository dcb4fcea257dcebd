{{ sheet.head(ArtefactId::ListQueries) }}

{{ sheet.note(&Remark::ListRows) }}
ROWS = {{ rows }}
{{ sheet.note(&Remark::Chunk(*chunk)) }}
CHUNK = {{ chunk }}

{{ sheet.note(&Remark::UseQueries) }}
#   invoices = listed(Invoice.objects.order_by("pk"), "customer")
#   for invoice in each(Invoice.objects.order_by("pk"), "customer"):


def listed(queryset, *relations, rows=ROWS):
    """{{ sheet.words(&Remark::Listed) }}"""
    return with_related(queryset, relations)[:rows]


{{ each_why }}
def each(queryset, *relations):
    return with_related(queryset, relations).iterator(chunk_size=CHUNK)


{{ related_why }}
def with_related(queryset, relations):
    return queryset.{{ related }}(*relations) if relations else queryset
