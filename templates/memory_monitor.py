{{ sheet.head(ArtefactId::MemoryMonitor) }}

import logging
import os
import threading
import time

PLAN = {{ plan }}
LOG_EVERY = {{ log_every }}  # {{ sheet.words(&Remark::LogEvery) }}
CHECK_EVERY = {{ check_every }}  # {{ sheet.words(&Remark::CheckEvery) }}
THRESHOLD = {{ threshold }}  # {{ threshold_why }}
WARN_AGAIN = {{ warn_again }}  # {{ sheet.words(&Remark::WarnAgain) }}

logger = logging.getLogger("memory")


class MemoryMonitorMiddleware:
    """{{ sheet.words(&Remark::Monitor) }}"""

    def __init__(self, get_response):
        self.get_response = get_response
        self.lock = threading.Lock()
        self.watched = None

    def __call__(self, request):
        if self.watched != os.getpid():
            self.start()
        return self.get_response(request)

{{ sheet.note_inside(&Remark::AfterFork) }}
    def start(self):
        with self.lock:
            if self.watched != os.getpid():
                self.watched = os.getpid()
                threading.Thread(target=watch, daemon=True).start()


def watch():
    monitor = Monitor()
    while True:
        monitor.look(time.monotonic())
        time.sleep(CHECK_EVERY)


class Monitor:
    def __init__(self):
        self.next_line = self.next_warning = float("-inf")

    def look(self, now):
        if held() > THRESHOLD and now >= self.next_warning:
            self.next_warning = now + WARN_AGAIN
            self.next_line = now + LOG_EVERY
            log(logging.WARNING)
        elif now >= self.next_line:
            self.next_line = now + LOG_EVERY
            log(logging.INFO)


def log(level):
    figures = {
        "container_mb": container() // 1_000_000,
        "container_held_mb": held() // 1_000_000,
        "container_peak_mb": peak() // 1_000_000,
        "worker_mb": worker() // 1_000_000,
        "worker_pid": os.getpid(),
        "plan": PLAN,
    }
    logger.log(
        level,
        "memory: container %(container_mb)d MB, of it held %(container_held_mb)d MB; worker %(worker_mb)d MB",
        figures,
        extra=figures,
    )


def container():
    return number_in("/sys/fs/cgroup/memory.current", "/sys/fs/cgroup/memory/memory.usage_in_bytes")


def peak():
    return number_in("/sys/fs/cgroup/memory.peak", "/sys/fs/cgroup/memory/memory.max_usage_in_bytes")


{{ sheet.note(&Remark::Held) }}
def held():
    cache = named("inactive_file", "/sys/fs/cgroup/memory.stat")
    cache = cache or named("total_inactive_file", "/sys/fs/cgroup/memory/memory.stat")
    return max(container() - cache, 0)


{{ sheet.note(&Remark::Share) }}
def worker():
    share = named("Pss:", "/proc/self/smaps_rollup") or named("RssAnon:", "/proc/self/status")
    return share * 1024


def number_in(*paths):
    for path in paths:
        words = read(path).split()
        if words:
            return int(words[0])
    return 0


def named(name, path):
    for line in read(path).splitlines():
        words = line.split()
        if words[:1] == [name]:
            return int(words[1])
    return 0


def read(path):
    try:
        with open(path, encoding="ascii") as file:
            return file.read()
    except OSError:
        return ""
