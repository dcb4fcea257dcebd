"""What a gevent worker keeps of the requests that it had under way at once, by their number."""

from harness import traffic
from harness.sampler import Sampler
from harness.snapshot import snapshot
from harness.traffic import Request
from harness.work import warm

NAME = "greenlets"
PATHS = ["/list", "/plain"]
KNOBS = [{"path": path, "at_once": at_once} for path in PATHS for at_once in (4, 10, 20, 40, 80)]
WAVES = 3


def measure(bench, path, at_once):
    with (
        bench.service(worker_class="gevent", connections=200) as service,
        Sampler(service.group) as sampler,
    ):
        warm(service)
        values = snapshot(service, "warm_")
        (worker,) = service.workers()
        for _ in range(WAVES):
            requests = [Request(f"{path}?page={page}") for page in range(1, at_once + 1)]
            traffic.light(service, worker, requests, at_once)
        return values | snapshot(service) | sampler.values()
