"""The account of the checks: what holds is counted, what does not is said at once."""

import contextlib
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor


class Wrong(Exception):
    """Something is not as the plan says."""


class Checks:
    """Counts; several threads may check at the same time."""

    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.lock = threading.Lock()

    @contextlib.contextmanager
    def one(self, name):
        """One check: it holds if nothing is raised inside."""
        why = None
        try:
            yield
        except Exception as error:
            why = str(error) if isinstance(error, Wrong) else repr(error)
        with self.lock:
            self.passed += why is None
            self.failed += why is not None
            if why is not None:
                print(f"FAILED: {name}: {why}", flush=True)

    @contextlib.contextmanager
    def section(self, heading):
        """Says how many checks of a section there were, and how long they took."""
        start, passed, failed = time.monotonic(), self.passed, self.failed
        with self.one(f"{heading}, as a whole"):
            yield
            self.passed -= 1  # The frame itself counts only when it breaks.
        passed, failed = self.passed - passed, self.failed - failed
        seconds = time.monotonic() - start
        print(f"{heading}: {passed} passed, {failed} failed, {seconds:.0f} s", flush=True)

    def finish(self):
        """The line that is counted, and the exit code."""
        outcome = "FAILED" if self.failed else "ok"
        print(f"test result: {outcome}. {self.passed} passed; {self.failed} failed")
        return 1 if self.failed else 0


def equal(found, wanted, what="it"):
    """Raises, with both, if they differ."""
    if found != wanted:
        raise Wrong(f"{what} is {found!r}, the plan says {wanted!r}")


def holds(condition, what):
    """Raises what is wrong unless the condition holds."""
    if not condition:
        raise Wrong(what)


def each(function, things):
    """Calls the function for all of them, a few at a time, and waits for the last."""
    with ThreadPoolExecutor(2 + (os.cpu_count() or 2)) as threads:
        try:
            list(threads.map(function, things))
        except BaseException:
            # Told to stop: what has not begun does not begin.
            threads.shutdown(wait=False, cancel_futures=True)
            raise
