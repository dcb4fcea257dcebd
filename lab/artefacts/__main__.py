"""Runs all checks: `python3 -m artefacts --headroom PROGRAM --plans FOLDER ...`."""

import argparse
import signal
import sys
from pathlib import Path

from artefacts import (
    configuration,
    containers,
    django_files,
    fragments,
    gunicorns,
    monitor,
    plans,
    python_files,
    reports,
    service_views,
    shell,
    starting,
)
from artefacts.checks import Checks, each
from harness import postgres
from harness.setup import prepare

SECTIONS = {
    "Python": python_files,
    "reports": reports,
    "shell": shell,
    "containers": containers,
    "infrastructure as code": fragments,
    "Django": django_files,
    "Gunicorn's settings": configuration,
    "the number of workers": starting,
    "the monitor": monitor,
    "the views": service_views,
}


class Bench:
    """What the checks need: the plans, the database, the programs."""

    def __init__(self, given, database):
        self.database = database
        self.environment = given.environment
        self.node = given.node
        self.node_modules = given.node_modules
        self.plans = plans.read(given.plans)

    @property
    def python(self):
        return self.environment / "bin/python"

    def tool(self, name):
        return self.environment / "bin" / name


def arguments():
    parser = argparse.ArgumentParser(prog="artefacts", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--headroom", type=Path, required=True, help="the command")
    parser.add_argument("--plans", type=Path, required=True, help="what `matrix` wrote")
    parser.add_argument("--environment", type=Path, required=True, help="the virtual environment")
    parser.add_argument("--node", type=Path, required=True, help="the program")
    parser.add_argument("--node-modules", type=Path, required=True, help="what it imports")
    parser.add_argument("--postgres", type=Path, required=True, help="PostgreSQL's programs")
    given = parser.parse_args()
    for section in given.sections:
        if section not in SECTIONS:
            parser.error(f"there is no section `{section}`, only {', '.join(SECTIONS)}")
    return given


def stop(*_):
    """What was started is stopped, also when this is."""
    gunicorns.kill_all()
    sys.exit(1)


def main():
    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    given = arguments()
    checks = Checks()
    with postgres.Postgres(given.postgres) as database:
        prepare(given.environment, database)
        bench = Bench(given, database)
        with checks.section("exports by the command"):

            def export(plan):
                with checks.one(f"{plan.name}: exported"):
                    plans.export(plan, given.headroom)

            each(export, bench.plans)
        for heading, section in SECTIONS.items():
            if not given.sections or heading in given.sections:
                with checks.section(heading):
                    section.check(checks, bench)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
