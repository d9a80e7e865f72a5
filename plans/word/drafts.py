"""A plan's text in Word, made of the very pages that readers see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.template.loader import render_to_string
from django.utils.html import escape
from lxml.html import HtmlElement

from plans.document.snapshot import SectionText, Snapshot
from plans.pictures.kept import printed
from plans.word.blocks import Quoting
from plans.word.footnotes import call_for_notes
from plans.word.remarks import Remark
from plans.word.writing import Heading, Writing, root_of


def as_word(text: Snapshot, remarks: Iterable[Remark] = ()) -> bytes:
    """`remarks` stand beside the words they are on."""
    by_section: dict[str, list[Quoting]] = defaultdict(list)
    for remark in remarks:
        by_section[remark.lineage].append(Quoting(remark.note, remark.exact, remark.like_it))
    written = Writing(text, subtitle=text["council"], is_draft=True)
    for section, shown in _shown(text):
        heading = written.heading(Heading(section, escape(section["heading"])))
        written.quoted(shown, heading, by_section[section["lineage"]])
    return written.bytes()


def _shown(text: Snapshot) -> Iterator[tuple[SectionText, HtmlElement]]:
    """Each section as the web page has it, without its heading."""
    page = root_of(
        render_to_string("plans/document/_plan.html", {"snapshot": text, "pictures": printed(text)})
    )
    for section, shown in zip(text["sections"], page.iterfind("./section"), strict=True):
        heading = shown[0]
        assert heading.get("id") == section["anchor"]
        shown.remove(heading)
        call_for_notes(shown)
        yield section, shown
