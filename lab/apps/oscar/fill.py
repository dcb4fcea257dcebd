"""Sixty products, and a clerk who is logged in; prints the key of that session."""

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from oscar.apps.catalogue.categories import create_from_breadcrumbs  # noqa: E402
from oscar.test.factories import create_product  # noqa: E402

category = create_from_breadcrumbs("Books")
for number in range(60):
    product = create_product(title=f"Book {number}", price=10 + number, num_in_stock=5)
    product.categories.add(category)
clerk = get_user_model().objects.create_superuser("clerk", "clerk@example.org", "clerk")
client = Client()
client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
print(client.session.session_key)
