"""Memory over many requests: a service without a leak, and the saw-tooth of one with."""

from harness import meters, traffic
from harness.sampler import Sampler
from harness.traffic import Request
from harness.work import light_requests, warm

NAME = "growth"
SOUND = {"leak": 0, "max_requests": 0, "jitter": 0}
KNOBS = [
    {"worker_class": "sync", "threads": 1, **SOUND},
    {"worker_class": "gthread", "threads": 4, **SOUND},
    {"worker_class": "sync", "threads": 1, "leak": 20_000, "max_requests": 500, "jitter": 50},
    {"worker_class": "sync", "threads": 1, "leak": 100_000, "max_requests": 500, "jitter": 50},
]
STEPS = [250, 1000, 2000, 3000]


def measure(bench, leak, **settings):
    with bench.service(**settings) as service, Sampler(service.group) as sampler:
        warm(service)
        values = {"anon_50": service.group.memory()["anon"]}
        done = 50
        for step in STEPS:
            requests = [Request(f"/leak?bytes={leak}")] * step if leak else light_requests(step)
            for start in range(0, step, 50):
                (worker,) = service.workers()
                some = requests[start : start + 50]
                traffic.light(service, worker, some, service.slots)
            done += step
            values[f"anon_{done}"] = service.group.memory()["anon"]
        sampler.look()
        values["worker_rss"] = sum(meters.process(pid)["rss"] for pid in service.workers())
        return values | sampler.values()
