"""Does a PDF keep the rules of ISO 14289-1 (PDF/UA-1) and ISO 19005-3 level A that a program can check?

Asked before a text is sent to be signed or published. It reads the file and nothing else, and knows nothing
of how the file was made. A rule is a function that yields a `Finding` for each place where it is broken, and
stands in the table of what it is asked about. However oddly a file is built, the answer is findings, never an
error.
"""

import io
import logging
from collections.abc import Callable, Iterable, Iterator

import pikepdf

from plans.publication.pdf.checking import (
    accessibility,
    actions,
    annotations,
    archival,
    attachments,
    consistency,
    metadata,
    tags,
)
from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import dictionaries

__all__ = ["Finding", "findings"]

Rule = Callable[..., Iterable[Finding]]

_OF_DOCUMENT: tuple[Rule, ...] = (
    *(*consistency.OF_DOCUMENT, *accessibility.OF_DOCUMENT, *tags.OF_DOCUMENT),
    *(*archival.OF_DOCUMENT, *metadata.OF_DOCUMENT, *attachments.OF_DOCUMENT),
)
_OF_PAGE: tuple[Rule, ...] = (*consistency.OF_PAGE, *annotations.OF_PAGE, *archival.OF_PAGE)
_OF_OBJECT: tuple[Rule, ...] = (*archival.OF_OBJECT, *actions.OF_OBJECT, *attachments.OF_OBJECT)

log = logging.getLogger(__name__)


def findings(data: bytes) -> list[Finding]:
    """Each broken rule once, with its clause and where; empty when all hold."""
    try:
        pdf = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError:
        return [Finding("19005-3, 6.1.3", "filen er låst")]
    except pikepdf.PdfError:
        return [Finding("32000-1, 7.5", "filen kan ikke læses som PDF")]
    with pdf:
        return list(dict.fromkeys(_unless_unreadable(_broken, Document(pdf, data))))


def _broken(document: Document) -> Iterator[Finding]:
    yield from _asked(_OF_DOCUMENT, document)
    for page in document.pages:
        yield from _asked(_OF_PAGE, document, page)
    for tag in document.tags:
        yield from _asked(tags.OF_TAG, document, tag)
    for font in document.fonts:
        yield from _asked(accessibility.OF_FONT, font)
    for thing in document.objects:
        for inside in dictionaries(thing):
            yield from _asked(_OF_OBJECT, inside)


def _asked(rules: Iterable[Rule], *subject: object) -> Iterator[Finding]:
    for rule in rules:
        yield from _unless_unreadable(rule, *subject)


def _unless_unreadable(rule: Rule, *subject: object) -> Iterator[Finding]:
    """What cannot be checked does not hold: a file is odd in more ways than anybody thinks of."""
    try:
        yield from rule(*subject)
    except MemoryError:
        raise
    except Exception:
        log.info("%s cannot be asked", rule.__name__, exc_info=True)
        yield Finding("32000-1, 7.3", "filen er bygget, så ikke alle regler kan efterprøves")
