"""The promise: the note's service as it is, and with what Headroom exports for its target.

Both sides get the same day, pressed into minutes: in each of its rounds every worker
shares in small requests, and one export and one upload arrive together, at workers
drawn by chance. `python3 -m harness.promise --exports FOLDER ...`; `cargo xtask
promise` runs it.
"""

import argparse
import contextlib
import random
import shlex
import shutil
import statistics
import sys
import time
from pathlib import Path

from harness import meters, postgres, rows, traffic
from harness.bench import Bench, temporary_folder
from harness.sampler import Sampler
from harness.service import PROJECT, Service
from harness.setup import prepare
from harness.work import export, light_requests, upload

#: The day of `tests/src/proof/promise.rs`, which predicts it.
ROUNDS = 12
LIGHT = 100
EXPORT = {"form": "workbook_naive", "rows": 5000, "columns": 25}
UPLOAD = {"how": "copies", "megabytes": 15}
REST = 5

ROWS = PROJECT.parent / "rows"
PROMISED = PROJECT.parent / "artefacts/promised"
#: What stands beside settings.py and views.py.
MODULES = ["settings_memory.py", "export_view.py", "upload_hash.py", "memory_monitor.py"]


def now(bench, exports):
    """The note's service: five sync workers of a file, which are never recycled."""
    return contextlib.nullcontext(
        bench.service(
            worker_class="sync",
            workers=5,
            conn_max_age=600,
            control_socket=True,
            log="file",
            log_file="/dev/null",
        )
    )


@contextlib.contextmanager
def then(bench, exports):
    """The same project with the exported files where their heads say, and the variables."""
    with temporary_folder() as folder:
        shutil.copytree(PROMISED, folder / "promised")
        for file in MODULES:
            shutil.copy(exports / file, folder / "promised" / file)
        shutil.copy(exports / "gunicorn.conf.py", folder)
        lines = (exports / "settings_memory.py").read_text("utf-8").splitlines()
        with (folder / "promised/settings.py").open("a") as settings:
            settings.writelines(f"{line[4:]}\n" for line in lines if line.startswith("#   "))
        yield Promised(bench, folder, variables(exports / "variables.env"))


def variables(file):
    """What the raw editor would set."""
    lines = file.read_text("utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return {name: shlex.split(value)[0] for name, value in pairs}


class Promised(Service):
    """The service under the exported configuration."""

    application = "promised.wsgi"

    def __init__(self, bench, folder, given):
        settings = {
            "worker_class": "gevent",
            "workers": 2,
            "max_requests": 500,
            "stack": "drf+openpyxl",
            "db_socket": bench.postgres.folder,
        }
        search = {"PYTHONPATH": f"{folder}:{PROJECT}", "XDG_RUNTIME_DIR": str(folder)}
        super().__init__(bench.python("plain"), given | search, settings, folder)

    @property
    def command(self):
        # The harness stops workers that are not to serve; that is not a hang.
        address = ["--bind", f"127.0.0.1:{self.port}", "--timeout", "3600"]
        return [self.python, "-m", "gunicorn", *address, self.application]


SIDES = {"current": now, "target": then}


def day(service, chance):
    """What the service holds between the rounds, and the highest of the day."""
    quiet = []
    with Sampler(service.group) as sampler:
        for _ in range(ROUNDS):
            service.wait_until_ready()
            workers = service.workers()
            for worker in workers:
                traffic.light(service, worker, light_requests(LIGHT // len(workers)))
            service.wait_until_ready()
            drawn = chance.sample(service.workers(), 2)
            traffic.together(service, [export(**EXPORT), upload(**UPLOAD)], drawn)
            time.sleep(REST)
            quiet.append(service.group.memory()["anon"])
    return {
        "idle_anon": statistics.fmean(quiet),
        "idle_last_anon": quiet[-1],
        "peak_anon": sampler.values()["peak_anon"],
        "count_workers": len(meters.children(service.process.pid)),
    }


def measure(bench, exports, side, repeat):
    with SIDES[side](bench, exports) as made, made as service:
        return day(service, random.Random(repeat))


def main():
    parser = argparse.ArgumentParser(prog="promise", description=__doc__)
    parser.add_argument("--environment", required=True, metavar="plain=FOLDER")
    parser.add_argument("--postgres", type=Path, required=True)
    parser.add_argument("--exports", type=Path, required=True, help="the target's exported files")
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    environments = {"plain": Path(given.environment.split("=", 1)[1])}
    with postgres.Postgres(given.postgres) as database:
        prepare(environments["plain"], database)
        bench = Bench(environments, database, ROWS, given.repeats)
        writer = rows.Writer(ROWS / "promise.csv")
        for side in SIDES:
            for repeat in range(given.repeats):
                print(f"{side} #{repeat}", flush=True)
                case = argparse.Namespace(
                    NAME="promise",
                    measure=lambda bench, side, again=repeat: measure(
                        bench, given.exports.resolve(), side, again
                    ),
                )
                writer.write(bench.measure(case, {"side": side}, repeat))
    for failure in bench.failed:
        print(f"failed: {failure}")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
