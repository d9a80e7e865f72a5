"""Pages packed as small as the reader's browser takes them. For pages without secrets alone (BREACH)."""

import gzip
from collections.abc import Callable
from functools import wraps

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

PLAIN, GZIP, BROTLI = "", "gzip", "br"
CODINGS = (BROTLI, GZIP, PLAIN)  # the smallest first
LEAST = 1_000  # bytes; smaller ones fit in a packet anyway
QUALITY = 9  # of brotli; from here on a tenth more costs ten times the time


def coding_for(request: HttpRequest) -> str:
    """The smallest that the browser takes."""
    taken = {}
    for offer in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, _, quality = offer.partition(";")
        taken[name.strip()] = quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((coding for coding in (BROTLI, GZIP) if taken.get(coding)), PLAIN)


def packed(body: bytes, coding: str) -> bytes:
    """The same bytes for the same body on every machine and day."""
    if coding == BROTLI:
        return bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=QUALITY))
    return gzip.compress(body, mtime=0) if coding == GZIP else body


def say_coding(response: HttpResponse, coding: str) -> None:
    if coding:
        response["Content-Encoding"] = coding
    patch_vary_headers(response, ["Accept-Encoding"])


def compressed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For a page that is made anew each time."""

    @wraps(view)
    def respond(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        coding = coding_for(request) if len(response.content) >= LEAST else PLAIN
        response.content = packed(response.content, coding)
        say_coding(response, coding)
        return response

    return respond
