"""Uploads whose temporary files lie on disk or in memory, where they cannot be reclaimed."""

import tempfile

from harness import traffic
from harness.sampler import Sampler
from harness.snapshot import snapshot
from harness.work import upload, warm

NAME = "tmpfs"
FOLDERS = {"disk": None, "memory": "/dev/shm"}
KNOBS = [
    {"folder": folder, "megabytes": megabytes, "at_once": at_once}
    for folder in FOLDERS
    for megabytes in (15, 50)
    for at_once in (1, 3)
]


def measure(bench, folder, megabytes, at_once):
    with (
        tempfile.TemporaryDirectory(prefix="headroom-lab-", dir=FOLDERS[folder]) as place,
        bench.service(worker_class="gthread", threads=4, upload_folder=place) as service,
    ):
        warm(service)
        values = snapshot(service, "warm_")
        with Sampler(service.group) as sampler:
            requests = [upload("chunks", megabytes)] * at_once
            traffic.together(service, requests, service.workers())
        return values | snapshot(service, "after_") | sampler.values()
