"""Who signed the plan, where and when: names above titles, and "Holstebro, den 19. december 2024"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from plans.importing.blocks import Block, Paragraph
from plans.importing.findings.offices import is_office, offices_in, one_name_for_each_office
from plans.importing.findings.pairing import Pairs, is_name, pairs_in_rows, rows_of
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan, ReadSection, ReadSignatory
from samarbejde.danish import MONTHS, listing

MOST = 150
_PLACE_AND_DATE = re.compile(
    r"(?P<place>[A-ZÆØÅ][\w .-]{1,40}?),?\s+(?:den|d\.)\s+"
    rf"(?P<day>\d{{1,2}})(?:\.\s*(?P<word>{'|'.join(MONTHS)})\s+|[-./]\s?(?P<month>\d{{1,2}})[-./\s])(?P<year>\d{{4}})\.?",
    re.IGNORECASE,
)


def find_signatories(plan: ReadPlan, places: Places) -> None:
    """The first section that holds signatories is filled from the register."""
    for section in plan.sections:
        found = _found_in(section.before)
        if found.is_misread:
            plan.remarks.append(_misread(section, found.nameless))
            found = _found_in(section.before, only_together=True)
        if 0 < len(found.pairs) <= MOST:
            signatories = [ReadSignatory(name, title) for name, title in found.pairs]
            signatories = [replace(one, municipality=_municipality(one, places)) for one in signatories]
            plan.signatories = one_name_for_each_office(signatories, plan)
            _fill(plan, section, found.taken)
            return


def _misread(section: ReadSection, nameless: list[str]) -> str:
    return (
        f"Underskrifterne i »{section.heading}« er ikke læst, men står i teksten: "
        f"{listing(f'»{title}«' for title in nameless)} står uden et navn. "
        "Skriv selv underskriverne ind, når planen er indlæst."
    )


def _fill(plan: ReadPlan, section: ReadSection, taken: list[int]) -> None:
    for place, block in enumerate(section.before):
        if isinstance(block, Paragraph) and (signed := read_place_and_date(block.words)):
            plan.signed_place, plan.signed_date = signed
            taken.append(place)
            break
    section.fill_from_register("signatories", taken)


def read_place_and_date(line: str) -> tuple[str, date] | None:
    """`Holstebro, den 19. december 2024.`, also with the date in figures; None for anything else."""
    match = _PLACE_AND_DATE.fullmatch(line)
    if not match:
        return None
    month = MONTHS.index(match["word"].lower()) + 1 if match["word"] else int(match["month"])
    try:
        return match["place"].strip(), date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


@dataclass
class _Found:
    pairs: Pairs = field(default_factory=list)
    taken: list[int] = field(default_factory=list)  # places of the blocks that they stand in
    apart: bool = False  # some names stand in another block than their title
    nameless: list[str] = field(default_factory=list)  # titles that no name is read to

    @property
    def is_misread(self) -> bool:
        """One title that stands alone may be text; two, or one beside names that stand apart, may not."""
        return sum(map(offices_in, self.nameless)) > 1 or (self.apart and bool(self.nameless))


def _found_in(blocks: Sequence[Block], *, only_together: bool = False) -> _Found:
    found = _Found()
    for place, block in enumerate(blocks):
        if place in found.taken:
            continue
        taken, pairs = _pairs_in(blocks, place)
        if not pairs and not only_together:
            taken, pairs = _pairs_across(blocks, place, found.taken)
            found.apart = found.apart or bool(pairs)
        if pairs:
            found.pairs += pairs
            found.taken += taken
        elif isinstance(block, Paragraph) and offices_in(block.words):
            found.nameless.append(block.words)
    return found


def _pairs_in(blocks: Sequence[Block], place: int) -> tuple[list[int], Pairs]:
    """Names and titles in the cells of a table, or of paragraphs with tabs; line by line, whichever comes
    first; or "name, title" on one line.
    """
    taken, rows = rows_of(blocks, place)
    if rows:
        return taken, pairs_in_rows(rows)
    parts = _parts(blocks[place])
    if len(parts) == 1:
        parts = list(parts[0].partition(", ")[::2])
    return [place], _paired(parts[::2], parts[1::2]) or _paired(parts[1::2], parts[::2])


def _pairs_across(blocks: Sequence[Block], place: int, taken: list[int]) -> tuple[list[int], Pairs]:
    """Names above, titles from here on: lines above lines, or as many blocks of each."""
    many = len(_parts(blocks[place])) > 1
    for count, parts_of in (*([(1, _parts)] if many else []), (_titles_from(blocks, place), _whole)):
        names, titles = blocks[max(place - count, 0) : place], blocks[place : place + count]
        places = list(range(place - len(names), place + count))
        pairs = _paired(*([part for block in side for part in parts_of(block)] for side in (names, titles)))
        if pairs and not set(places) & set(taken):
            return places, pairs
    return [], []


def _titles_from(blocks: Sequence[Block], place: int) -> int:
    """How many blocks from here on are titles and nothing more."""
    return sum(1 for _ in takewhile(_is_title, blocks[place:]))


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_office(block.words)


def _parts(block: Block) -> list[str]:
    return block.lines if isinstance(block, Paragraph) else []


def _whole(block: Block) -> list[str]:
    return [block.words] if isinstance(block, Paragraph) else []


def _paired(names: list[str], titles: list[str]) -> Pairs:
    pairs = list(zip(map(str.strip, names), map(str.strip, titles), strict=False))
    fits = len(names) == len(titles) and all(is_name(name) and is_office(title) for name, title in pairs)
    return pairs if fits else []


def _municipality(signatory: ReadSignatory, places: Places) -> str:
    is_mayor = "borgmester" in signatory.title.casefold()
    return (places.municipality_in(signatory.title) or "") if is_mayor else ""
