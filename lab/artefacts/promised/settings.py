"""The lab's settings; the lines that the exported settings ask for are added at the end."""

from labsite.settings import *  # noqa: F403

ROOT_URLCONF = "promised.urls"
MIDDLEWARE = ["promised.memory_monitor.MemoryMonitorMiddleware", *MIDDLEWARE]  # noqa: F405
