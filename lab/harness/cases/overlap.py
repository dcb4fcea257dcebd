"""A deploy: the old service still runs while the new one boots and is warmed."""

from harness.snapshot import snapshot
from harness.work import warm

NAME = "overlap"
KNOBS = [{"worker_class": "sync", "workers": 2}, {"worker_class": "gthread", "workers": 2}]
OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'lab'"


def measure(bench, **settings):
    settings = {**settings, "threads": 4 if settings["worker_class"] == "gthread" else 1}
    with bench.service(**settings) as old:
        warm(old)
        values = snapshot(old, "old_") | {"count_open_alone": connections(bench)}
        with bench.service(**settings) as new:
            warm(new)
            values |= snapshot(new, "new_")
            values["both_cg_anon"] = old.group.memory()["anon"] + new.group.memory()["anon"]
            values["count_open_both"] = connections(bench)
        return values


def connections(bench):
    """Open connections, less the one that asks."""
    return int(bench.postgres.query(OPEN)) - 1
