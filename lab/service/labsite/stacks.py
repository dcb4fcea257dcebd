"""What a service of each stack imports when it starts."""

from importlib import import_module

DRF = ["rest_framework.viewsets", "openpyxl"]
PANDAS = [*DRF, "pandas"]
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
STACKS = {"django": [], "drf+openpyxl": DRF, "pandas": PANDAS, "business": BUSINESS}


def load(stack):
    """Imports the stack's packages; a business service also makes the usual clients."""
    for module in STACKS[stack]:
        import_module(module)
    if stack == "business":
        start_clients()


def start_clients():
    """A Celery application, an S3 client and Sentry, none of which talks to anyone yet."""
    import boto3
    import celery
    import sentry_sdk

    globals()["clients"] = (
        celery.Celery("lab", broker="redis://127.0.0.1:1/0"),
        boto3.client(
            "s3", region_name="us-east-1", aws_access_key_id="none", aws_secret_access_key="none"
        ),
    )
    sentry_sdk.init(dsn=None)
