"""What a case is given: services to start, and a place for what it measures."""

import contextlib
import datetime
import subprocess
import tempfile
import traceback
from pathlib import Path

from harness import cgroups, rows
from harness.applications import APPLICATIONS, Installed
from harness.service import Service

#: Which virtual environment each stack runs in; what is installed beside it would be imported.
ENVIRONMENT_OF = {
    "django": "plain",
    "drf": "plain",
    "drf+openpyxl": "plain",
    "celery": "celery",
    "pandas": "pandas",
    "science": "science",
    "business": "business",
}

VERSIONS = """
import importlib.metadata as m, platform
short = {"django": "dj", "djangorestframework": "drf", "psycopg": "psycopg", "openpyxl": "openpyxl",
    "gunicorn": "gunicorn", "gevent": "gevent"}
found = [f"{s}{m.version(n)}" for n, s in short.items()]
print("/".join([f"py{platform.python_version()}", *found, "glibc" + platform.libc_ver()[1]]))
"""


class Bench:
    """Runs measurements, keeps their rows, and remembers what could not be measured."""

    def __init__(self, environments, postgres, folder, repeats, only=""):
        self.environments = environments
        self.postgres = postgres
        self.folder = folder
        self.repeats = repeats
        self.only = only
        self.failed = []
        self.installed = {}
        self.meter = self.find_meter()
        self.server = self.postgres.query("SHOW server_version").split(".")[0]
        self.versions = {}

    def find_meter(self):
        probe = cgroups.make("probe")
        probe.remove()
        return probe.meter

    def versions_of(self, environment):
        """What is measured in an environment, and the day."""
        if environment not in self.versions:
            done = subprocess.run(
                [self.python(environment), "-c", VERSIONS],
                capture_output=True,
                text=True,
                check=True,
            )
            today = datetime.datetime.now(tz=datetime.UTC).date()
            self.versions[environment] = f"{today}/{done.stdout.strip()}/pg{self.server}"
        return self.versions[environment]

    def python(self, environment):
        if environment not in self.environments:
            raise LookupError(f"the environment `{environment}` was not made")
        return self.environments[environment] / "bin/python"

    def service(self, stack="drf+openpyxl", variables=None, environment=None, **settings):
        """A service of the lab's own project, not started yet."""
        worker_class = settings.get("worker_class", "sync")
        settings = {
            "worker_class": worker_class,
            "workers": 1,
            # Greenlets would leave connections behind: see the case `pooling`.
            "conn_max_age": 0 if worker_class == "gevent" else 60,
            "stack": stack,
            "db_socket": self.postgres.folder,
            "eager": settings.get("preload", False),
            **settings,
        }
        python = self.python(environment or ENVIRONMENT_OF[stack])
        return Service(python, variables or {}, settings)

    def application(self, name):
        """A real application, made and filled when it is first asked for."""
        if name not in self.installed:
            environment = self.python("apps").parent.parent
            self.installed[name] = Installed(APPLICATIONS[name], environment, self.postgres)
        return self.installed[name]

    def close(self):
        """Removes what was made for the measurements."""
        for application in self.installed.values():
            application.remove()

    def run(self, case):
        """All of a case's knobs, each several times, into the case's own file."""
        writer = rows.Writer(self.folder / f"{case.NAME}.csv")
        for knobs in case.KNOBS:
            if self.only not in rows.knob_text(knobs):
                continue
            for repeat in range(getattr(case, "REPEATS", self.repeats)):
                writer.write(self.measure(case, knobs, repeat))

    def measure(self, case, knobs, repeat=0):
        """The rows of one measurement; none, and an entry in `failed`, if it went wrong."""
        knob_text = rows.knob_text(knobs)
        print(f"{case.NAME} {knob_text} #{repeat}", flush=True)
        try:
            environment = case.environment(**knobs) if hasattr(case, "environment") else "plain"
            versions = self.versions_of(environment)
            values = case.measure(self, **knobs)
        except Exception as error:
            traceback.print_exc()
            self.failed.append(f"{case.NAME} {knob_text} #{repeat}: {error!r}")
            return []
        knob_text = f"{knob_text};meter={self.meter}"
        return [
            rows.Row(
                case.NAME,
                versions,
                knob_text,
                metric,
                rows.unit(metric),
                rows.number(value),
                repeat,
            )
            for metric, value in values.items()
        ]


@contextlib.contextmanager
def temporary_folder():
    """A temporary folder, as a path."""
    with tempfile.TemporaryDirectory(prefix="headroom-lab-") as name:
        yield Path(name)
