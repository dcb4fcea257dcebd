"""Allocators: glibc's with all its arenas, with two, and jemalloc; jobs at once and in turn."""

import time
from pathlib import Path

from harness import traffic
from harness.sampler import Sampler
from harness.snapshot import snapshot
from harness.work import export, upload, warm

NAME = "arenas"
JEMALLOC = "/usr/lib/*/libjemalloc.so.2"
ALLOCATORS = ["default", "arena_max=2", "trim", "jemalloc"]
JOBS = {
    "workbooks": [export("workbook_naive", 3000)] * 4,
    "csv": [export("csv_naive", 8000)] * 4,
    "uploads": [upload("copies", 15)] * 4,
}
#: The same in a sync worker, one after the other.
IN_TURN = {
    "workbook-in-turn": [export("workbook_naive", 10_000)],
    "csv-in-turn": [export("csv_naive", 10_000)],
}
KNOBS = [{"allocator": name, "jobs": jobs} for jobs in [*JOBS, *IN_TURN] for name in ALLOCATORS]
ROUNDS = 5


def variables(allocator):
    """What makes a process use the allocator."""
    if allocator == "jemalloc":
        found = list(Path("/").glob(JEMALLOC[1:]))
        if not found:
            raise LookupError("jemalloc is missing (Debian: apt install libjemalloc2)")
        return {"LD_PRELOAD": str(found[0])}
    return {
        "default": {},
        "arena_max=2": {"MALLOC_ARENA_MAX": "2"},
        "trim": {"MALLOC_TRIM_THRESHOLD_": "131072"},
    }[allocator]


def measure(bench, allocator, jobs):
    given = variables(allocator)
    threads = {} if jobs in IN_TURN else {"worker_class": "gthread", "threads": 4}
    with (
        bench.service(variables=given, **threads) as service,
        Sampler(service.group) as sampler,
    ):
        warm(service)
        values = snapshot(service, "warm_")
        for _ in range(ROUNDS):
            traffic.together(service, (JOBS | IN_TURN)[jobs], service.workers())
        time.sleep(2)
        values |= snapshot(service, "idle_")
        warm(service)
        values |= snapshot(service, "after_light_")
    return values | sampler.values()
