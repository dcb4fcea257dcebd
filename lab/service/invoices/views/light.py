"""The small requests that warm a worker."""

from django.http import HttpResponse, JsonResponse

from invoices.models import Invoice


def ping(request):
    """Answers without the database."""
    return HttpResponse("pong")


def plain(request):
    """One page of invoices without the REST framework."""
    page = int(request.GET.get("page", "1"))
    rows = Invoice.objects.all()[(page - 1) * 50 : page * 50]
    return JsonResponse({"results": [{"id": row.id, "total": str(row.total)} for row in rows]})
