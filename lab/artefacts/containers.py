"""The Dockerfile's lines and the compose file: they parse, and hold the plan's limit."""

import json
from importlib import resources

import dockerfile
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from artefacts.checks import Wrong, equal

GRACE = "35s"


def check(checks, bench):
    """Both of every plan; what their variables start is for `starting`."""
    vendored = resources.files("check_jsonschema") / "builtin_schemas/vendor/compose-spec.json"
    validator = Draft202012Validator(json.loads(vendored.read_text()))
    for plan in bench.plans:
        with checks.one(f"{plan.name}: variables.Dockerfile"):
            installs = {"RUN"} if "libjemalloc" in plan.text("variables.env") else set()
            found = {line.cmd for line in instructions(plan)}
            equal(found - {"ENV"}, installs, "the instructions besides ENV")
        with checks.one(f"{plan.name}: compose.memory.yaml"):
            compose(plan, validator)


def instructions(plan):
    """The exported lines after a FROM, by Docker's own parser."""
    return dockerfile.parse_string("FROM scratch\n" + plan.text("variables.Dockerfile"))[1:]


def services(plan):
    return YAML(typ="safe", pure=True).load(plan.text("compose.memory.yaml"))


def compose(plan, validator):
    """Against the schema of compose files, and the plan's limit, without swap."""
    found = services(plan)
    if wrong := [error.message for error in validator.iter_errors(found)]:
        raise Wrong(str(wrong))
    web = found["services"]["web"]
    limit = f"{plan.wanted['limit']}b"
    equal((web["mem_limit"], web["memswap_limit"]), (limit, limit), "the limit")
    equal(web["stop_grace_period"], GRACE, "the time to end")
