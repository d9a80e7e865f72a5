"""From HTML to a finished PDF. Knows nothing of Django or of plans, so that a bare child process can run it.

`python -m plans.publication.pdf.typesetting SECONDS BYTES < job.json > plan.pdf` keeps within these limits,
and ends with a code of `job`; the first line on stderr is the reason, in Danish.
"""

import gc
import json
import logging
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from plans.publication.pdf.archiving import archive
from plans.publication.pdf.fetching import ProjectFiles
from plans.publication.pdf.finishing import mend_tags
from plans.publication.pdf.job import NOT_PRINTABLE, OUT_OF_MEMORY, Job, NotPrintable
from plans.publication.pdf.tagging import sourced_tags

VARIANT = "pdf/a-3a"

_NOT_PRINTED = {
    "No anchor": "et link til et sted, som planen ikke har",
    "Failed to load": "et billede eller en fil, som ikke ligger i planen selv",
    "Relative URI": "et link uden fuld adresse",
}


class _Complaints(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []
        self.missing: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if "notdef" in str(record.msg) and record.args:
            self.missing[str(record.args[0])] = None
        else:
            self.texts.append(record.getMessage())


def typeset(job: Job) -> bytes:
    """The PDF; raises `NotPrintable` when WeasyPrint had anything at all to complain of."""
    fonts, fetcher = FontConfiguration(), ProjectFiles(job.files)
    with _no_complaints(), _no_collecting(), sourced_tags():
        html = HTML(string=job.html, url_fetcher=fetcher)
        style = CSS(string=job.css, base_url=job.css_address, url_fetcher=fetcher, font_config=fonts)
        document = html.render(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT)
        data = document.write_pdf(
            finisher=lambda _, pdf: mend_tags(pdf, _link_words(html)),
            pdf_variant=VARIANT,
            pdf_identifier=False,  # compressed and identified when archived: once instead of twice
            uncompressed_pdf=True,
        )
    return archive(data)


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
            next((words for start, words in _NOT_PRINTED.items() if text.startswith(start)), "noget, som ikke kan trykkes")
            for text in complaints.texts
        ]
        raise NotPrintable(f"Teksten indeholder {' og '.join(dict.fromkeys(words))}. Fjern det.", complaints.texts)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nearly all that layout makes lives to its end: looking for garbage costs a fifth of the time, frees a tenth."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _link_words(html: HTML) -> dict[str, str]:
    words: dict[str, str] = {}
    for element in html.etree_element.iter():
        target = element.get("href", "") if element.tag == "a" else element.get("id", "")
        if target and not target.startswith("#"):
            words.setdefault(target, " ".join("".join(element.itertext()).split()))
    return words


def _keep_within(seconds: int, size: int) -> None:
    """A limit that the system does not have is left out: the parent watches the clock as well."""
    for kind, limit in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, size)):
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))


def main() -> int:
    _keep_within(int(sys.argv[1]), int(sys.argv[2]))
    try:
        data = typeset(Job(**json.load(sys.stdin.buffer)))
    except NotPrintable as reason:
        print(reason, *reason.details, sep="\n", file=sys.stderr)
        return NOT_PRINTABLE
    except (MemoryError, RecursionError):
        return OUT_OF_MEMORY
    sys.stdout.buffer.write(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
