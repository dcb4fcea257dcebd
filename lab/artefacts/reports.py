"""What is read and not run: the report, its charts, the parts as CSV, and the zip of all."""

import csv
import io
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

from artefacts.checks import equal, holds

#: Of HTML, those that stay open.
VOID = {"meta", "br", "hr", "img", "link", "col"}
#: A program for tables takes a cell that begins with one of them for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def check(checks, bench):
    """Every plan."""
    for plan in bench.plans:
        with checks.one(f"{plan.name}: the zip holds what the folder holds"):
            same(plan)
        with checks.one(f"{plan.name}: report.html"):
            page(plan.text("report.html"))
        with checks.one(f"{plan.name}: parts.csv"):
            table(plan.text("parts.csv"))
        for chart in sorted(plan.files.glob("*.svg")):
            with checks.one(f"{plan.name}: {chart.name}"):
                drawing(chart.read_text("utf-8"))


def same(plan):
    """The same names and bytes, and no name that leads elsewhere."""
    with zipfile.ZipFile(plan.zip) as packed:
        equal(packed.testzip(), None, "the first broken file")
        found = {name: packed.read(name) for name in packed.namelist()}
    folder = {file.name: file.read_bytes() for file in plan.files.iterdir()}
    equal(sorted(found), sorted(folder), "the names")
    holds(found == folder, "the contents differ")


def page(text):
    """Every element is closed, nothing runs and nothing is fetched."""
    reader = Page()
    reader.feed(text)
    reader.close()
    equal(reader.open, [], "the elements left open")
    equal(reader.bad, [], "what runs or fetches")


class Page(HTMLParser):
    """Remembers which elements are open, and what has no place in a report."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.bad = []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        self.look(tag, attributes)

    def handle_startendtag(self, tag, attributes):
        self.look(tag, attributes)

    def handle_endtag(self, tag):
        last = self.open.pop() if self.open else None
        if last != tag:
            self.bad.append(f"{last} closed by {tag}")

    def look(self, tag, attributes):
        if tag in ("script", "iframe", "object", "embed", "link", "base", "form"):
            self.bad.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "src"):
                self.bad.append(f"{tag} {name}={value}")


def table(text):
    """Rows of one width, of which no cell is a formula."""
    head, *rows = csv.reader(io.StringIO(text))
    holds(rows, "no row")
    for row in rows:
        equal(len(row), len(head), "cells of a row")
        wrong = [cell for cell in row if cell.startswith(FORMULA) and not is_number(cell)]
        equal(wrong, [], "cells that a program would run")


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def drawing(text):
    """XML, with no script and nothing from elsewhere."""
    for element in ElementTree.fromstring(text).iter():
        name = element.tag.rsplit("}", 1)[-1]
        holds(name not in ("script", "foreignObject", "image", "use", "a"), f"a {name} element")
        handlers = [one for one in element.attrib if one.startswith("on") or "href" in one]
        equal(handlers, [], f"attributes of {name}")
