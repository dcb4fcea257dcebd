"""A view that leaks, for the saw-tooth of recycled workers."""

from django.http import HttpResponse

KEPT = []


def leak(request):
    """Keeps `bytes` bytes for good, in small pieces, as leaks do."""
    KEPT.append([bytes(500) for _ in range(int(request.GET["bytes"]) // 533)])
    return HttpResponse("kept")
