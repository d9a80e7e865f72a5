"""Who signed the plan, where and when: names above titles, and "Holstebro, den 19. december 2024"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plans.importing.blocks import PARAGRAPH, ROW, Block, plain
from plans.importing.findings import ReadPlan, ReadSection, ReadSignatory
from plans.importing.places import Places
from samarbejde.danish import MONTHS

MOST = 150
_OFFICE = "politidirektør|politimester|(?:vice)?borgmester|stedfortræder|formand|næstformand|kommunaldirektør"
_TITLE = re.compile(rf"(?:(?:konstitueret|fungerende)\s+)?(?:{_OFFICE})\b[^.!?]{{0,100}}", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÆØÅ][^\d,:;!?]{2,60}")
_PLACE_AND_DATE = re.compile(
    r"(?P<place>[A-ZÆØÅ][\w .-]{1,40}?),?\s+(?:den|d\.)\s+"
    rf"(?P<day>\d{{1,2}})(?:\.\s*(?P<word>{'|'.join(MONTHS)})\s+|[-./]\s?(?P<month>\d{{1,2}})[-./\s])(?P<year>\d{{4}})\.?",
    re.IGNORECASE,
)


def find_signatories(plan: ReadPlan, places: Places) -> None:
    """The first section that holds signatories is filled from the register."""
    for section in plan.sections:
        found, taken = _signatories(section.before)
        if 0 < len(found) <= MOST:
            plan.signatories = [replace(one, municipality=_municipality(one, places)) for one in found]
            _fill(plan, section, taken)
            return


def _fill(plan: ReadPlan, section: ReadSection, taken: list[int]) -> None:
    for place, block in enumerate(section.before):
        if block.kind == PARAGRAPH and (signed := read_place_and_date(block.words)):
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


def _signatories(blocks: Sequence[Block]) -> tuple[list[ReadSignatory], list[int]]:
    found: list[ReadSignatory] = []
    taken: list[int] = []
    for place, block in enumerate(blocks):
        before = [place - 1] if place and place - 1 not in taken else []
        if pairs := _pairs_in(block):
            taken.append(place)
        elif before and (pairs := _pairs_across(blocks[place - 1], block)):
            taken += [place - 1, place]
        found += [ReadSignatory(name, title) for name, title in pairs]
    return found, taken


def _pairs_in(block: Block) -> list[tuple[str, str]]:
    """Names and titles line by line, or "name, title" on one line."""
    if block.kind != PARAGRAPH:
        return []
    lines = block.lines
    if len(lines) == 1:
        name, _, title = lines[0].partition(", ")
        lines = [name, title]
    return _paired(lines[::2], lines[1::2])


def _pairs_across(above: Block, below: Block) -> list[tuple[str, str]]:
    """Names in one block, titles in the next: two paragraphs, or two rows of a table."""
    if above.kind != below.kind or above.kind not in (PARAGRAPH, ROW):
        return []
    split = "\t" if above.kind == ROW else "\n"
    return _paired(*([plain(part) for part in block.text.split(split)] for block in (above, below)))


def _paired(names: list[str], titles: list[str]) -> list[tuple[str, str]]:
    pairs = list(zip(map(str.strip, names), map(str.strip, titles), strict=False))
    fits = len(names) == len(titles) and all(
        _NAME.fullmatch(name) and _TITLE.fullmatch(title) for name, title in pairs
    )
    return pairs if fits else []


def is_office(line: str) -> bool:
    """`Borgmester i Herning Kommune`."""
    return _TITLE.fullmatch(line) is not None


def _municipality(signatory: ReadSignatory, places: Places) -> str:
    is_mayor = "borgmester" in signatory.title.casefold()
    return (places.municipality_in(signatory.title) or "") if is_mayor else ""
