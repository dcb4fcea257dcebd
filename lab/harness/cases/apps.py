"""Real applications by workers, threads and preload: warm after 40 requests a worker."""

from harness import traffic
from harness.applications import APPLICATIONS
from harness.snapshot import snapshot

NAME = "apps"
OFF = {"preload": False, "eager": False, "freeze": False}
WAYS = [
    {"worker_class": "sync", "threads": 1, **OFF},
    {"worker_class": "gthread", "threads": 4, **OFF},
    {"worker_class": "sync", "threads": 1, "preload": True, "eager": False, "freeze": False},
    {"worker_class": "sync", "threads": 1, "preload": True, "eager": True, "freeze": False},
    {"worker_class": "sync", "threads": 1, "preload": True, "eager": True, "freeze": True},
]
KNOBS = [
    {"app": app, "workers": workers, **way}
    for app in APPLICATIONS
    for way in WAYS
    for workers in ((2, 4, 6) if way["preload"] else (1, 2, 4, 6))
]


def measure(bench, app, **settings):
    application = bench.application(app)
    with application.service(**settings) as service:
        values = snapshot(service, "boot_")
        for worker in service.workers():
            traffic.light(service, worker, list(application.requests(40)), service.slots)
        return values | snapshot(service)
