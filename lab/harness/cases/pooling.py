"""Open connections by worker class, CONN_MAX_AGE and pool, with many requests at once."""

from harness import traffic
from harness.snapshot import snapshot
from harness.traffic import Request
from harness.work import warm

NAME = "pooling"
SYNC = {"worker_class": "sync", "workers": 3, "threads": 1}
GTHREAD = {"worker_class": "gthread", "workers": 2, "threads": 8}
GEVENT = {"worker_class": "gevent", "workers": 1, "threads": 1}
KNOBS = [
    {**kind, **holding}
    for kind in (SYNC, GTHREAD, GEVENT)
    for holding in ({"conn_max_age": 0}, {"conn_max_age": 60}, {"conn_max_age": 0, "pool": "2-4"})
]
WAVES = 3
AT_ONCE = 40
#: What the harness itself asks with.
OWN = 1
OPEN = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'lab'"


def measure(bench, **settings):
    with bench.service(**settings) as service:
        warm(service)
        values = {}
        for wave in range(1, WAVES + 1):
            each = AT_ONCE // len(service.workers())
            for worker in service.workers():
                requests = [Request(f"/list?page={page}") for page in range(1, each + 1)]
                traffic.light(service, worker, requests, at_once=each)
            values[f"count_open_{wave}"] = int(bench.postgres.query(OPEN)) - OWN
        return values | snapshot(service)
