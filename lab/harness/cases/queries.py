"""Rows with two relations by the way they are read, and what DEBUG keeps of the queries."""

from harness import meters
from harness.traffic import Request, light
from harness.work import warm

NAME = "queries"
KNOBS = [
    {"path": f"/queries/{how}?rows={rows}", "debug": debug}
    for debug in (False, True)
    for how in ("n_plus_1", "select_related", "prefetch_related")
    for rows in (1000, 3000)
] + [{"path": f"/queries-only?count={count}", "debug": True} for count in (1000, 9000, 12000)]


def measure(bench, path, debug):
    with bench.service(debug=debug) as service:
        warm(service)
        (worker,) = service.workers()
        idle = meters.process(worker)["rss"]
        meters.reset_high_water(worker)
        light(service, worker, [Request(path)])
        return {
            "idle_rss": idle,
            "peak": meters.high_water(worker) - idle,
            "kept": meters.process(worker)["rss"] - idle,
        }
