"""A worker by what it imports: warm after 50 requests, each stack in an environment of its own."""

from harness.bench import ENVIRONMENT_OF
from harness.snapshot import snapshot
from harness.work import warm

NAME = "stacks"
KNOBS = [{"stack": stack, "workers": workers} for stack in ENVIRONMENT_OF for workers in (1, 3)]


def environment(stack, **_):
    """The environment whose versions the rows name."""
    return ENVIRONMENT_OF[stack]


def measure(bench, stack, workers):
    with bench.service(stack=stack, workers=workers) as service:
        values = snapshot(service, "boot_")
        warm(service, stack=stack)
        return values | snapshot(service)
