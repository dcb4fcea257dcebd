"""Thirty pages, and an editor who is logged in; prints the key of that session."""

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.test import Client  # noqa: E402
from home.models import HomePage  # noqa: E402

root = HomePage.objects.get()
for number in range(30):
    root.add_child(instance=HomePage(title=f"Page {number}", slug=f"page-{number}"))
editor = get_user_model().objects.create_superuser("editor", "editor@example.org", "editor")
client = Client()
client.force_login(editor)
print(client.session.session_key)
