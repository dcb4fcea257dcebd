"""The application, which loads the packages of the chosen stack when it is ready."""

from django.apps import AppConfig
from django.conf import settings

from labsite import stacks


class InvoicesConfig(AppConfig):
    """Invoices."""

    name = "invoices"

    def ready(self):
        """Imports what a service of this stack imports."""
        stacks.load(settings.STACK)
