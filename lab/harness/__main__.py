"""Runs cases: `python3 -m harness --environment plain=FOLDER [CASE...]`."""

import argparse
import contextlib
import signal
import sys
from pathlib import Path

from harness import cases, postgres, quick
from harness.bench import Bench
from harness.service import PROJECT
from harness.setup import prepare

ROWS = PROJECT.parent / "rows"


def arguments():
    parser = argparse.ArgumentParser(prog="harness", description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(cases.ALL))
    parser.add_argument("--environment", action="append", required=True, metavar="NAME=FOLDER")
    parser.add_argument("--postgres", type=Path, required=True, help="PostgreSQL's programs")
    parser.add_argument("--rows", type=Path, default=ROWS, help="where the rows are written")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--only", default="", metavar="TEXT", help="only knobs that contain this")
    parser.add_argument("--quick", action="store_true", help="a few cases, against known rows")
    given = parser.parse_args()
    for case in given.cases:
        if case not in cases.ALL:
            parser.error(f"there is no case `{case}`, only {', '.join(cases.ALL)}")
    return given


def main():
    # What was started is stopped, also when the harness is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    given = arguments()
    environments = {}
    for pair in given.environment:
        name, folder = pair.split("=", 1)
        environments[name] = Path(folder)
    with postgres.Postgres(given.postgres) as database:
        prepare(environments["plain"], database)
        bench = Bench(environments, database, given.rows, given.repeats, given.only)
        print(f"Meter: {bench.meter}. Versions: {bench.versions_of('plain')}", flush=True)
        if given.quick:
            return quick.check(bench, ROWS)
        with contextlib.closing(bench):
            for name in given.cases or cases.ALL:
                bench.run(cases.ALL[name])
    for failure in bench.failed:
        print(f"failed: {failure}")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
