"""Tidy rows: one value a line, with all that is needed to repeat it."""

import csv
import statistics
from pathlib import Path
from typing import NamedTuple

HEADER = ["case", "versions", "knobs", "metric", "unit", "value", "repeat"]
MIB = 1024 * 1024


class Row(NamedTuple):
    """One measured value."""

    case: str
    versions: str
    knobs: str
    metric: str
    unit: str
    value: str
    repeat: int

    @property
    def key(self):
        """What rows of one quantity have in common, whatever machine measured it."""
        return self.case, without_meter(self.knobs), self.metric


def knob_text(knobs):
    """`a=1;b=2`, in the order given."""
    return ";".join(f"{name}={text(value)}" for name, value in knobs.items())


def text(value):
    """A knob's value; switches are 0 and 1."""
    return str(int(value)) if isinstance(value, bool) else str(value)


def without_meter(knobs):
    """The knobs less the one that says how it was measured."""
    return ";".join(knob for knob in knobs.split(";") if not knob.startswith("meter="))


def number(value):
    """A value as it is written: whole, or with four digits after the point."""
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def unit(metric):
    """Metrics are memory, unless their name says that they count something."""
    return "count" if metric.startswith("count_") else "MiB"


class Writer:
    """Writes rows to a new file, each as soon as it is measured, so that nothing is lost."""

    def __init__(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = path.open("w", newline="")
        self.writer = csv.writer(self.file, lineterminator="\n")
        self.writer.writerow(HEADER)

    def write(self, rows):
        self.writer.writerows(rows)
        self.file.flush()


def read(path: Path):
    """The rows of a file."""
    with path.open(newline="") as file:
        lines = csv.reader(file)
        next(lines)
        return [Row(*line[:6], int(line[6])) for line in lines]


def medians(rows):
    """The median of each quantity, and its spread: the largest less the smallest."""
    groups = {}
    for row in rows:
        groups.setdefault(row.key, []).append(float(row.value))
    return {
        key: (statistics.median(values), max(values) - min(values))
        for key, values in groups.items()
    }
