"""Gunicorn's settings, from the variables that the harness gives."""

import os

worker_class = os.environ["LAB_WORKER_CLASS"]
preload_app = os.environ.get("LAB_PRELOAD") == "1"

if worker_class == "gevent" and preload_app:
    # Before Django is imported, or its connections are not kept apart by greenlet.
    from gevent import monkey

    monkey.patch_all()

bind = os.environ["LAB_BIND"]
workers = int(os.environ["LAB_WORKERS"])
threads = int(os.environ.get("LAB_THREADS", "1"))
worker_connections = int(os.environ.get("LAB_CONNECTIONS", "100"))
max_requests = int(os.environ.get("LAB_MAX_REQUESTS", "0"))
max_requests_jitter = int(os.environ.get("LAB_JITTER", "0"))
# The harness stops workers that are not to serve; that is not a hang.
timeout = 3600
# It costs 1.9 MiB in the arbiter, and the first rows were measured without it.
control_socket_disable = os.environ.get("LAB_CONTROL_SOCKET") != "1"
loglevel = "warning"


def when_ready(server):
    """With preload: loads what the first request would, and freezes the heap if told to."""
    if os.environ.get("LAB_EAGER") == "1":
        from importlib import import_module

        from django.conf import settings
        from django.db import connections

        import_module(settings.ROOT_URLCONF)
        connections.close_all()
    if os.environ.get("LAB_FREEZE") == "1":
        import gc

        gc.freeze()
