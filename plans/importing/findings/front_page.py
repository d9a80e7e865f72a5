"""What stands before the first section: the title, its year and district; and what is no plan at all."""

import re
from collections.abc import Sequence

from plans.importing.blocks import Block, Heading, Paragraph, Run, Words
from plans.importing.findings.outline import INTRODUCTION
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from samarbejde.transitions import Refused

LONGEST_TITLE = 300  # letters
LEAST_OF_SENTENCE = 4  # words
_BEGINNING = 5000  # letters in which a plan says which year it is of
_YEAR = re.compile(r"samarbejdsplan\w*\D{0,60}?(20\d\d)", re.IGNORECASE)
_YEARS = re.compile(r"\b(20\d\d)\b")
_PLAN = re.compile(r"samarbejdsplan", re.IGNORECASE)
_OTHER_KINDS = {
    "en årsberetning": r"års(?:beretning|rapport|redegørelse)|virksomhedsberetning",
    "et referat": r"(?:beslutnings)?referat",
    "en dagsorden": r"dagsorden",
    "et høringssvar": r"høringssvar",
}
_TITLE = re.compile(r"samarbejdsplan|politikreds|\bpoliti$|^kredsrådet i ", re.IGNORECASE)
_BODY = re.compile(r"kredsrådet (?:i|for) .{3,60}", re.IGNORECASE)
_SECTION = re.compile(r"(?:del\s+\d|forord|bilag|kapitel\s|\d+(?:\.\d+)*\.?\s)", re.IGNORECASE)


def split_front_page(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """What stands before the first section (title, subtitle), and the rest."""
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and not is_title(blocks, place):
            return list(blocks[:place]), list(blocks[place:])
    return list(blocks), []


def is_title(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Heading):
        return False
    if block.level == 0 or _BODY.fullmatch(block.words):
        return True
    if _SECTION.match(block.words) or not _TITLE.search(block.words):
        return False
    empty = place + 1 == len(blocks) or isinstance(blocks[place + 1], Heading)
    return empty or bool(re.search(r"samarbejdsplan\D{0,40}20\d\d", block.words, re.IGNORECASE))


def without_title(front: Sequence[Block], rest: list[Block], plan: ReadPlan) -> list[Block]:
    """The blocks of the sections. Text without a heading (all of it, or sentences on a title page) gets one,
    so that it is kept.
    """
    lines = front if rest else front[:1]
    titles = [block for block in lines if isinstance(block, Words) and not _is_text(block)]
    text = [block for block in front if block not in titles]
    plan.title = [block.words for block in titles]
    if not text:
        return rest
    heading = INTRODUCTION if rest else "Planens tekst"
    plan.remarks.append(f"Tekst uden overskrift står i planen under overskriften »{heading}«.")
    return [Heading(text[0].place, (Run(heading),), 1, sure=False), *text, *rest]


def _is_text(block: Words) -> bool:
    is_sentence = block.text.rstrip().endswith(".") and len(block.words.split()) >= LEAST_OF_SENTENCE
    return len(block.text) > LONGEST_TITLE or (isinstance(block, Paragraph) and is_sentence)


def find_year_and_district(plan: ReadPlan, text: str, places: Places) -> None:
    title = " ".join(plan.title)
    years = list(dict.fromkeys(map(int, _YEARS.findall(title))))
    year = _YEAR.search(title) or _YEARS.search(title) or _YEAR.search(text[:_BEGINNING])
    plan.year = int(year[1]) if year else None
    plan.other_years = [one for one in years if one != plan.year]
    plan.district = places.district_in_title(title) or places.district_most_named(text)


def refuse_other_kinds(plan: ReadPlan) -> None:
    """Raises `Refused` for a document whose title says that it is something else."""
    if any(map(_PLAN.search, plan.title)):
        return
    for kind, words in _OTHER_KINDS.items():
        if any(re.search(rf"\b(?:{words})\b", line, re.IGNORECASE) for line in plan.title):
            raise Refused(
                f"Dokumentet er efter sin titel {kind} og ikke en samarbejdsplan. Vælg filen med planen."
            )
