"""100,000 log lines by handler and length: process memory, page cache, and a hard limit above."""

from harness.bench import temporary_folder
from harness.snapshot import snapshot
from harness.traffic import Request, light
from harness.work import warm

NAME = "logs"
KNOBS = [
    {"handler": handler, "limit_above": limit}
    for limit in (0, 6)
    for handler in (["none", "stdout", "file", "rotating"] if limit == 0 else ["file"])
] + [{"handler": "file", "limit_above": 0, "message": message} for message in (50, 500)]


def measure(bench, handler, limit_above, message=167):
    with (
        temporary_folder() as folder,
        bench.service(log=handler, log_file=folder / "lab.log") as service,
    ):
        warm(service)
        before = snapshot(service)
        if limit_above:
            service.group.limit(before["cg_current"] + limit_above)
        (worker,) = service.workers()
        light(service, worker, [Request(f"/log?lines=10000&message={message}")] * 10)
        after = snapshot(service)
        written = sum(file.stat().st_size for file in folder.iterdir())
        return {
            "worker_rss_delta": after["worker_rss"] - before["worker_rss"],
            "cg_anon_delta": after["cg_anon"] - before["cg_anon"],
            "cg_file_delta": after.get("cg_file", 0) - before.get("cg_file", 0),
            "written": written / (1024 * 1024),
        }
