"""Shell commands: shellcheck finds nothing, and `railway` is asked for the plan's limit."""

import json
import subprocess
from pathlib import Path

from jsonschema import Draft202012Validator

from artefacts import railway_command
from artefacts.checks import Wrong, equal, holds

SCHEMA = Path(__file__).resolve().parent / "railway_environment.schema.json"
SERVICE = "3f2c1b4e-0000-4000-8000-0123456789ab"
#: They ask whether a plan's name in single quotes was meant to the letter. It was.
LITERAL = "SC1003,SC2016"
#: Railway's lowest alert, in dollars.
LEAST_ALERT = 5


def check(checks, bench):
    """Every script of every plan."""
    validator = Draft202012Validator(json.loads(SCHEMA.read_text()))
    for plan in bench.plans:
        for script in sorted(plan.files.rglob("*.sh")):
            with checks.one(f"{plan.name}: shellcheck {script.name}"):
                done = subprocess.run(
                    [bench.tool("shellcheck"), "--norc", "--exclude", LITERAL, script],
                    capture_output=True,
                    text=True,
                )
                holds(done.returncode == 0, done.stdout + done.stderr)
        with checks.one(f"{plan.name}: the limit through `railway`"):
            edit, *alert = railway_command.calls(plan, "railway_limit.sh", {"SERVICE_ID": SERVICE})
            limit(plan, validator, edit)
            usage(alert)


def limit(plan, validator, call):
    """The change of the environment: valid, and the limit that the plan has."""
    equal(call.words[:2], ["environment", "edit"], "the command")
    sent = json.loads(call.input)
    if wrong := [error.message for error in validator.iter_errors(sent)]:
        raise Wrong(f"{sent}: {wrong}")
    containers = sent["services"][SERVICE]["deploy"]["limitOverride"]["containers"]
    equal(containers, {"memoryBytes": plan.wanted["limit"]}, "the limit")


def usage(calls):
    """At most one alert, at what Railway takes, and never the limit that stops everything."""
    for call in calls:
        *words, dollars = call.words
        equal(" ".join(words), "usage limit set --target workspace --soft", "the alert")
        holds(int(dollars) >= LEAST_ALERT, f"${dollars}")
    holds(len(calls) <= 1, f"{len(calls)} alerts")
