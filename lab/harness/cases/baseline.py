"""An idle service by worker class and number: at boot, and warm after 50 requests a worker."""

from harness.snapshot import snapshot
from harness.work import warm

NAME = "baseline"
CLASSES = [
    {"worker_class": "sync", "threads": 1},
    {"worker_class": "gthread", "threads": 4},
    {"worker_class": "gthread", "threads": 16},
    {"worker_class": "gevent", "threads": 1},
]
KNOBS = [
    {**kind, "workers": workers, "control_socket": False}
    for kind in CLASSES
    for workers in (1, 2, 3, 5)
] + [{**CLASSES[0], "workers": 2, "control_socket": True}]


def measure(bench, **settings):
    with bench.service(**settings) as service:
        values = snapshot(service, "boot_")
        warm(service)
        return values | snapshot(service)
