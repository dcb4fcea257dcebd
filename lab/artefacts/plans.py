"""The plans of the matrix and what the command exports of them."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from artefacts.checks import Wrong

#: What stands beside settings.py and views.py.
MODULES = [
    "settings_memory.py",
    "export_view.py",
    "upload_hash.py",
    "list_queries.py",
    "memory_monitor.py",
]


@dataclass(frozen=True)
class Plan:
    """A plan, what it says in plain values, and its exported files."""

    folder: Path
    wanted: dict

    @property
    def name(self):
        return f"plan {self.folder.name}"

    @property
    def files(self):
        return self.folder / "files"

    @property
    def zip(self):
        return self.folder / "all.zip"

    def text(self, file):
        return (self.files / file).read_text("utf-8")

    def commands(self, file, mark="#   "):
        """The lines that a file's comments tell to write elsewhere: `#   like this`."""
        lines = self.text(file).splitlines()
        return [line.removeprefix(mark) for line in lines if line.startswith(mark)]


def read(folder):
    """All plans below a folder, in order."""
    return [
        Plan(one, json.loads((one / "wanted.json").read_text("utf-8")))
        for one in sorted(folder.iterdir())
    ]


def export(plan, headroom):
    """Has the command write every artefact of a plan, into a folder and into a zip."""
    arguments = ["--lang", plan.wanted["lang"], "export", plan.folder / "plan.json"]
    into = ["--all", plan.files, "--zip", plan.zip]
    done = subprocess.run([headroom, *arguments, *into], capture_output=True)
    if done.returncode:
        raise Wrong(f"nothing was exported: {done.stderr.decode()}")
