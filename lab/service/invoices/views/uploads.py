"""Ways to take a file."""

import base64
import hashlib
import io
import json

from django.http import JsonResponse


def read(request):
    """The whole file, once."""
    return request.FILES["file"].read()


def copies(request):
    """The note's three copies, really made: read, written into a buffer, taken out of it."""
    content = request.FILES["file"].read()
    buffer = io.BytesIO()
    buffer.write(content)
    value = buffer.getvalue()
    return content[:1] + value


def chunks(request):
    """Chunk by chunk; what it returns is only the hash."""
    hasher = hashlib.sha256()
    for chunk in request.FILES["file"].chunks():
        hasher.update(chunk)
    return hasher.digest()


def body(request):
    """The file as the request's body."""
    return request.body


def json64(request):
    """The file in base64 inside JSON."""
    return base64.b64decode(json.loads(request.body)["file"])


WAYS = {way.__name__: way for way in (read, copies, chunks, body, json64)}


def upload(request, how):
    """Takes the file in the way that the address names, and answers with a hash."""
    content = WAYS[how](request)
    return JsonResponse({"sha256": hashlib.sha256(content).hexdigest()})
