"""All meters of a running service at one moment."""

import statistics

from harness import meters

OF_WORKERS = ["rss", "pss", "uss", "private_dirty", "anon"]


def snapshot(service, prefix=""):
    """The group's memory, the arbiter's, and the workers' mean, largest and sum."""
    arbiter = meters.process(service.process.pid)
    workers = [meters.process(pid) for pid in service.workers()]
    values = service.group.values()
    for name in OF_WORKERS:
        of_workers = [worker[name] for worker in workers]
        values[f"arbiter_{name}"] = arbiter[name]
        values[f"worker_{name}"] = statistics.fmean(of_workers)
        values[f"worker_{name}_max"] = max(of_workers)
        values[f"total_{name}"] = arbiter[name] + sum(of_workers)
    return {f"{prefix}{name}": value for name, value in values.items()}
