"""What a service of each stack imports when it starts."""

from importlib import import_module

DRF = ["rest_framework.viewsets"]
OPENPYXL = [*DRF, "openpyxl"]
PANDAS = [*OPENPYXL, "pandas"]
BUSINESS = [
    *PANDAS,
    "PIL.Image",
    "reportlab.platypus",
    "reportlab.pdfgen.canvas",
    "boto3",
    "celery",
    "redis",
    "requests",
    "sentry_sdk",
]
STACKS = {
    "django": [],
    "drf": DRF,
    "drf+openpyxl": OPENPYXL,
    "celery": [*OPENPYXL, "celery", "redis"],
    "pandas": PANDAS,
    "science": [*PANDAS, "scipy.stats", "sklearn.ensemble", "matplotlib.pyplot"],
    "business": BUSINESS,
}


def load(stack):
    """Imports the stack's packages; services with a queue or storage make their clients."""
    for module in STACKS[stack]:
        import_module(module)
    if stack in ("celery", "business"):
        import celery

        globals()["queue"] = celery.Celery("lab", broker="redis://127.0.0.1:1/0")
    if stack == "business":
        start_clients()


def start_clients():
    """An S3 client and Sentry, none of which talks to anyone yet."""
    import boto3
    import sentry_sdk

    globals()["storage"] = boto3.client(
        "s3", region_name="us-east-1", aws_access_key_id="none", aws_secret_access_key="none"
    )
    sentry_sdk.init(dsn=None)
