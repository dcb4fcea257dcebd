"""A PostgreSQL of the lab's own: its data in a temporary folder, reached by a socket there.

It listens on no network address. PostgreSQL refuses to run as root, so root
hands it to the user `postgres`, or to `nobody`.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "300",
    "shared_buffers": "128MB",
    "fsync": "off",
    "autovacuum": "off",
}


class Postgres:
    """A running server; use it in a `with` statement."""

    def __init__(self, programs):
        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="headroom-lab-pg-"))
        self.user = unprivileged()
        self.process = None

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self):
        """Makes the data folder, the server and the database."""
        if self.user:
            shutil.chown(self.folder, self.user, pwd.getpwnam(self.user).pw_gid)
        self.run("initdb", "-D", self.data, "-U", "lab", "--auth=trust", "--no-sync", "-E", "UTF8")
        arguments = [f"-c{name}={value}" for name, value in SETTINGS.items()]
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.data, "-k", self.folder, *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **self.as_user(),
        )
        self.run("pg_isready", "-h", self.folder, "-d", "postgres", "-t", "0", tries=100)
        self.run("createdb", "-h", self.folder, "-U", "lab", "lab")

    def __exit__(self, *_):
        if self.process:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait()
        shutil.rmtree(self.folder)

    @property
    def data(self):
        return self.folder / "data"

    def query(self, sql):
        """The one value that a query returns."""
        return self.run("psql", "-h", self.folder, "-U", "lab", "-Atc", sql, "lab").strip()

    def load(self, file):
        """Runs a file of SQL."""
        # By standard input: the server's user may not read the checkout.
        with file.open() as sql:
            arguments = ["-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "lab", "-q", "lab"]
            self.run("psql", *arguments, stdin=sql)

    @contextlib.contextmanager
    def session(self, sql):
        """A connection that has run one query and stays open."""
        process = subprocess.Popen(
            [self.programs / "psql", "-h", self.folder, "-U", "lab", "-q", "lab"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            **self.as_user(),
        )
        process.stdin.write(f"{sql};\n")
        process.stdin.flush()
        try:
            yield
        finally:
            process.stdin.close()
            process.wait()

    def backends(self):
        """The processes that serve connections, less the one that asks."""
        found = self.query(
            "SELECT pid FROM pg_stat_activity "
            "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return [int(pid) for pid in found.split()]

    def run(self, program, *arguments, stdin=subprocess.DEVNULL, tries=1):
        """Runs one of PostgreSQL's programs, several times if it may be too early for it."""
        for attempt in range(tries):
            if attempt:
                time.sleep(0.1)
            done = subprocess.run(
                [self.programs / program, *arguments],
                stdin=stdin,
                capture_output=True,
                text=True,
                **self.as_user(),
            )
            if done.returncode == 0:
                return done.stdout
        raise RuntimeError(f"{program} failed: {done.stderr.strip() or done.stdout.strip()}")

    def as_user(self):
        """The arguments that make a process run as the server's user."""
        if not self.user:
            return {}
        entry = pwd.getpwnam(self.user)
        return {
            "user": entry.pw_uid,
            "group": entry.pw_gid,
            "extra_groups": [],
            "cwd": self.folder,
        }


def unprivileged():
    """The user to run as, or none if the harness itself is unprivileged."""
    if os.geteuid() != 0:
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"
