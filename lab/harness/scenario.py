"""A whole service from start to rest: what it is given to do, and what it holds then.

It warms every worker, then runs exports and uploads in rounds until each worker
has served its share, then rests for five seconds.
"""

import time
from collections import Counter

from harness import meters, traffic
from harness.sampler import Sampler
from harness.snapshot import snapshot
from harness.work import export, upload, warm

SETTINGS = [
    "worker_class",
    "workers",
    "threads",
    "connections",
    "preload",
    "eager",
    "freeze",
    "max_requests",
    "stack",
]
REST = 5


def run(bench, scenario):
    """What the service holds at boot, warm and at rest, and its highest in between."""
    with bench.service(**{knob: scenario[knob] for knob in SETTINGS}) as service:
        values = snapshot(service, "boot_")
        with Sampler(service.group) as sampler:
            warm(service, scenario["light"], scenario["stack"])
            values |= snapshot(service, "warm_")
            for worker in service.workers():
                meters.reset_high_water(worker)
            served = run_jobs(service, scenario)
            values["worker_peak"] = max(map(meters.high_water, service.workers()))
            warm(service, scenario["light_after"], scenario["stack"])
        time.sleep(REST)
        values |= snapshot(service, "idle_")
        values |= sampler.values()
        values["count_served_jobs"] = served
        return values


def run_jobs(service, scenario):
    """Rounds of jobs, dealt out to the workers in turn, until each had its share of each sort.

    Returns how many workers have served a job.
    """
    sorts = [sort for sort in (exports(scenario), uploads(scenario)) if sort]
    workers = service.workers()
    served = Counter()
    turn = 0
    while any(served[i, w] < sort[1] for i, sort in enumerate(sorts) for w in workers):
        requests = [(i, request) for i, sort in enumerate(sorts) for request in sort[0]]
        order = workers[turn % len(workers) :] + workers[: turn % len(workers)]
        traffic.together(service, [request for _, request in requests], order)
        aimed = requests[: len(workers)] if service.slots == 1 else requests
        for index, (sort, _) in enumerate(aimed):
            served[sort, order[index % len(order)]] += 1
        turn += 1 if len(sorts) > 1 else max(1, len(requests) % len(workers))
    return len({worker for _, worker in served})


def exports(scenario):
    """The exports of one round, and how many each worker is to serve."""
    wanted = scenario["exports"]
    if not wanted:
        return None
    one = export(wanted["form"], wanted["rows"], wanted["columns"], wanted["chunk"])
    return [one] * wanted["at_once"], wanted["repeated"]


def uploads(scenario):
    """The uploads of one round, and how many each worker is to serve."""
    wanted = scenario["uploads"]
    if not wanted:
        return None
    one = upload(wanted["how"], wanted["megabytes"])
    return [one] * wanted["at_once"], wanted["repeated"]
