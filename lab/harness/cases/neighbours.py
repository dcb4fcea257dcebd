"""What runs beside the service: a Celery worker by its concurrency, PostgreSQL by connections."""

import contextlib
import subprocess
import time

from harness import cgroups, meters
from harness.bench import temporary_folder
from harness.postgres import Postgres
from harness.service import PROJECT, clean_environment

NAME = "neighbours"
#: Processes, and small tasks that each has run.
CELERY = [(1, 0), (2, 0), (4, 0), (8, 0), (1, 200), (2, 200), (4, 200), (8, 200)]
KNOBS = [{"neighbour": "celery", "size": size, "tasks": tasks} for size, tasks in CELERY] + [
    {"neighbour": "postgres", "size": size} for size in (1, 10, 50)
]
SETTLE = 5
SECONDS = 300
TABLE = """
CREATE TABLE numbers AS
SELECT n AS id, n * 1.21 AS total, repeat('x', 480) AS text FROM generate_series(1, 100000) AS n
"""


def measure(bench, neighbour, **size):
    return {"celery": celery, "postgres": postgres}[neighbour](bench, **size)


def celery(bench, size, tasks):
    """A Celery worker with so many processes, at rest after so many small tasks a process."""
    python = bench.python("business")
    with temporary_folder() as broker, contextlib.ExitStack() as stack:
        variables = clean_environment() | {
            "LAB_DB_SOCKET": str(bench.postgres.folder),
            "LAB_BROKER_FOLDER": str(broker),
            "LAB_TASKS": str(tasks * size),
            "C_FORCE_ROOT": "1",
        }
        group = cgroups.make(f"celery-{size}")
        stack.callback(group.remove)
        worker = [*("celery", "-A", "labsite.tasks", "worker"), "--concurrency", str(size)]
        process = subprocess.Popen(
            [python, "-m", *worker, "--loglevel", "ERROR"],
            cwd=PROJECT,
            env=variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=group.enter,
        )
        group.add(process.pid)
        stack.callback(process.wait)
        stack.callback(process.terminate)
        wait_for(process, lambda: len(meters.descendants(process.pid)) >= size)
        subprocess.run([python, "-m", "labsite.tasks"], cwd=PROJECT, env=variables, check=True)
        wait_for(process, lambda: not list(broker.glob("*.msg")))
        time.sleep(SETTLE)
        children = [meters.process(pid) for pid in meters.descendants(process.pid)]
        values = group.values()
        values["parent_private_dirty"] = meters.process(process.pid)["private_dirty"]
        values["child_private_dirty"] = sum(c["private_dirty"] for c in children) / len(children)
        return values


def wait_for(process, done):
    """Waits for something that a running process is to bring about."""
    end = time.monotonic() + SECONDS
    while not done():
        if process.poll() is not None or time.monotonic() > end:
            raise RuntimeError("the Celery worker did not do what was waited for")
        time.sleep(0.2)


def postgres(bench, size):
    """A server with so many connections open, each after one query over 20,000 rows."""
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
        time.sleep(SETTLE)
        backends = server.backends()
        values |= group.values()
        values["count_backends"] = len(backends)
        # Private dirty would count the buffers that only this backend has touched.
        anon = sum(meters.process(pid)["pss_anon"] for pid in backends)
        values["backend_pss_anon"] = anon / len(backends)
        return values
