"""What the services are given to do: light requests, exports, uploads."""

from urllib.parse import urlencode

from harness import traffic
from harness.traffic import Request

#: A mix of small requests; without the REST framework there is no `/list`.
LIGHT = ["/list?page={page}", "/plain?page={page}", "/list?page={page}", "/ping"]


def light_requests(count, stack="drf+openpyxl"):
    """So many small requests, page after page."""
    paths = [path for path in LIGHT if stack != "django" or "list" not in path]
    return [Request(paths[i % len(paths)].format(page=1 + i % 200)) for i in range(count)]


def warm(service, count=50, stack="drf+openpyxl"):
    """Gives every worker the same light requests, on all its threads, and checks the answers."""
    for worker in service.workers():
        traffic.light(service, worker, light_requests(count, stack), service.slots)


def export(form, rows, columns=25, chunk=2000):
    """One export."""
    return Request(f"/export/{form}?" + urlencode(dict(rows=rows, columns=columns, chunk=chunk)))


def upload(how, megabytes):
    """One upload, as a form or as the request's body."""
    size = round(megabytes * 1_000_000)
    if how == "body":
        return Request("/upload/body", bytes(size), "application/octet-stream")
    if how == "json64":
        # Base64 turns three bytes into four letters; zeros are all A.
        return Request("/upload/json64", b'{"file":"%b"}' % (b"A" * (size // 3 * 4)), "text/json")
    return traffic.form_upload(f"/upload/{how}", megabytes)
