"""One upload on one warm sync worker: its peak over idle, and what stays after one and five."""

import time

from harness import meters
from harness.traffic import light
from harness.work import upload, warm

NAME = "uploads"
KNOBS = [
    {"how": how, "megabytes": megabytes}
    for how in ("read", "copies", "chunks", "body", "json64")
    for megabytes in (1, 15, 50)
]


def measure(bench, how, megabytes, times=5):
    with bench.service() as service:
        warm(service)
        (worker,) = service.workers()
        idle = meters.process(worker)["rss"]
        values = {"idle_rss": idle}
        for count in range(1, times + 1):
            meters.reset_high_water(worker)
            light(service, worker, [upload(how, megabytes)])
            time.sleep(0.3)
            if count in (1, times):
                values[f"peak_{count}"] = meters.high_water(worker) - idle
                values[f"kept_{count}"] = meters.process(worker)["rss"] - idle
        return values | service.group.values()
