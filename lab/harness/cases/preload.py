"""What preload shares, and for how long: after k light requests, with and without `gc.freeze()`."""

from harness.snapshot import snapshot
from harness.work import warm

NAME = "preload"
WAYS = [
    {"preload": False, "eager": False, "freeze": False},
    {"preload": True, "eager": False, "freeze": False},
    {"preload": True, "eager": True, "freeze": False},
    {"preload": True, "eager": True, "freeze": True},
]
KNOBS = [{"workers": 3, **way} for way in WAYS]
STEPS = [50, 200, 750]


def measure(bench, **settings):
    with bench.service(**settings) as service:
        values = snapshot(service, "boot_")
        after = 0
        for step in STEPS:
            warm(service, step)
            after += step
            values |= snapshot(service, f"after_{after}_")
        return values
