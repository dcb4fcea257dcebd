"""The exported views behind the real Gunicorn, on 100,000 rows of PostgreSQL."""

import ast
import csv
import hashlib
import io
import json
import os

from openpyxl import load_workbook

from artefacts.checks import each, equal, holds
from artefacts.whole import running

COLUMNS = ["pk", "number", "net", "issued", "customer__name"]
#: What a spreadsheet would run, were it written as it is.
FORMULAS = """
UPDATE invoices_customer
SET name = (ARRAY['=1+1', '-1', ' @SUM(1)', '+1'])[id % 4 + 1] || name WHERE id < 100
"""
SELECT = """
SELECT i.id, i.number, i.net, i.issued, c.name
FROM invoices_invoice AS i JOIN invoices_customer AS c ON c.id = i.customer_id ORDER BY i.id
"""
ROWS, SOME = 100_000, 5000
#: A chunk below it would fetch too often for all rows.
FEW = 100
VIEWS = ["export_view", "upload_hash", "list_queries"]
#: A sync worker that builds this long on a busy machine is not to be killed.
TIMEOUT = 600
UPLOADS = [0, 1, 1_000_000, 12_000_000]


def check(checks, bench):
    """Each different exported code, each worker class with and without the pool."""
    bench.database.query(FORMULAS)
    text = bench.database.query(f"COPY ({SELECT}) TO STDOUT (FORMAT csv)")
    rows = list(csv.reader(io.StringIO(text)))
    equal(len(rows), ROWS, "rows in the database")
    holds(any(no_formula(row[-1]) != row[-1] for row in rows[:SOME]), "there is a name to guard")

    def one(job):
        plan, count = job
        with checks.one(f"{plan.name}: the views start"):
            run(checks, bench, plan, rows[:count])

    each(one, different(bench.plans))


def different(plans):
    """Plans with as few workers as can be, and how many rows each exports.

    Each format is exported whole, with and without server-side cursors; each further
    code, and each class with and without the pool, in part.
    """
    wholes, parts, found = set(), set(), []
    for plan in sorted(plans, key=lambda plan: plan.wanted["workers"]):
        said = plan.wanted
        if not said["workers"] or said["max_requests"] == 1:
            continue
        csv_or_not = said["format"] == "csv", said["pgbouncer"]
        kinds = {(code(plan), said["pgbouncer"]), (said["class"], said["pool"])}
        if csv_or_not not in wholes and said["chunk"] >= FEW:
            wholes.add(csv_or_not)
            found.append((plan, ROWS))
        elif not kinds <= parts:
            found.append((plan, SOME))
        else:
            continue
        parts |= kinds
    return found


def code(plan):
    """What the views do: without comments, and without the words of their docstrings."""
    trees = [ast.parse(plan.text(f"{name}.py")) for name in VIEWS]
    for node in (node for tree in trees for node in ast.walk(tree)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value.value = ""
    return tuple(map(ast.dump, trees))


def run(checks, bench, plan, rows):
    with running(bench, plan, TIMEOUT) as gunicorn:
        with checks.one(f"{plan.name}: {plan.wanted['format']} has all rows"):
            path = f"/export?rows={len(rows)}&columns={','.join(COLUMNS)}"
            status, body = gunicorn.get(path)
            equal(status, 200, "the status")
            if plan.wanted["format"] == "csv":
                exported(from_csv(body), [[no_formula(cell) for cell in row] for row in rows])
            else:
                exported(from_workbook(body), rows)
        with checks.one(f"{plan.name}: lists with their relations, and all rows"):
            listed(gunicorn, rows)
        for size in UPLOADS:
            with checks.one(f"{plan.name}: the hash of {size} bytes"):
                uploaded(gunicorn, os.urandom(size))


def exported(found, rows):
    """The head and every row, as the database has them."""
    head, *found = found
    equal(head, COLUMNS, "the head")
    equal(len(found), len(rows), "rows")
    for number, (one, other) in enumerate(zip(found, rows, strict=True), 1):
        if one != other:
            equal(one, other, f"row {number}")


def listed(gunicorn, rows):
    """As many as the plan's longest list, and the number of all, with no query a row."""
    status, answer = gunicorn.get(f"/list?rows={len(rows)}")
    equal(status, 200, "the status")
    found = json.loads(answer)
    equal(found["listed"], [row[4] for row in rows[: found["rows"]]], "the names")
    equal(found["each"], len(rows), "rows of the loop")
    holds(found["queries"] <= 2, f"{found['queries']} queries for the list")


def from_csv(body):
    return list(csv.reader(io.StringIO(body.decode())))


def no_formula(cell):
    return f"'{cell}" if cell.strip().startswith(("=", "+", "-", "@")) else cell


def from_workbook(body):
    """The cells as text, as PostgreSQL writes them."""
    book = load_workbook(io.BytesIO(body), read_only=True)
    sheet = book.active
    return [[text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def text(cell):
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return str(cell.date()) if hasattr(cell, "date") else str(cell)


def uploaded(gunicorn, content):
    """A form with a file, and the hash that comes back."""
    head = (
        '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = head.encode() + content + b"\r\n--edge--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=edge"}
    status, answer = gunicorn.ask("POST", "/upload", body, kind)
    holds(status == 200, f"the status is {status}: {gunicorn.complaint()}")
    equal(json.loads(answer)["sha256"], hashlib.sha256(content).hexdigest(), "the hash")
