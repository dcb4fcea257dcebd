"""Runs an exported script with a stand-in for `railway` that records what it is asked for."""

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from artefacts.checks import Wrong

STAND_IN = Path(__file__).with_name("stand_in")


@dataclass(frozen=True)
class Call:
    """One call: its words and its standard input."""

    words: list
    input: str


def calls(plan, file, variables=None):
    """What the script asks `railway` for; it must succeed and write no file."""
    with tempfile.TemporaryDirectory(prefix="headroom-railway-") as name:
        folder = Path(name)
        (folder / "here").mkdir()
        (folder / "record").touch()
        done = subprocess.run(
            ["sh", plan.files / file],
            cwd=folder / "here",
            env={
                "PATH": f"{STAND_IN}:{os.environ['PATH']}",
                "RECORD": str(folder / "record"),
                **(variables or {}),
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise Wrong(f"{file} ended with {done.returncode}: {done.stderr}")
        if left := sorted(one.name for one in (folder / "here").iterdir()):
            raise Wrong(f"{file} wrote {left}")
        return [call(one) for one in (folder / "record").read_text().split("\2") if one]


def call(written):
    words, _, given = written.partition("\1")
    return Call(words.split("\0")[:-1], given)
