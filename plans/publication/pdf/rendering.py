"""A snapshot becomes the HTML that is printed, and the PDF."""

import posixpath
import re
from datetime import date
from pathlib import Path

from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.template.loader import render_to_string

from plans.document.snapshot import Snapshot
from plans.pictures.kept import printed
from plans.publication.pdf.job import Job

STYLE = "css/plan-print.css"
WHOLE = "plans/publication/pdf/document.html"
SECTION = "plans/publication/pdf/section.html"  # one by itself, without cover and contents
NOTE = "plans/publication/pdf/note.html"  # a text beside the plan
_ROOT = "file:///static/"  # no such folder: a name for the project's static files, wherever they lie
_URL = re.compile(r'url\("([^"]+)"\)')


def render_pdf(snapshot: Snapshot, *, edition: int, published_on: date, template: str = WHOLE) -> bytes:
    """The PDF, made in this process: tagged, archivable, the same bytes for the same input.

    `edition` 0 is a draft. Raises `NotPrintable`. Where a person waits for the answer, `render_pdf_safely` is
    the one to call.
    """
    from plans.publication.pdf.typesetting import typeset  # the portal starts on a machine without Pango

    return typeset(print_job(snapshot, edition=edition, published_on=published_on, template=template))


def document_html(snapshot: Snapshot, *, edition: int, published_on: date, template: str = WHOLE) -> str:
    context = {
        "snapshot": snapshot,
        "edition": edition,
        "published_on": published_on,
        "pictures": printed(snapshot),
    }
    return render_to_string(template, context)


def print_job(snapshot: Snapshot, *, edition: int, published_on: date, template: str = WHOLE) -> Job:
    return job_of(document_html(snapshot, edition=edition, published_on=published_on, template=template))


def job_of(html: str) -> Job:
    """Any page of ours, in the plan's own typography."""
    css = _static(STYLE).read_text()
    names = {posixpath.normpath(posixpath.join(posixpath.dirname(STYLE), url)) for url in _URL.findall(css)}
    files = {_ROOT + name: str(_static(name)) for name in sorted(names)}
    return Job(html=html, css=css, css_address=_ROOT + STYLE, files=files)


def _static(name: str) -> Path:
    path = finders.find(name)
    if path is None:
        raise ImproperlyConfigured(f"Filen {name} mangler blandt de statiske filer. Kør bin/setup.")
    return Path(path)
