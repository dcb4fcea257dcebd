"""The proof: whole services, as in `scenarios.json`, none of which is used for a fit."""

import json
from pathlib import Path

from harness import scenario

NAME = "scenarios"
FILE = Path(__file__).resolve().parents[2] / "scenarios.json"
SCENARIOS = {one["name"]: one for one in json.loads(FILE.read_text())}
KNOBS = [{"name": name} for name in SCENARIOS]


def measure(bench, name):
    return scenario.run(bench, SCENARIOS[name])
