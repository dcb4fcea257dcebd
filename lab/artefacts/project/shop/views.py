"""Views as a user would write them around the exported files."""

from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.test.utils import CaptureQueriesContext

from invoices.models import Invoice
from shop import export_view, list_queries
from shop.upload_hash import sha256_of

#: The exported file holds one of the two, as the plan says.
stream = getattr(export_view, "stream_csv", None) or export_view.stream_workbook


def invoices(request):
    """So many, in order."""
    return Invoice.objects.filter(pk__lte=request.GET["rows"]).order_by("pk")


def quiet(request):
    """Answers without the database."""
    return HttpResponse("here")


def row(request):
    """One row."""
    return HttpResponse(Invoice.objects.get(pk=1).number)


def export(request):
    """As many invoices as are asked for, and their columns."""
    return stream(invoices(request), request.GET["columns"].split(","))


def upload(request):
    """The hash of a file."""
    return JsonResponse({"sha256": sha256_of(request.FILES["file"])})


def names(request):
    """The customers' names of a list of invoices, and the number in a loop over all."""
    with CaptureQueriesContext(connection) as queries:
        listed = [one.customer.name for one in list_queries.listed(invoices(request), "customer")]
    every = sum(1 for one in list_queries.each(invoices(request), "customer") if one.customer)
    return JsonResponse(
        {
            "rows": list_queries.ROWS,
            "queries": len(queries),
            "listed": listed,
            "each": every,
        }
    )
