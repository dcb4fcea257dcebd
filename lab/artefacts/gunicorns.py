"""A real Gunicorn on a socket of its own: its resolved settings, its processes, its answers."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from artefacts.checks import Wrong
from artefacts.plans import MODULES
from harness import meters
from harness.service import clean_environment

HERE = Path(__file__).resolve().parent
SERVICE = HERE.parent / "service"
PROJECT = HERE / "project"
SECONDS = 600
#: Those that run; several threads start and stop them.
RUNNING = set()


class Gunicorn:
    """A running Gunicorn; use it in a `with` statement.

    It starts in `folder`, where it reads gunicorn.conf.py if there is one, through
    `resolved.py`, which writes down what was resolved and moves it to the socket.
    """

    def __init__(self, python, folder, variables, arguments, database="", timeout=None):
        self.folder = folder
        self.command = [python, HERE / "resolved.py", *arguments]
        self.variables = {
            **clean_environment(),
            # The control socket lies below it, one for each Gunicorn.
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": f"{folder}:{SERVICE}",
            "LAB_DB_SOCKET": str(database),
            "LAB_STACK": "django",
            "RESOLVED": str(folder / "resolved.json"),
            "RESOLVED_BIND": f"unix:{folder / 'socket'}",
            **({"RESOLVED_TIMEOUT": str(timeout)} if timeout else {}),
            **variables,
        }

    def __enter__(self):
        self.out = (self.folder / "stdout").open("w+b")
        self.err = (self.folder / "stderr").open("w+b")
        self.process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=self.out,
            stderr=self.err,
            start_new_session=True,
        )
        RUNNING.add(self.process.pid)
        try:
            self.wait_until_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # How a service ends is not looked at here, and workers that still load end late.
        kill(self.process.pid)
        self.process.wait()
        RUNNING.discard(self.process.pid)
        self.out.close()
        self.err.close()

    def wait_until_ready(self):
        """Until as many processes as were resolved have been there for a while."""
        end = time.monotonic() + SECONDS
        quiet = 0
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Wrong(f"Gunicorn ended with {self.process.returncode}: {self.complaint()}")
            ready = (self.folder / "socket").exists() and self.count() == self.settings()["workers"]
            quiet = quiet + 1 if ready else 0
            if quiet == 4:
                return
            time.sleep(0.05)
        raise Wrong(f"{self.count()} workers after {SECONDS} s: {self.complaint()}")

    def workers(self):
        """The workers' process ids."""
        return meters.children(self.process.pid)

    def count(self):
        """The workers, as processes."""
        return len(self.workers())

    def settings(self):
        """What Gunicorn made of file, variables and arguments."""
        try:
            return json.loads((self.folder / "resolved.json").read_text())
        except FileNotFoundError:
            return {"workers": None}

    def complaint(self):
        return (self.folder / "stderr").read_text("utf-8", "replace")[-2000:]

    def lines(self):
        """What it printed so far."""
        return (self.folder / "stdout").read_text("utf-8").splitlines()

    def get(self, path):
        return self.ask("GET", path)

    def ask(self, method, path, body=None, headers=None):
        """One request on a connection of its own: the status and the body."""
        connection = Connection(self.folder / "socket")
        with contextlib.closing(connection):
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()


class Connection(http.client.HTTPConnection):
    """HTTP over a local socket."""

    def __init__(self, path):
        super().__init__("127.0.0.1", timeout=SECONDS)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


def kill(group):
    """Ends a Gunicorn with its workers; it may have ended by itself."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def kill_all():
    """Ends every Gunicorn that still runs, so that an interrupted check leaves none behind."""
    for group in list(RUNNING):
        kill(group)


@contextlib.contextmanager
def folder():
    """A short path, because a socket's may have 107 letters at the most."""
    with tempfile.TemporaryDirectory(prefix="headroom-run-") as name:
        yield Path(name)


def project(plan, into):
    """The project with the exported files where their heads say."""
    shutil.copytree(PROJECT, into, dirs_exist_ok=True)
    for file in MODULES:
        shutil.copy(plan.files / file, into / "shop" / file)
    shutil.copy(plan.files / "gunicorn.conf.py", into)
    with (into / "shop/settings.py").open("a") as settings:
        settings.write("\n".join(["", *plan.commands("settings_memory.py"), ""]))
