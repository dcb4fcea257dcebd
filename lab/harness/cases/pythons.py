"""The same service on other Pythons: warm, under preload, after exports, after bodies."""

import time

from harness import traffic
from harness.sampler import Sampler
from harness.snapshot import snapshot
from harness.work import export, upload, warm

NAME = "pythons"
PYTHONS = ["3.11", "3.12", "3.13"]
OFF = {"preload": False, "eager": False, "freeze": False}
ON = {"preload": True, "eager": True, "freeze": False}
FROZEN = {"preload": True, "eager": True, "freeze": True}
KNOBS = [
    {"python": python, "jobs": jobs, "workers": workers, **way}
    for python in PYTHONS
    for jobs, workers, way in [
        ("none", 1, OFF),
        ("none", 3, OFF),
        ("none", 3, ON),
        ("none", 3, FROZEN),
        ("workbook", 1, OFF),
        ("csv", 1, OFF),
        ("bodies", 1, OFF),
    ]
]
JOBS = {
    "none": [],
    "workbook": [export("workbook_naive", 10_000)] * 3,
    "csv": [export("csv_naive", 10_000)] * 3,
    "bodies": [upload("body", 15)] * 20,
}
#: Enough for the first full garbage collection, which ends most of what preload shares.
LIGHT = 250


def environment(python, **_):
    """The environment whose versions the rows name."""
    return f"python{python}"


def measure(bench, python, jobs, **settings):
    with (
        bench.service(environment=environment(python), **settings) as service,
        Sampler(service.group) as sampler,
    ):
        warm(service)
        values = snapshot(service, "warm_")
        if not JOBS[jobs]:
            warm(service, LIGHT - 50)
        for request in JOBS[jobs]:
            traffic.together(service, [request], service.workers())
        time.sleep(1)
        return values | snapshot(service) | sampler.values()
