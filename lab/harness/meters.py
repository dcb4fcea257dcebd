"""What a process and its memory cost, read from the kernel.

Per process: RSS, PSS, USS, private dirty and anonymous memory, and the
high-water mark since it was last reset.
"""

import contextlib
from pathlib import Path

from harness.rows import MIB

SMAPS = {
    "Rss": "rss",
    "Pss": "pss",
    "Pss_Anon": "pss_anon",
    "Pss_Shmem": "pss_shmem",
    "Private_Clean": "private_clean",
    "Private_Dirty": "private_dirty",
    "Anonymous": "anon",
}


def fields(text):
    """`Name:  12 kB` lines, in bytes."""
    found = {}
    for line in text.splitlines():
        name, _, rest = line.partition(":")
        words = rest.split()
        if len(words) == 2 and words[1] == "kB":
            found[name] = int(words[0]) * 1024
    return found


def process(pid):
    """One process's memory in MiB, by the names of `SMAPS`, with `uss`."""
    found = fields(Path(f"/proc/{pid}/smaps_rollup").read_text())
    values = {short: found.get(name, 0) / MIB for name, short in SMAPS.items()}
    values["uss"] = values.pop("private_clean") + values["private_dirty"]
    return values


def high_water(pid):
    """The most RSS the process had since `reset_high_water`, in MiB."""
    return fields(Path(f"/proc/{pid}/status").read_text())["VmHWM"] / MIB


def reset_high_water(pid):
    """Starts the high-water mark at the present RSS."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")


def children(pid):
    """The processes that this one has started and that still run."""
    found = []
    with contextlib.suppress(FileNotFoundError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            found += [int(child) for child in (task / "children").read_text().split()]
    return sorted(found)


def descendants(pid):
    """Children, their children, and so on."""
    found = []
    for child in children(pid):
        found += [child, *descendants(child)]
    return found
