"""Writes log lines; with its time and its level, one is 34 bytes longer than its message."""

import logging

from django.http import HttpResponse

LOGGER = logging.getLogger("lab")
TEXT = "invoice processed "


def write_lines(request):
    """Writes `lines` lines, each with a message of so many bytes."""
    text = TEXT.ljust(int(request.GET["message"]) - 9, "x")
    for number in range(int(request.GET["lines"])):
        LOGGER.info("%08d %s", number, text)
    return HttpResponse("written")
