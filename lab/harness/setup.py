"""Tables and invoices in the fresh database."""

import subprocess

from harness.service import PROJECT, clean_environment


def prepare(environment, database):
    """Runs the migrations and fills in the invoices."""
    variables = clean_environment() | {
        "DJANGO_SETTINGS_MODULE": "labsite.settings",
        "LAB_DB_SOCKET": str(database.folder),
    }
    subprocess.run(
        [environment / "bin/python", "-m", "django", "migrate", "--verbosity", "0"],
        cwd=PROJECT,
        env=variables | {"PYTHONPATH": str(PROJECT)},
        check=True,
    )
    database.load(PROJECT / "invoices/fill.sql")
    size = database.query("SELECT round(avg(pg_column_size(i.*))) FROM invoices_invoice AS i")
    print(f"100,000 invoices of {size} bytes each", flush=True)
