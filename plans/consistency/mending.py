"""What a mend makes of the places that it is for, to be seen before it is done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from plans.consistency.findings import Finding, Replacement
from plans.consistency.suggesting import Suggested
from plans.document.models import Section
from samarbejde.text.rich_text import plain_text
from samarbejde.text.rich_text_replacing import Hit, Sought, hits, hits_in_line

AROUND = 50  # letters on either side
LONGEST = 200  # letters of what is put, and of what it is put for
SHOWN = 3  # places of an unknown word


@dataclass(frozen=True)
class Change:
    before: str
    old: str
    new: str
    after: str
    where: str  # the section's number and heading


@dataclass(frozen=True)
class Row:
    """A finding on the page, with what its mend would change; for an unknown word, with others for it."""

    finding: Finding
    changes: list[Change]
    suggested: Suggested | None = None
    seen_in: Sequence[Change] = ()  # an unknown word, in the first of its places


def sought(mend: Replacement) -> Sought:
    return Sought(mend.old, whole_words=True, same_case=mend.same_case)


def rows(
    found: list[Finding], sections: Iterable[Section], suggested: Mapping[str, Suggested] | None = None
) -> list[Row]:
    """Told by the text as it is written: what the register fills in is put right there."""
    texts, suggested = {section.pk: section for section in sections}, suggested or {}
    return [_row(one, texts, suggested.get(one.unknown_word)) for one in found]


def _row(found: Finding, texts: Mapping[int, Section], suggested: Suggested | None) -> Row:
    if suggested is None:
        return Row(found, _changes(found, texts))
    seen_in = list(islice(_each_change(found.rewritten(), texts), SHOWN))
    return Row(found, [], suggested if seen_in else None, seen_in)


def _changes(found: Finding, texts: Mapping[int, Section]) -> list[Change]:
    """None where the check knows no other words, or where what it quotes is put together from several."""
    mend = found.replacement
    if mend is None or not mend.new or max(len(mend.old), len(mend.new)) > LONGEST:
        return []
    return list(_each_change(mend, texts))


def _each_change(mend: Replacement, texts: Mapping[int, Section]) -> Iterator[Change]:
    looked_for = sought(mend)
    for place in mend.places:
        for hit in _hits(texts[place.section], looked_for) if place.section else ():
            new = looked_for.in_its_place(hit.words, mend.new)
            yield Change(_end(hit.before), hit.words, new, _beginning(hit.after), place.title)


def _hits(text: Section, looked_for: Sought) -> Iterator[Hit]:
    yield from hits_in_line(text.heading, looked_for)
    for html in (text.body, text.closing):
        if looked_for.pattern.search(plain_text(html)):  # quick, and misses nothing
            yield from hits(html, looked_for)


def _end(text: str) -> str:
    return text if len(text) <= AROUND else f"… {text[-AROUND:].partition(' ')[2]}"


def _beginning(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]} …"
