"""One export on one warm sync worker: its peak over idle, and what stays after one and three."""

import time

from harness import meters
from harness.traffic import light
from harness.work import export, warm

NAME = "exports"
FORMS = ["workbook_naive", "workbook_iterator", "write_only", "csv_naive", "csv_stream"]
KNOBS = [
    {"form": form, "rows": rows, "columns": columns}
    for form in FORMS
    for rows, columns in [(2_000, 25), (10_000, 25), (10_000, 5)]
]


def measure(bench, form, rows, columns, times=3):
    with bench.service() as service:
        warm(service)
        (worker,) = service.workers()
        idle = meters.process(worker)["rss"]
        values = {"idle_rss": idle}
        for count in range(1, times + 1):
            meters.reset_high_water(worker)
            light(service, worker, [export(form, rows, columns)])
            time.sleep(0.3)
            if count in (1, times):
                values[f"peak_{count}"] = meters.high_water(worker) - idle
                values[f"kept_{count}"] = meters.process(worker)["rss"] - idle
        return values | service.group.values()
