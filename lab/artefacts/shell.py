"""Shell commands: shellcheck finds nothing, and `railway` is asked for the plan's limit."""

import subprocess

from artefacts import railway_command, railway_environment
from artefacts.checks import equal, holds

#: They ask whether a plan's name in single quotes was meant to the letter. It was.
LITERAL = "SC1003,SC2016"
#: Railway's lowest alert, in dollars.
LEAST_ALERT = 5


def check(checks, bench):
    """Every script of every plan."""
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
            service = {"SERVICE_ID": railway_environment.SERVICE}
            edit, *alert = railway_command.calls(plan, "railway_limit.sh", service)
            equal(edit.words[:2], ["environment", "edit"], "the command")
            railway_environment.deploy(edit.input, plan)
            usage(alert)


def usage(calls):
    """At most one alert, at what Railway takes, and never the limit that stops everything."""
    for call in calls:
        *words, dollars = call.words
        equal(" ".join(words), "usage limit set --target workspace --soft", "the alert")
        holds(int(dollars) >= LEAST_ALERT, f"${dollars}")
    holds(len(calls) <= 1, f"{len(calls)} alerts")
