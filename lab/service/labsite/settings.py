"""Settings of the lab's service; what a case varies comes from `LAB_...` variables."""

import os

from labsite.logs import logging_for

SECRET_KEY = "the lab's only, never served to anyone"
DEBUG = os.environ.get("LAB_DEBUG") == "1"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "labsite.urls"
WSGI_APPLICATION = "labsite.wsgi.application"
USE_TZ = True
STATIC_URL = "static/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

#: "django" is Django alone; every other stack has the REST framework and openpyxl.
STACK = os.environ.get("LAB_STACK", "drf+openpyxl")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    *([] if STACK == "django" else ["rest_framework"]),
    "invoices",
]
MIDDLEWARE = [
    "labsite.middleware.WorkerHeader",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "lab",
        "USER": "lab",
        "HOST": os.environ.get("LAB_DB_SOCKET", ""),
        "CONN_MAX_AGE": int(os.environ.get("LAB_CONN_MAX_AGE", "60")),
        "DISABLE_SERVER_SIDE_CURSORS": os.environ.get("LAB_NO_CURSORS") == "1",
        "OPTIONS": {},
    }
}
if os.environ.get("LAB_POOL"):
    smallest, largest = (int(size) for size in os.environ["LAB_POOL"].split("-"))
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["OPTIONS"] = {"pool": {"min_size": smallest, "max_size": largest}}

REST_FRAMEWORK = {
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 50,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}

FILE_UPLOAD_TEMP_DIR = os.environ.get("LAB_UPLOAD_FOLDER") or None
DATA_UPLOAD_MAX_MEMORY_SIZE = None

LOGGING = logging_for(os.environ.get("LAB_LOG", "none"), os.environ.get("LAB_LOG_FILE"))
