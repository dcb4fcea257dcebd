"""Runs what Headroom exports: Gunicorn, Django, PostgreSQL, the shell, Railway's own SDKs.

`cargo xtask artefacts` gives it all that it needs and counts what it finds.
"""
