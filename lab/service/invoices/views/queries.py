"""Rows with the names of their relations: one query, or one for each row."""

from django.db import connection
from django.http import JsonResponse

from invoices.models import Invoice

QUERIES = {
    "n_plus_1": Invoice.objects.all(),
    "select_related": Invoice.objects.select_related("customer", "project"),
    "prefetch_related": Invoice.objects.prefetch_related("customer", "project"),
}


def rows_with_names(request, how):
    """Reads `rows` invoices and the names of customer and project of each."""
    rows = QUERIES[how].all()[: int(request.GET.get("rows", "1000"))]
    names = [(row.customer.name, row.project.title) for row in rows]
    return JsonResponse({"rows": len(names), "queries_kept": len(connection.queries_log)})


def only_queries(request):
    """Runs `count` small queries, for what DEBUG keeps of them."""
    for key in range(1, int(request.GET["count"]) + 1):
        Invoice.objects.filter(pk=key).first()
    return JsonResponse({"queries_kept": len(connection.queries_log)})
