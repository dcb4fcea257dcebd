"""A Celery application in the same Django project, for what a worker of it takes.

Its broker is a folder, so that nothing else has to run.
"""

import os

import django
from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "labsite.settings")
django.setup()

from invoices.models import Invoice  # noqa: E402

folder = os.environ["LAB_BROKER_FOLDER"]
app = Celery("lab", broker="filesystem://")
app.conf.broker_transport_options = {"data_folder_in": folder, "data_folder_out": folder}
app.conf.task_ignore_result = True
app.conf.worker_prefetch_multiplier = 1


@app.task(name="sum_page")
def sum_page(page):
    """A small job: the total of fifty invoices."""
    rows = Invoice.objects.all()[(page - 1) * 50 : page * 50]
    return str(sum(row.total for row in rows))


if __name__ == "__main__":
    for number in range(int(os.environ["LAB_TASKS"])):
        sum_page.delay(1 + number % 200)
