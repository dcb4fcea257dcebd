"""Gunicorn with the exported file, the variables and the whole project: what it resolved."""

from artefacts import forms
from artefacts.checks import each, equal, holds
from artefacts.whole import running

#: Gunicorn's own, where a plan says nothing.
DEFAULTS = {"threads": 1, "worker_connections": 1000, "max_requests": 0, "max_requests_jitter": 0}
GRACEFUL = 30


def check(checks, bench):
    """Every plan."""

    def one(plan):
        with checks.one(f"{plan.name}: Gunicorn with all that is exported"):
            run(checks, bench, plan)

    each(one, bench.plans)


def run(checks, bench, plan):
    if not plan.wanted["workers"]:
        # The plan's zero is left out, so that the service answers.
        given = forms.raw_editor(plan, bench).get("GUNICORN_CMD_ARGS", "")
        holds("--workers" not in given, given)
    with running(bench, plan) as gunicorn:
        found = gunicorn.settings()
        for name, value in wanted(plan).items():
            with checks.one(f"{plan.name}: {name}"):
                equal(found[name], value, name)
        with checks.one(f"{plan.name}: processes"):
            equal(gunicorn.count(), plan.wanted["workers"] or 1, "workers running")
        with checks.one(f"{plan.name}: it answers"):
            equal(gunicorn.get("/row"), (200, b"INV-00000001"), "the answer")
        with checks.one(f"{plan.name}: it complains of nothing"):
            lines = gunicorn.complaint().splitlines()
            bad = [line for line in lines if "[ERROR]" in line or "Warning" in line]
            equal(bad, [], "what it logged")


def wanted(plan):
    """Gunicorn's settings as the plan has them."""
    said = plan.wanted
    settings = {
        **DEFAULTS,
        "workers": said["workers"] or 1,
        "worker_class": said["class"],
        "preload_app": said["preload"] != "off",
        "graceful_timeout": GRACEFUL,
        "control_socket_disable": True,
        "hooks": ["when_ready"] if said["preload"] != "off" else [],
    }
    if said["class"] == "gthread":
        settings["threads"] = said["threads"]
    if said["class"] == "gevent":
        settings["worker_connections"] = said["connections"]
    if said["max_requests"]:
        settings["max_requests"] = said["max_requests"]
        settings["max_requests_jitter"] = said["jitter"]
    return settings
