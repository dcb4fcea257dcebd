"""Preload in services with more to share, after 50 and after 300 requests a worker."""

from harness import traffic
from harness.applications import APPLICATIONS
from harness.bench import ENVIRONMENT_OF
from harness.snapshot import snapshot
from harness.work import light_requests

NAME = "long_runs"
REPEATS = 2
WAYS = [
    {"preload": False, "eager": False, "freeze": False},
    {"preload": True, "eager": False, "freeze": False},
    {"preload": True, "eager": True, "freeze": False},
    {"preload": True, "eager": True, "freeze": True},
]
KNOBS = [{"app": app, "workers": 3, **way} for app in [*APPLICATIONS, "business"] for way in WAYS]
STEPS = [50, 250]


def environment(app, **_):
    """The environment whose versions the rows name."""
    return "apps" if app in APPLICATIONS else ENVIRONMENT_OF[app]


def measure(bench, app, **settings):
    if app in APPLICATIONS:
        application = bench.application(app)
        start = application.service(worker_class="sync", **settings)
        requests = application.requests
    else:
        start = bench.service(stack=app, **settings)
        requests = light_requests
    with start as service:
        values = snapshot(service, "boot_")
        after = 0
        for step in STEPS:
            for worker in service.workers():
                traffic.light(service, worker, list(requests(step)))
            after += step
            values |= snapshot(service, f"after_{after}_")
        return values
