"""What runs beside the service: a Celery worker by its concurrency, PostgreSQL by connections."""

import contextlib
import subprocess
import time

from harness import cgroups, meters
from harness.postgres import Postgres
from harness.service import PROJECT, clean_environment

NAME = "neighbours"
KNOBS = [{"neighbour": "celery", "size": size} for size in (1, 2, 4, 8)] + [
    {"neighbour": "postgres", "size": size} for size in (1, 10, 50)
]
SETTLE = 8
TABLE = """
CREATE TABLE numbers AS
SELECT n AS id, n * 1.21 AS total, repeat('x', 480) AS text FROM generate_series(1, 100000) AS n
"""


def measure(bench, neighbour, size):
    return {"celery": celery, "postgres": postgres}[neighbour](bench, size)


def celery(bench, size):
    """A Celery worker that has loaded the Django project, with so many processes, at rest."""
    group = cgroups.make(f"celery-{size}")
    process = subprocess.Popen(
        [
            bench.python("business"),
            *("-m", "celery", "-A", "labsite.tasks", "-b", "memory://", "worker"),
            *("--concurrency", str(size), "--loglevel", "ERROR"),
        ],
        cwd=PROJECT,
        env=clean_environment()
        | {"LAB_DB_SOCKET": str(bench.postgres.folder), "C_FORCE_ROOT": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=group.enter,
    )
    group.add(process.pid)
    try:
        end = time.monotonic() + 120
        while len(meters.descendants(process.pid)) < size:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError("the Celery worker did not start its processes")
            time.sleep(0.2)
        time.sleep(SETTLE)
        children = [meters.process(pid) for pid in meters.descendants(process.pid)]
        values = group.values()
        values["parent_private_dirty"] = meters.process(process.pid)["private_dirty"]
        values["child_private_dirty"] = sum(c["private_dirty"] for c in children) / len(children)
        return values
    finally:
        process.terminate()
        process.wait()
        group.remove()


def postgres(bench, size):
    """A server with so many connections open, each after one query over 20,000 invoices."""
    group = cgroups.make(f"postgres-{size}")
    with contextlib.ExitStack() as stack:
        stack.callback(group.remove)
        server = stack.enter_context(Postgres(bench.postgres.programs))
        group.add(server.process.pid)
        for pid in meters.descendants(server.process.pid):
            group.add(pid)
        server.query(TABLE)
        values = {f"boot_{name}": value for name, value in group.values().items()}
        for _ in range(size):
            stack.enter_context(server.session("SELECT count(total) FROM numbers WHERE id < 20000"))
        time.sleep(2)
        backends = server.backends()
        values |= group.values()
        values["backend_private_dirty"] = sum(
            meters.process(pid)["private_dirty"] for pid in backends
        ) / len(backends)
        return values
