"""Two versions of a plan as one text in Word, in which what differs is tracked changes."""

from django.template.loader import render_to_string
from django.utils.html import escape

from plans.document.changes import places_kept
from plans.document.compared import in_order
from plans.document.snapshot import SectionText, Snapshot
from plans.word.inline import CALLED_FOR, MOVE, Note
from plans.word.plain_blocks import plain_blocks
from plans.word.writing import Heading, Writing
from samarbejde.text.redline import difference, line_difference
from samarbejde.text.rich_text_notes import OPENING
from samarbejde.text.rich_text_showing import shown

MOVED = "Afsnittet er flyttet"


def as_redline(before: Snapshot, after: Snapshot, *, names: tuple[str, str], is_draft: bool = True) -> bytes:
    """`names` are those of the versions; they are the author of each change."""
    told = f"Fra {names[0]} til {names[1]}"
    written = Writing(after, subtitle=f"Ændringer: {told}", is_draft=is_draft, author=told)
    old = {section["lineage"]: section for section in before["sections"]}
    still = places_kept(before, after)
    for section in in_order(before["sections"], after["sections"]):
        was = old.get(section["lineage"])
        if was is None:
            written.heading(Heading(section, escape(section["heading"]), "ins"))
            written.text(_text(section, after), "ins")
        elif was is section:
            written.heading(Heading(section, escape(section["heading"]), "del"))
            written.text(_text(section, before), "del")
        else:
            notes = () if section["lineage"] in still else (Note((MOVED,)),)
            heading = line_difference(was["heading"], section["heading"])
            written.heading(Heading(section, heading, notes=notes))
            written.text(_changed(was, section, before, after))
    return written.bytes()


def _text(section: SectionText, text: Snapshot) -> str:
    parts = (section["body"], _filled(section, text), section["closing"], _of_topic(section))
    return "".join(map(_shown, parts))


def _changed(was: SectionText, now: SectionText, before: Snapshot, after: Snapshot) -> str:
    pairs = (
        (was["body"], now["body"]),
        (_filled(was, before), _filled(now, after)),
        (was["closing"], now["closing"]),
        (_of_topic(was), _of_topic(now)),
    )
    return "".join(_shown(difference(old, new, as_moved=_moved).html) for old, new in pairs)


def _moved(which: str, key: int, paragraph: str) -> str | None:
    """For `Blocks`. A footnote cannot stand in two places, so a paragraph that calls for one has a note."""
    return None if OPENING in paragraph else f'<div {MOVE}="{which}" data-key="{key}">{paragraph}</div>'


def _shown(html: str) -> str:
    """Its footnotes are Word's to count."""
    return shown(html.replace(OPENING, f'<span {CALLED_FOR}="">'))


def _of_topic(section: SectionText) -> str:
    """What a section shows of the topic that it is of."""
    names = ("projects", "proposers")
    html = "".join(render_to_string(f"plans/document/_{name}.html", dict(section)) for name in names)
    return plain_blocks(html) if section["projects"] or section["proposed_by"] else ""


def _filled(section: SectionText, text: Snapshot) -> str:
    if not section["data"]:
        return ""
    context = {"section": section, "data": section["data"], "snapshot": text}
    html = render_to_string(f"plans/document/_data_{section['data_kind']}.html", context)
    return plain_blocks(html)
