"""Gigabytes at rest: two ways to get there, and what each of the note's fixes saves.

97 workers are what `cpu_count() * 2 + 1` gives on a host that shows 48 CPUs; five
are what it gives with two, and each then keeps what its exports left.
"""

from harness import scenario

NAME = "riddle"
EXPORT = {"form": "workbook_naive", "rows": 15_000, "columns": 25, "chunk": 2000}
JOBS = {**EXPORT, "at_once": 1, "repeated": 2}
FIVE = {
    "worker_class": "sync",
    "workers": 5,
    "threads": 1,
    "connections": 100,
    "preload": False,
    "eager": False,
    "freeze": False,
    "max_requests": 0,
    "stack": "drf+openpyxl",
    "light": 50,
    "exports": JOBS,
    "uploads": None,
    "light_after": 0,
}
TWO = {"worker_class": "gthread", "workers": 2, "threads": 4}
GEVENT = {"worker_class": "gevent", "workers": 2, "connections": 500}
HALF_FIX = {"exports": {**JOBS, "form": "workbook_iterator", "chunk": 100}}
STREAMED = {"exports": {**JOBS, "form": "write_only", "chunk": 100}}
RECYCLED = {"max_requests": 500, "light_after": 470}
SERVICES = {
    "97-workers": {**FIVE, "workers": 97, "light": 10, "exports": None},
    "five-workers-without-exports": {**FIVE, "exports": None},
    "five-workers-after-exports": FIVE,
    "two-workers": {**FIVE, **TWO},
    "two-gevent-workers": {**FIVE, **GEVENT},
    "iterator-with-an-ordinary-workbook": {**FIVE, **HALF_FIX},
    "streamed": {**FIVE, **STREAMED},
    "recycled": {**FIVE, **RECYCLED},
    "two-workers-streamed-recycled": {**FIVE, **TWO, **STREAMED, **RECYCLED},
}
KNOBS = [{"service": name} for name in SERVICES]


def measure(bench, service):
    return scenario.run(bench, SERVICES[service])
