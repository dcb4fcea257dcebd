"""The variables of a plan, read from each form as the program that takes it would."""

import json
import shlex
import subprocess

from dotenv import dotenv_values

from artefacts import containers, railway_command
from artefacts.checks import Wrong


def raw_editor(plan, bench):
    """`variables.env`, by the library that reads such files."""
    return dict(dotenv_values(plan.files / "variables.env", interpolate=False))


def shell(plan, bench):
    """`variables.env`, by a shell."""
    done = subprocess.run(
        ["env", "-i", "sh", "-c", "set -a; . ./variables.env; env -0"],
        cwd=plan.files,
        capture_output=True,
        check=True,
    )
    pairs = (pair.split("=", 1) for pair in done.stdout.decode().split("\0") if pair)
    return {name: value for name, value in pairs if name not in ("PWD", "SHLVL", "_", "OLDPWD")}


def as_json(plan, bench):
    """`variables.json`."""
    return json.loads(plan.text("variables.json"))


def command(plan, bench):
    """`variables.sh`, by what a stand-in for `railway` is called with."""
    (call,) = railway_command.calls(plan, "variables.sh")
    if call.words[:2] != ["variable", "set"]:
        raise Wrong(f"railway {' '.join(call.words)}")
    return dict(word.split("=", 1) for word in call.words[2:])


def image(plan, bench):
    """`variables.Dockerfile`, by Docker's own parser, its quotes taken off as Docker does."""
    found = {}
    for line in containers.instructions(plan):
        names, values, _ = line.value[0::3], line.value[1::3], line.value[2::3]
        found |= {name: shlex.split(value)[0] for name, value in zip(names, values, strict=True)}
    return found


def compose(plan, bench):
    """`compose.memory.yaml`, where `$$` is a dollar."""
    found = containers.services(plan)["services"]["web"].get("environment", {})
    return {name: value.replace("$$", "$") for name, value in found.items()}


ALL = {
    "the raw editor": raw_editor,
    "the shell": shell,
    "JSON": as_json,
    "railway variable set": command,
    "the Dockerfile": image,
    "compose": compose,
}
