"""Writes log lines of about 220 bytes."""

import logging

from django.http import HttpResponse

LOGGER = logging.getLogger("lab")
TEXT = "invoice processed " + "x" * 140


def write_lines(request):
    """Writes `lines` lines."""
    for number in range(int(request.GET["lines"])):
        LOGGER.info("%08d %s", number, TEXT)
    return HttpResponse("written")
