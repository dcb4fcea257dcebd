"""Gunicorn's own program, which also writes down what it resolved: `resolved.py ARGUMENTS`."""

import json
import os
from pathlib import Path

from gunicorn.app.wsgiapp import WSGIApplication


class Resolved(WSGIApplication):
    """Gunicorn with its address, and if told its timeout, taken from the environment."""

    def load_config(self):
        super().load_config()
        found = {name: plain(setting.get()) for name, setting in self.cfg.settings.items()}
        found["worker_class"] = self.cfg.worker_class_str
        found["hooks"] = [name for name in ("when_ready",) if changed(self.cfg, name)]
        self.cfg.set("bind", os.environ["RESOLVED_BIND"])
        if "RESOLVED_TIMEOUT" in os.environ:
            self.cfg.set("timeout", int(os.environ["RESOLVED_TIMEOUT"]))
        file = Path(os.environ["RESOLVED"])
        file.with_suffix(".part").write_text(json.dumps(found))
        file.with_suffix(".part").rename(file)


def changed(cfg, name):
    setting = cfg.settings[name]
    return setting.get() is not setting.default


def plain(value):
    return value if isinstance(value, (bool, int, float, str, type(None))) else str(value)


if __name__ == "__main__":
    Resolved("%(prog)s [OPTIONS] [APP_MODULE]", prog="gunicorn").run()
