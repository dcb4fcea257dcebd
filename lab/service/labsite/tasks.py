"""A Celery application in the same Django project, for what a worker of it takes."""

import os

import django
from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "labsite.settings")
django.setup()

app = Celery("lab")


@app.task
def nothing():
    """The worker is measured at rest."""
