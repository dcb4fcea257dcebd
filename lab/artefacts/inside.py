"""Inside the project: Django's own checks, a line of each level, many requests.

`inside.py RESULT REQUESTS` writes what it saw to a file; what is logged goes where it goes.
"""

import json
import logging
import os
import sys
import time
from pathlib import Path

import django
from django.core import checks

SECONDS = 20


def main(result, requests):
    django.setup()
    from django.conf import settings

    messages = checks.run_checks(include_deployment_checks=True)
    found = {"checks": sorted(str(one.id) for one in messages), "debug": settings.DEBUG}
    if hasattr(settings, "DATABASE"):
        found["database"] = settings.DATABASES["default"]
        say()
        found["monitored"] = monitored(int(requests))
    Path(result).write_text(json.dumps(found, default=str))


def say():
    """One line of each level, of which one has line ends and one an exception."""
    logger = logging.getLogger("shop")
    for level in ("debug", "info", "warning", "error", "critical"):
        getattr(logger, level)("one %s\ntwo", level, extra={"rows": 3})
    try:
        raise ValueError("no\nrows")
    except ValueError:
        logger.exception("failed")


def monitored(requests):
    """What the monitor logs while requests are answered: its thread looks at once, and once."""
    from django.test import Client
    from shop import memory_monitor

    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append([record.levelname, record.worker_pid])
    logging.getLogger("memory").addHandler(handler)
    logging.getLogger("memory").propagate = False
    memory_monitor.THRESHOLD, memory_monitor.CHECK_EVERY = sys.maxsize, 3600
    client = Client()
    answers = {client.get("/").status_code for _ in range(requests)}
    until = time.monotonic() + SECONDS
    while not lines and time.monotonic() < until:
        time.sleep(0.01)
    return {"answers": list(answers), "lines": lines, "pid": os.getpid()}


main(*sys.argv[1:])
