"""A control group for each service, so that its memory is counted once and completely.

Version 1 and version 2 of the kernel's interface, where root may make groups;
otherwise `Processes` adds up smaps, which sees no page cache and no kernel memory.
"""

import contextlib
import os
import time
from pathlib import Path

from harness import meters
from harness.rows import MIB

ROOT = Path("/sys/fs/cgroup")


def read_stat(path):
    """The `name number` lines of a file."""
    lines = (line.split() for line in path.read_text().splitlines())
    return {name: int(value) for name, value in lines}


class Group:
    """What both versions have in common: a folder that processes are put into."""

    def __init__(self, parent, name):
        self.folder = parent / name
        self.folder.mkdir()

    def enter(self):
        """Puts the calling process into the group; for use between fork and exec."""
        (self.folder / "cgroup.procs").write_text("0")

    def add(self, pid):
        """Puts a running process into the group; what it has already is not counted."""
        (self.folder / "cgroup.procs").write_text(str(pid))

    def pids(self):
        return [int(pid) for pid in (self.folder / "cgroup.procs").read_text().split()]

    def number(self, file):
        return int((self.folder / file).read_text()) / MIB

    def remove(self):
        """The kernel may still be reaping the last process."""
        for _ in range(100):
            with contextlib.suppress(OSError):
                return self.folder.rmdir()
            time.sleep(0.05)
        raise RuntimeError(f"processes are left in {self.folder}: {self.pids()}")


class Version1(Group):
    """`memory.usage_in_bytes` and its like."""

    meter = "cgroup1"

    @classmethod
    def parent(cls):
        """The group that this process is in."""
        lines = Path("/proc/self/cgroup").read_text().splitlines()
        own = next(line.split(":", 2)[2] for line in lines if ":memory:" in line)
        return ROOT / "memory" / own.lstrip("/")

    def stat(self):
        return read_stat(self.folder / "memory.stat")

    def memory(self):
        stat = self.stat()
        return {"anon": stat["total_rss"] / MIB, "shmem": stat["total_shmem"] / MIB}

    def values(self):
        stat = self.stat()
        return {
            "cg_anon": stat["total_rss"] / MIB,
            "cg_shmem": stat["total_shmem"] / MIB,
            "cg_file": (stat["total_cache"] - stat["total_shmem"]) / MIB,
            "cg_kernel": self.number("memory.kmem.usage_in_bytes"),
            "cg_current": self.number("memory.usage_in_bytes"),
            "cg_peak": self.number("memory.max_usage_in_bytes"),
        }

    def limit(self, mib):
        (self.folder / "memory.limit_in_bytes").write_text(str(round(mib * MIB)))


class Version2(Group):
    """`memory.current` and its like."""

    meter = "cgroup2"

    @classmethod
    def parent(cls):
        """The root, whose groups may have processes; it must pass `memory` on."""
        control = ROOT / "cgroup.subtree_control"
        if "memory" not in control.read_text().split():
            control.write_text("+memory")
        return ROOT

    def stat(self):
        return read_stat(self.folder / "memory.stat")

    def memory(self):
        stat = self.stat()
        return {"anon": stat["anon"] / MIB, "shmem": stat["shmem"] / MIB}

    def values(self):
        stat = self.stat()
        return {
            "cg_anon": stat["anon"] / MIB,
            "cg_shmem": stat["shmem"] / MIB,
            "cg_file": (stat["file"] - stat["shmem"]) / MIB,
            "cg_kernel": stat["kernel"] / MIB,
            "cg_current": self.number("memory.current"),
            "cg_peak": self.number("memory.peak"),
        }

    def limit(self, mib):
        (self.folder / "memory.max").write_text(str(round(mib * MIB)))


class Processes:
    """The sum of the processes' smaps, where no group can be made.

    PSS of anonymous pages adds up to each page once, which is what a group counts.
    """

    meter = "smaps"

    def __init__(self):
        self.root = None

    def enter(self):
        """Nothing to enter."""

    def add(self, pid):
        self.root = pid

    def pids(self):
        return [self.root, *meters.descendants(self.root)] if self.root else []

    def memory(self):
        total = {"anon": 0.0, "shmem": 0.0}
        for pid in self.pids():
            # A worker may be recycled between listing and reading.
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                values = meters.process(pid)
                total["anon"] += values["pss_anon"]
                total["shmem"] += values["pss_shmem"]
        return total

    def values(self):
        return {f"cg_{name}": value for name, value in self.memory().items()}

    def remove(self):
        """Nothing was made."""


def make(name):
    """A fresh group of the kind that this machine allows."""
    for kind in (Version1, Version2):
        with contextlib.suppress(OSError, StopIteration):
            group = kind(kind.parent(), f"headroom-lab-{os.getpid()}-{name}")
            try:
                group.values()
            except (OSError, KeyError):
                group.remove()
                continue
            return group
    return Processes()
