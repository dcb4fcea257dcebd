"""The highest anonymous and shared memory of a group while something runs, every 10 ms."""

import threading

SECONDS = 0.01


class Sampler:
    """Looks at a group until its `with` statement ends."""

    def __init__(self, group):
        self.group = group
        self.highest = {}
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        while not self.ended.is_set():
            self.look()
            self.ended.wait(SECONDS)

    def look(self):
        for name, value in self.group.memory().items():
            self.highest[name] = max(self.highest.get(name, 0.0), value)

    def values(self):
        """The highest of each, in MiB."""
        return {f"peak_{name}": value for name, value in self.highest.items()}

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        self.look()
