"""Requests that are aimed: each goes to the worker that it is meant for.

All workers accept from one socket, so the kernel decides who gets a connection.
To decide it ourselves, every other worker is stopped until the connection is
accepted. Each answer is checked: its status, and the worker's id in its header.
"""

import http.client
import threading
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

SECONDS = 600


class WrongAnswer(Exception):
    """A request was refused, or answered by another worker."""


@dataclass(frozen=True)
class Request:
    """What is sent."""

    path: str
    body: bytes | None = None
    kind: str | None = None
    cookie: str | None = None

    @property
    def headers(self):
        given = {"Connection": "close", "Content-Type": self.kind, "Cookie": self.cookie}
        return {name: value for name, value in given.items() if value}


def form_upload(path, megabytes):
    """A file of so many MB in a form, as a browser sends it."""
    boundary = uuid.uuid4().hex
    head = (
        f"--{boundary}\r\n"
        'Content-Disposition: form-data; name="file"; filename="file.bin"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    content = bytes(round(megabytes * 1_000_000))
    body = head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
    return Request(path, body, f"multipart/form-data; boundary={boundary}")


class Connection:
    """One connection, one request."""

    def __init__(self, service):
        self.http = http.client.HTTPConnection("127.0.0.1", service.port, timeout=SECONDS)
        self.http.connect()

    def send(self, request):
        """Sends the request, reads the whole answer and returns the worker's id."""
        method = "GET" if request.body is None else "POST"
        try:
            self.http.request(method, request.path, request.body, request.headers)
            answer = self.http.getresponse()
            size = 0
            while piece := answer.read(1 << 16):
                size += len(piece)
        finally:
            self.http.close()
        if answer.status != 200:
            raise WrongAnswer(f"{request.path} answered {answer.status}")
        return int(answer.headers.get("X-Worker", "0"))


def accepted(service):
    """Waits until no connection waits for a worker."""
    end = time.monotonic() + SECONDS
    while service.backlog() > 0:
        if time.monotonic() > end:
            raise WrongAnswer("no worker accepted a connection")
        time.sleep(0.002)


def light(service, worker, requests, at_once=1):
    """Sends requests to one worker, so many at a time."""

    def run(request):
        found = Connection(service).send(request)
        if found not in (0, worker) and not service.recycles:
            raise WrongAnswer(f"{request.path} was answered by {found}, not {worker}")

    with service.only(worker), ThreadPoolExecutor(at_once) as senders:
        list(senders.map(run, requests))


@dataclass
class Volley:
    """Requests that run at the same time, each on the worker it was opened to."""

    service: object
    opened: list = field(default_factory=list)

    def aim(self, request, worker):
        """Opens a connection to the worker; a busy sync worker leaves it waiting."""
        with self.service.only(worker):
            connection = Connection(self.service)
            accepted(self.service)
        self.opened.append((connection, request, worker))

    def queue(self, request):
        """Opens a connection to whoever is free first."""
        self.opened.append((Connection(self.service), request, None))

    def fire(self):
        """Sends everything at once and waits for all answers."""
        errors = []
        gate = threading.Barrier(len(self.opened))

        def run(connection, request, worker):
            try:
                gate.wait()
                found = connection.send(request)
                if worker and found not in (0, worker) and not self.service.recycles:
                    raise WrongAnswer(f"{request.path} was answered by {found}, not {worker}")
            except Exception as error:
                errors.append(error)

        threads = [threading.Thread(target=run, args=shot) for shot in self.opened]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if errors:
            raise errors[0]


def together(service, requests, workers):
    """Runs the requests at the same time, dealt out to the workers in turn."""
    volley = Volley(service)
    for index, request in enumerate(requests):
        if service.slots == 1 and index >= len(workers):
            volley.queue(request)
        else:
            volley.aim(request, workers[index % len(workers)])
    volley.fire()
