"""The monitor behind the real Gunicorn: a thousand answers, and a line of each worker."""

import json

from artefacts.checks import each, equal, holds
from artefacts.whole import running

REQUESTS = 1000
FIELDS = {"container_mb", "container_held_mb", "container_peak_mb", "worker_mb", "plan"}


def check(checks, bench):
    """Each class, with and without preload: a thread does not survive a fork."""
    found = {}
    for plan in bench.plans:
        said = plan.wanted
        lives = said["max_requests"] == 0 or said["max_requests"] >= REQUESTS
        if lives and 0 < said["workers"] < 10:
            found.setdefault((said["class"], said["preload"]), plan)

    def one(plan):
        with checks.one(f"{plan.name}: {REQUESTS} requests to {plan.wanted['class']} workers"):
            run(bench, plan)

    each(one, found.values())


def run(bench, plan):
    with running(bench, plan) as gunicorn:
        answers = {gunicorn.get("/") for _ in range(REQUESTS)}
        equal(answers, {(200, b"here")}, "the answers")
        workers = set(gunicorn.workers())
        lines = [json.loads(line) for line in gunicorn.lines()]
    logged = [line for line in lines if line["logger"] == "memory"]
    pids = [line["worker_pid"] for line in logged]
    holds(pids and set(pids) <= workers, f"workers {pids} logged, {workers} run")
    # Each looks at once and then by its clock; on a busy machine that may come round again.
    holds(len(pids) <= 3 * len(workers), f"{len(pids)} lines of {len(workers)} workers")
    for line in logged:
        holds(line["level"] in ("info", "warn"), f"the level is {line['level']}")
        missing = FIELDS - set(line)
        holds(not missing, f"it does not say {missing}")
        holds(line["worker_mb"] > 0, "the worker holds nothing")
        equal(line["plan"], plan.wanted["logged_name"], "the plan's name")
