"""The start template's settings in production's manner, with the lab's database."""

import os

from mysite.settings.base import *  # noqa: F403

SECRET_KEY = "the lab's only, never served to anyone"
ALLOWED_HOSTS = ["127.0.0.1"]
MIDDLEWARE = ["labsite.middleware.WorkerHeader", *MIDDLEWARE]  # noqa: F405
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "wagtail",
        "USER": "lab",
        "HOST": os.environ["LAB_DB_SOCKET"],
        "CONN_MAX_AGE": 60,
    }
}
# Nothing was collected, so there is no manifest to look names up in.
STORAGES["staticfiles"]["BACKEND"] = (  # noqa: F405
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
