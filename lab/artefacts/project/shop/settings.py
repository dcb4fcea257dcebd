"""A project's settings; the lines that the exported settings ask for are added at the end."""

import os

SECRET_KEY = "the tests' only, never served to anyone"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
ROOT_URLCONF = "shop.urls"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
#: What the invoices ask for: nothing but Django.
STACK = "django"
INSTALLED_APPS = ["django.contrib.contenttypes", "invoices"]
MIDDLEWARE = ["shop.memory_monitor.MemoryMonitorMiddleware"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "lab",
        "USER": "lab",
        "HOST": os.environ["LAB_DB_SOCKET"],
    }
}
