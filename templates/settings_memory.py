{{ sheet.head(ArtefactId::Settings) }}

{{ sheet.note(&Remark::LoadSettings) }}
#   from .settings_memory import *
#   tune_database(DATABASES["default"])

import json
import logging

{{ debug_why }}
DEBUG = False

{{ sheet.note(&Remark::UploadMemory) }}
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

{{ folder_why }}
FILE_UPLOAD_TEMP_DIR = "/tmp"

{{ sheet.note(&Remark::Database) }}
DATABASE = {
{%- for line in database %}
{{ sheet.note_inside(line.why) }}
    "{{ line.key }}": {{ line.value }},
{%- endfor %}
}
{%- if let Some(most) = pool %}

{{ sheet.note(&Remark::Pool) }}
DATABASE_OPTIONS = {"pool": {"min_size": 1, "max_size": {{ most }}}}
{%- endif %}


def tune_database(database):
    """{{ sheet.words(&Remark::TuneDatabase) }}"""
    database.update(DATABASE)
{%- if pool.is_some() %}
    database.setdefault("OPTIONS", {}).update(DATABASE_OPTIONS)
{%- endif %}


LEVELS = {"WARNING": "warn", "CRITICAL": "error"}
{{ sheet.note(&Remark::LogFields) }}
STANDARD = {*vars(logging.makeLogRecord({})), "message", "asctime"}


class JsonFormatter(logging.Formatter):
    """{{ sheet.words(&Remark::JsonLine) }}"""

    def format(self, record):
        line = {name: plain(value) for name, value in vars(record).items() if name not in STANDARD}
        line["level"] = LEVELS.get(record.levelname, record.levelname.lower())
        line["message"] = record.getMessage()
        line["logger"] = record.name
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)


def plain(value):
    return value if isinstance(value, (str, int, type(None))) else str(value)


{{ logging_why }}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": JsonFormatter}},
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "json"},
    },
    "root": {"handlers": ["stdout"], "level": "INFO"},
}
