"""What the logger `lab` writes to: nothing, standard output, or a file."""

HANDLERS = {
    "none": {"class": "logging.NullHandler"},
    "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout"},
    "file": {"class": "logging.FileHandler"},
    "rotating": {
        "class": "logging.handlers.RotatingFileHandler",
        "maxBytes": 10_000_000,
        "backupCount": 5,
    },
}


def logging_for(kind, file):
    """The value of `LOGGING` for one kind of handler."""
    handler = {**HANDLERS[kind], "formatter": "line"}
    if kind in ("file", "rotating"):
        handler["filename"] = file
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
        "handlers": {"lab": handler},
        "loggers": {"lab": {"handlers": ["lab"], "level": "INFO", "propagate": False}},
    }
