"""One Gunicorn in a control group of its own, from start to stop."""

import contextlib
import itertools
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from harness import cgroups, meters

PROJECT = Path(__file__).resolve().parent.parent / "service"
NUMBERS = itertools.count()


class Service:
    """A running service; use it in a `with` statement.

    `settings` are the `LAB_...` variables of `service/gunicorn.conf.py` and
    `labsite/settings.py`, without the prefix and in lower case.
    """

    application = "labsite.wsgi"

    def __init__(self, python, variables, settings, project=PROJECT):
        self.python = python
        self.project = project
        self.workers_wanted = settings["workers"]
        self.recycles = settings.get("max_requests", 0) > 0
        self.slots = slots(settings)
        self.port = free_port()
        given = {"bind": f"127.0.0.1:{self.port}", **settings}
        self.variables = {
            **clean_environment(),
            **{f"LAB_{name.upper()}": value_text(value) for name, value in given.items()},
            **variables,
        }

    @property
    def command(self):
        """What is run in the project's folder."""
        settings = PROJECT / "gunicorn.conf.py"
        return [self.python, "-m", "gunicorn", "-c", settings, self.application]

    def __enter__(self):
        self.group = cgroups.make(next(NUMBERS))
        self.process = subprocess.Popen(
            self.command,
            cwd=self.project,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            preexec_fn=self.group.enter,
            start_new_session=True,
        )
        self.group.add(self.process.pid)
        try:
            self.wait_until_ready()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for worker in self.workers():
            signal_process(worker, signal.SIGCONT)
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            for pid in [*self.workers(), self.process.pid]:
                signal_process(pid, signal.SIGKILL)
            self.process.wait()
        self.group.remove()

    def workers(self):
        """The workers' process ids; they change when workers are recycled."""
        return meters.children(self.process.pid)

    def wait_until_ready(self, seconds=600):
        """Until all workers wait for connections, without sending any request."""
        end = time.monotonic() + seconds
        quiet = 0
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"Gunicorn ended with {self.process.returncode}")
            workers = self.workers()
            waiting = [worker for worker in workers if is_waiting(worker)]
            ready = len(waiting) == self.workers_wanted and listens(self.port)
            quiet = quiet + 1 if ready else 0
            if quiet == 10:
                return
            time.sleep(0.1)
        raise RuntimeError(f"{self.workers_wanted} workers were not ready in {seconds} s")

    def backlog(self):
        """Connections that no worker has accepted yet."""
        return next(waiting for port, waiting in listening() if port == self.port)

    def only(self, worker):
        """A context in which no other worker accepts anything."""
        return stopped([other for other in self.workers() if other != worker])


@contextlib.contextmanager
def stopped(pids):
    """Stops processes, and lets them go on afterwards."""
    for pid in pids:
        signal_process(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            signal_process(pid, signal.SIGCONT)


def signal_process(pid, number):
    """A worker may have been recycled since it was listed."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def clean_environment():
    """The search path and a language, and nothing that could change what is measured."""
    kept = ("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ}


def slots(settings):
    """Requests that one worker can have under way; a few greenlets stand for all."""
    if settings["worker_class"] == "gevent":
        return 4
    return settings.get("threads", 1)


def value_text(value):
    return str(int(value)) if isinstance(value, bool) else str(value)


def free_port():
    """A port of the loopback address that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def listening():
    """Port and number of waiting connections of each listening socket."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        words = line.split()
        if words[3] == "0A":
            yield int(words[1].split(":")[1], 16), int(words[4].split(":")[1], 16)


def listens(port):
    return any(own == port for own, _ in listening())


def is_waiting(pid):
    """Whether a worker has loaded the application and sleeps."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        return state == "S"
    except (FileNotFoundError, ProcessLookupError):
        return False
