"""Tells the harness which worker answered, so that it can prove that all of them did."""

import os


class WorkerHeader:
    """Adds `X-Worker`, the worker's process id, to each response."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["X-Worker"] = str(os.getpid())
        return response
