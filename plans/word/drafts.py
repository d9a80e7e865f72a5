"""A plan's text in Word, made of the very pages that readers see."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.html import escape
from lxml.html import HtmlElement

from plans.document.snapshot import SectionText, Snapshot
from plans.word.writing import Heading, Writing, root_of


def as_word(text: Snapshot, *, is_draft: bool = True) -> bytes:
    written = Writing(text, subtitle=text["council"], is_draft=is_draft)
    for section, shown in _shown(text):
        written.heading(Heading(section, escape(section["heading"])))
        written.inside(shown)
    return written.bytes()


def _shown(text: Snapshot) -> Iterator[tuple[SectionText, HtmlElement]]:
    """Each section as the web page has it, without its heading."""
    page = root_of(render_to_string("plans/document/_plan.html", {"snapshot": text}))
    for section, shown in zip(text["sections"], page.iterfind("./section"), strict=True):
        heading = shown[0]
        assert heading.get("id") == section["anchor"]
        shown.remove(heading)
        yield section, shown
