"""One plan printed once, and how the tests read a PDF with other eyes than our own: poppler's."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date

import pikepdf
import pytest

from plans.publication.pdf.job import Job
from plans.publication.pdf.rendering import render_pdf
from plans.publication.pdf.typesetting import typeset
from tests.plans.publication.pdf import samples

PUBLISHED = date(2026, 12, 20)


@pytest.fixture(scope="session")
def printed() -> bytes:
    return render_pdf(samples.plan(), edition=2, published_on=PUBLISHED)


@pytest.fixture(scope="session")
def printed_big() -> bytes:
    return render_pdf(samples.big(30), edition=1, published_on=PUBLISHED)


@pytest.fixture(scope="session")
def sound() -> bytes:
    """A small file that keeps every rule, to be damaged."""
    chapter = samples.filled("1", "Kredsrådet", 0, "chapter", "members", body=samples.RICH)
    return render_pdf(samples.snapshot([samples.foreword(), chapter]), edition=1, published_on=PUBLISHED)


@pytest.fixture
def pdf(printed):
    with pikepdf.open(io.BytesIO(printed)) as opened:
        yield opened


@pytest.fixture
def typed() -> Callable[..., pikepdf.Pdf]:
    """`typed("<h1>…</h1>")` prints a small document of its own."""

    def print_html(body: str, css: str = "") -> pikepdf.Pdf:
        html = f'<html lang="da"><head><title>Prøve</title></head><body>{body}</body></html>'
        style = f'ul {{ list-style-type: "- " }} {css}'  # the system's fonts will do here, without a bullet
        data = typeset(Job(html=html, css=style, css_address="file:///static/css/test.css", files={}))
        return pikepdf.open(io.BytesIO(data))

    return print_html


@pytest.fixture(scope="session")
def pages() -> Callable[[bytes], list[str]]:
    """The words of each page as `pdftotext` reads them; `body=True` leaves out the running lines."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext mangler: installér poppler-utils")

    def read(data: bytes, *, body: bool = False) -> list[str]:
        crop = ["-x", "0", "-y", "85", "-W", "595", "-H", "678"] if body else []
        command = ["pdftotext", *crop, "-", "-"]
        done = subprocess.run(command, input=data, capture_output=True, check=True)
        return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]

    return read
