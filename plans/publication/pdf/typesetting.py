"""From HTML to a finished PDF. Knows nothing of Django or of plans, so that a bare process can run it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import pydyf
from weasyprint import CSS, HTML, Document
from weasyprint.text.fonts import FontConfiguration

from plans.publication.pdf.archiving import make_archival
from plans.publication.pdf.fetching import ProjectFiles
from plans.publication.pdf.finishing import mend_tags
from plans.publication.pdf.job import Job, NotPrintable
from plans.publication.pdf.tagging import sourced_tags

VARIANT = "pdf/a-3a"
LONGEST_WORD = 1_000  # letters; Pango takes quadratic time to break longer ones, and drops the longest

_NOT_PRINTED = {
    "No anchor": "et link til et sted, som planen ikke har",
    "Failed to load": "et billede eller en fil, som ikke ligger i planen selv",
    "Relative URI": "et link uden fuld adresse",
}
_NO_ALT = "has no required alt"  # WeasyPrint says so of decoration too, which is right as it is


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.missing: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if "notdef" in str(record.msg) and isinstance(record.args, tuple):
            self.missing[str(record.args[0])] = None
        elif _NO_ALT not in str(record.msg):
            self.texts.append(record.getMessage())


def typeset(job: Job) -> bytes:
    """The PDF; raises `NotPrintable` when WeasyPrint had anything at all to complain of."""
    fonts, fetcher = FontConfiguration(), ProjectFiles(job.files)

    def finish(_: Document, pdf: pydyf.PDF) -> None:
        mend_tags(pdf, _link_words(html))
        make_archival(pdf)

    with _no_complaints(), sourced_tags():
        html = HTML(string=job.html, url_fetcher=fetcher)
        _demand_breakable_words(html)
        _demand_described_pictures(html)
        style = CSS(string=job.css, base_url=job.css_address, url_fetcher=fetcher, font_config=fonts)
        document = html.render(
            stylesheets=[style],
            font_config=fonts,
            pdf_variant=VARIANT,
            presentational_hints=True,  # where a list begins, which no style sheet can say
        )
        return document.write_pdf(finisher=finish, pdf_variant=VARIANT, uncompressed_pdf=True)


@contextmanager
def _no_complaints() -> Iterator[None]:
    logger, complaints = logging.getLogger("weasyprint"), _Complaints()
    logger.addHandler(complaints)
    try:
        yield
    finally:
        logger.removeHandler(complaints)
    if complaints.missing:
        raise NotPrintable(
            f"Teksten har tegn, som PDF'ens skrifttype ikke kan vise: {' '.join(complaints.missing)} "
            "Erstat dem med ord eller almindelige tegn."
        )
    if complaints.texts:
        words = [
            next(
                (words for start, words in _NOT_PRINTED.items() if text.startswith(start)),
                "noget, som ikke kan trykkes",
            )
            for text in complaints.texts
        ]
        raise NotPrintable(
            f"Teksten indeholder {' og '.join(dict.fromkeys(words))}. Fjern det.", complaints.texts
        )


def _demand_breakable_words(html: HTML) -> None:
    longest = max(
        (word for text in html.etree_element.itertext() for word in text.split()), key=len, default=""
    )
    if len(longest) > LONGEST_WORD:
        raise NotPrintable(
            f"Et ord i teksten har {len(longest)} tegn: »{longest[:30]}…«. "
            f"Del det med mellemrum, så ingen ord har over {LONGEST_WORD}."
        )


def _demand_described_pictures(html: HTML) -> None:
    if any(picture.get("alt") is None for picture in html.etree_element.iter("img")):
        raise NotPrintable("Et billede i teksten mangler ord om, hvad det viser. Skriv den.")


def _link_words(html: HTML) -> dict[str, str]:
    words: dict[str, str] = {}
    for element in html.etree_element.iter():
        target = element.get("href", "") if element.tag == "a" else element.get("id", "")
        if target and not target.startswith("#"):
            words.setdefault(target, " ".join("".join(element.itertext()).split()))
    return words
