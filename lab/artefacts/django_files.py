"""The exported settings and the monitor, in a project, under Django itself."""

import json
import subprocess
from pathlib import Path

from artefacts.checks import each, equal, holds
from artefacts.gunicorns import PROJECT, SERVICE, folder, project
from harness.service import clean_environment

REQUESTS = 1000
INSIDE = Path(__file__).resolve().parent / "inside.py"
#: As Railway reads them: facts of 2026-08-21, docs.railway.com/observability/logs.
LEVELS = ["info", "warn", "error", "error"]


def check(checks, bench):
    """Every plan, against the same project without any exported file."""
    with folder() as place:
        project(bench.plans[0], place)
        settings = (PROJECT / "shop/settings.py").read_text()
        (place / "shop/settings.py").write_text(f"{settings}\nMIDDLEWARE = []\n")
        before, _ = inside(bench, place)

    def one(plan):
        with checks.one(f"{plan.name}: Django starts with the exported files"):
            with folder() as place:
                project(plan, place)
                found, lines = inside(bench, place)
            look(checks, plan, before, found, lines)

    each(one, bench.plans)


def inside(bench, place):
    """What `inside.py` saw, and what was printed."""
    environment = clean_environment() | {
        "DJANGO_SETTINGS_MODULE": "shop.settings",
        "PYTHONPATH": f"{place}:{SERVICE}",
        "LAB_DB_SOCKET": str(bench.database.folder),
    }
    done = subprocess.run(
        [bench.python, INSIDE, "result.json", str(REQUESTS)],
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
    )
    holds(done.returncode == 0, done.stderr)
    equal(done.stderr, "", "standard error")
    return json.loads((place / "result.json").read_text()), done.stdout.splitlines()


def look(checks, plan, before, found, lines):
    """One check for each thing that the plan or Railway asks for."""
    said = plan.wanted
    with checks.one(f"{plan.name}: `check --deploy` says nothing new"):
        equal([one for one in found["checks"] if one not in before["checks"]], [], "new")
    with checks.one(f"{plan.name}: DEBUG is off"):
        equal(found["debug"], False, "DEBUG")
    with checks.one(f"{plan.name}: DATABASES"):
        leaks = said["class"] == "gevent"
        database = found["database"]
        pool = database["OPTIONS"].get("pool", {}).get("max_size")
        kept = 0 if said["pool"] or leaks else said["conn_max_age"]
        equal(database["CONN_MAX_AGE"], kept, "CONN_MAX_AGE")
        equal(database["CONN_HEALTH_CHECKS"], said["health_checks"], "CONN_HEALTH_CHECKS")
        equal(database.get("DISABLE_SERVER_SIDE_CURSORS", False), said["pgbouncer"], "no cursors")
        equal(pool, said["pool_max"] if said["pool"] else None, "the pool's largest")
    with checks.one(f"{plan.name}: each level is one line of JSON"):
        logged = [json.loads(line) for line in lines]
        *plain, failed = logged
        equal([line["level"] for line in plain], LEVELS, "the levels")
        names = ["info", "warning", "error", "critical"]
        equal([line["message"] for line in plain], [f"one {n}\ntwo" for n in names], "messages")
        equal({line["rows"] for line in plain}, {3}, "the extra fields")
        equal((failed["level"], failed["message"]), ("error", "failed"), "the exception")
        holds("ValueError: no\nrows" in failed["exception"], "the traceback is missing")
    with checks.one(f"{plan.name}: the monitor"):
        seen = found["monitored"]
        equal(seen["answers"], [200], "the status of each answer")
        equal(seen["lines"], [["INFO", seen["pid"]]], "what it logged")
