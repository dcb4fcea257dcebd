"""The highest anonymous memory of a group while something runs, looked at every 10 ms."""

import threading

SECONDS = 0.01


class Sampler:
    """Looks at a group until its `with` statement ends; `highest` is in MiB."""

    def __init__(self, group):
        self.group = group
        self.highest = 0.0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.look)

    def look(self):
        while not self.ended.is_set():
            self.highest = max(self.highest, self.group.anon())
            self.ended.wait(SECONDS)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()
        self.highest = max(self.highest, self.group.anon())
