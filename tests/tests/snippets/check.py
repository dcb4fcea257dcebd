"""Compiles the exported Python and runs what needs no package.

Reads a list of cases from stdin: the folder, and what the plan wants of it.
"""

import ast
import contextlib
import hashlib
import io
import json
import logging
import logging.config
import os
import sys
import time
import tokenize
import types
from pathlib import Path

FILES = [
    "export_view.py",
    "gunicorn.conf.py",
    "list_queries.py",
    "memory_monitor.py",
    "railway_fragment.py",
    "settings_memory.py",
    "upload_hash.py",
]


def main():
    for case in json.load(sys.stdin):
        folder = Path(case["folder"])
        try:
            for file in FILES:
                compiles(folder / file, case)
            gunicorn(folder / "gunicorn.conf.py", case)
            settings(folder / "settings_memory.py", case)
            monitor(folder / "memory_monitor.py", case)
            upload(folder / "upload_hash.py")
        except BaseException:
            print(f"in {folder}: {json.dumps(case)}", file=sys.stderr)
            raise


def compiles(path, case):
    with path.open("rb") as file:
        encoding, _ = tokenize.detect_encoding(file.readline)
    equal(encoding, "utf-8")
    equal(meaning(path), meaning(Path(case["nameless"]) / path.name))


def meaning(path):
    """What the file does: all of it but comments, and the name that it logs."""
    tree = ast.parse(path.read_text("utf-8"), str(path))
    compile(tree, str(path), "exec")
    body = [node for node in tree.body if not (isinstance(node, ast.Assign) and node.targets[0].id == "PLAN")]
    return [ast.dump(node) for node in body]


def run(path):
    names = {"__name__": path.stem}
    exec(compile(path.read_text("utf-8"), str(path), "exec"), names)
    return names


def gunicorn(path, case):
    patched = []
    stand_in = types.ModuleType("gevent")
    stand_in.monkey = types.SimpleNamespace(patch_all=lambda: patched.append(True))
    sys.modules["gevent"] = stand_in
    for given, wanted in ((None, case["workers"]), ("", case["workers"]), ("7", 7)):
        os.environ.pop("WEB_CONCURRENCY", None)
        if given is not None:
            os.environ["WEB_CONCURRENCY"] = given
        names = run(path)
        counted = case["workers"] > 0 and case["count_set"] != "command"
        equal(names.get("workers"), wanted if counted else None)
    equal(names.get("worker_class"), case["class"] if case["class"] != "sync" else names.get("worker_class"))
    equal(names.get("threads"), case["threads"] if case["class"] == "gthread" else None)
    equal(names.get("worker_connections"), case["connections"] if case["class"] == "gevent" else None)
    recycled = case["max_requests"] > 0
    equal(names.get("max_requests"), case["max_requests"] if recycled else None)
    equal(names.get("max_requests_jitter"), case["jitter"] if recycled else None)
    preloads = case["preload"] != "off"
    equal(names.get("preload_app"), True if preloads else None)
    equal("when_ready" in names, preloads)
    equal("gc" in names, case["preload"] == "frozen")
    equal(bool(patched), preloads and case["class"] == "gevent")


def settings(path, case):
    names = run(path)
    equal(names["DEBUG"], False)
    database = {"ENGINE": "postgresql", "OPTIONS": {"sslmode": "require"}}
    names["tune_database"](database)
    leaks = case["class"] == "gevent"
    equal(database["CONN_MAX_AGE"], 0 if case["pool"] or leaks else case["conn_max_age"])
    equal(database.get("CONN_HEALTH_CHECKS", False), case["health_checks"])
    equal(database.get("DISABLE_SERVER_SIDE_CURSORS", False), case["pgbouncer"])
    equal(database["OPTIONS"].get("pool", {}).get("max_size"), case["pool_max"] if case["pool"] else None)
    equal(database["OPTIONS"]["sslmode"], "require")

    with contextlib.redirect_stdout(io.StringIO()) as stdout, contextlib.redirect_stderr(io.StringIO()) as stderr:
        logging.config.dictConfig(names["LOGGING"])
        logging.getLogger("shop").info("one\ntwo %s", "três", extra={"rows": 3, "request": object()})
        try:
            raise ValueError("no\nrows")
        except ValueError:
            logging.getLogger("shop").exception("failed")
        logging.getLogger("shop").warning("late")
        logging.getLogger("shop").debug("unseen")
        logging.getLogger().handlers.clear()
    equal(stderr.getvalue(), "")
    info, error, warning = (json.loads(line) for line in stdout.getvalue().splitlines())
    equal((info["level"], info["message"], info["logger"], info["rows"]), ("info", "one\ntwo três", "shop", 3))
    equal((error["level"], error["message"], warning["level"]), ("error", "failed", "warn"))
    equal("ValueError" in error["exception"], True)


def monitor(path, case):
    names = run(path)
    equal(names["PLAN"], case["logged_name"])
    equal(abs(names["THRESHOLD"] - case["limit"] * 0.85) < 1, True)
    lines = []
    logger = logging.getLogger("memory")
    handler = logging.Handler()
    handler.emit = lambda record: lines.append((record.levelname, record.getMessage(), record.worker_pid))
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    names.update(CHECK_EVERY=3600, THRESHOLD=sys.maxsize)  # its thread looks once, and sees little
    try:
        middleware = names["MemoryMonitorMiddleware"](lambda request: request)
        equal([middleware(number) for number in range(1000)], list(range(1000)))
        wait_for(lambda: lines)
        equal([(level, pid) for level, _, pid in lines], [("INFO", os.getpid())])
        names["log"] = lines.append
        equal(logged(names, lines, sys.maxsize), [logging.INFO, None, logging.INFO, logging.INFO])
        equal(logged(names, lines, -1), [logging.WARNING, None, logging.INFO, logging.WARNING])
    finally:
        logger.removeHandler(handler)


def logged(names, lines, threshold):
    """What one look after the other logs: at once, soon after, after a line's time, after a warning's."""
    names["THRESHOLD"] = threshold
    look = names["Monitor"]().look
    levels = []
    for now in (0, names["LOG_EVERY"] / 2, names["LOG_EVERY"], names["WARN_AGAIN"]):
        lines.clear()
        look(now)
        levels.append(lines[0] if lines else None)
    return levels


def wait_for(there, seconds=10):
    until = time.monotonic() + seconds
    while not there() and time.monotonic() < until:
        time.sleep(0.01)


class Upload(io.BytesIO):
    def chunks(self):
        self.seek(0)
        while chunk := self.read(64 * 1024):
            yield chunk


def upload(path):
    content = bytes(range(256)) * 1000
    file = Upload(content)
    file.seek(99)
    equal(run(path)["sha256_of"](file), hashlib.sha256(content).hexdigest())
    equal(file.tell(), 0)


def equal(found, wanted):
    if found != wanted:
        raise AssertionError(f"found {found!r}, wanted {wanted!r}")


main()
