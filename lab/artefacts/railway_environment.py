"""What `railway environment edit` takes, by the schema beside this file, and the plan's limit."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from artefacts.checks import Wrong, equal

SCHEMA = json.loads(Path(__file__).with_suffix(".schema.json").read_text("utf-8"))
SERVICE = "3f2c1b4e-0000-4000-8000-0123456789ab"


def deploy(text, plan):
    """The change of the one service's deploys: valid, and with the limit that the plan has."""
    sent = json.loads(text)
    if wrong := [error.message for error in Draft202012Validator(SCHEMA).iter_errors(sent)]:
        raise Wrong(f"{sent}: {wrong}")
    found = sent["services"][SERVICE]["deploy"]
    limit = {"containers": {"memoryBytes": plan.wanted["limit"]}}
    equal(found["limitOverride"], limit, "the limit")
    return found
