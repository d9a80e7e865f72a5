"""The text of an old plan → what the portal understands of it. Reads, and writes nothing."""

import re
from collections.abc import Sequence

from plans.importing.accounting import missing_sentences
from plans.importing.blocks import CONTENTS, HEADING, Block, blocks_of, names_contents, plain
from plans.importing.contents import Entry, letters
from plans.importing.duties import find_duties
from plans.importing.figures import find_figures
from plans.importing.findings import ReadPlan
from plans.importing.headings import split_front_page, with_headings, without_contents
from plans.importing.outline import renumbered, sections_of
from plans.importing.pictures import without_pictures
from plans.importing.places import Places
from plans.importing.prevention_areas import find_prevention_areas
from plans.importing.priorities import find_focus_areas
from plans.importing.signatories import find_signatories
from plans.importing.unprintable import made_printable
from plans.importing.wall_of_text import read_wall, without_host_page
from samarbejde.transitions import Refused

LONGEST_TITLE, MOST_SECTIONS = 300, 400
_YEAR = re.compile(r"samarbejdsplan\w*\D{0,60}?(20\d\d)", re.IGNORECASE)


def read_plan(text: str, places: Places) -> ReadPlan:
    """Raises `Refused` when the text is no plan at all."""
    plan = ReadPlan()
    text, host_page = without_host_page(text)
    text = made_printable(without_pictures(text, plan), plan)
    blocks, contents, text = _blocks(text, places)
    front, rest = split_front_page(blocks)
    plan.sections = sections_of(_with_untitled_text(front, rest, plan), contents)
    if len(plan.sections) > MOST_SECTIONS:
        raise Refused(
            f"Dokumentet har over {MOST_SECTIONS} overskrifter, så det er næppe en samarbejdsplan. "
            "Vælg en fil, der kun indeholder planen."
        )
    _find_year_and_district(plan, text, places)
    if plan.year is None and plan.district is None:
        raise Refused(
            "Teksten ligner ikke en samarbejdsplan: den nævner hverken »Samarbejdsplan« med et årstal "
            "eller en politikreds. Kontrollér, at du har valgt den rigtige fil."
        )
    find_signatories(plan, places)
    find_focus_areas(plan, places)
    find_prevention_areas(plan, places)
    find_figures(plan, places)
    find_duties(plan)
    _account_for(plan, text, contents, host_page)
    return plan


def _blocks(text: str, places: Places) -> tuple[list[Block], list[Entry], str]:
    """The blocks, the list of contents, and the text without that list."""
    if wall := read_wall(text):
        return wall.blocks, wall.contents, wall.text
    every = blocks_of(text)
    blocks, contents = without_contents(every)
    dropped = [block for block in every if block.kind == CONTENTS or (contents and names_contents(block))]
    listed = {line for block in dropped for line in block.lines}
    rest = "\n".join(line for line in text.split("\n") if plain(line.lstrip("#")) not in listed)
    return with_headings(blocks, contents, places), contents, rest


def _with_untitled_text(front: Sequence[Block], rest: list[Block], plan: ReadPlan) -> list[Block]:
    """Text without a heading (all of it, or too much for a title page) gets one, so that it is kept."""
    titles = [block for block in (front if rest else front[:1]) if len(block.text) <= LONGEST_TITLE]
    text = [block for block in front if len(block.text) > LONGEST_TITLE] if rest else front[len(titles) :]
    plan.title = [block.words for block in titles]
    if not text:
        return rest
    heading = "Indledning" if rest else "Planens tekst"
    plan.remarks.append(f"Tekst uden overskrift står i planen under overskriften »{heading}«.")
    return [Block(HEADING, heading, level=1), *text, *rest]


def _find_year_and_district(plan: ReadPlan, text: str, places: Places) -> None:
    title = " ".join(plan.title)
    year = _YEAR.search(title) or re.search(r"\b(20\d\d)\b", title) or _YEAR.search(text[:5000])
    plan.year = int(year[1]) if year else None
    plan.district = places.district_in_title(title) or places.district_most_named(text)


def _account_for(plan: ReadPlan, text: str, contents: Sequence[Entry], host_page: str) -> None:
    """Everything that is not in the plan is told, word for word."""
    if host_page:
        plan.not_understood.append(re.sub(r"\n\s*\n", "\n", host_page))
        plan.remarks.append("Teksten før »Transkript« hører til den side, som dokumentet er hentet fra.")
    _tell_of_front_page(plan)
    _tell_of_contents(plan, contents)
    plan.remarks += renumbered(plan.sections)
    plan.not_understood += missing_sentences(text, plan)


def _tell_of_front_page(plan: ReadPlan) -> None:
    other = [line for line in plan.title if letters(line) != f"samarbejdsplan{plan.year}"]
    if other:
        plan.not_understood += other
        plan.remarks.append(
            "Forsidens tekst er ikke med: portalen laver selv en forside med plan og politikreds."
        )


def _tell_of_contents(plan: ReadPlan, contents: Sequence[Entry]) -> None:
    known = {letters(section.heading) for section in plan.sections} | {letters(line) for line in plan.title}
    known |= {letters(section.written + section.heading) for section in plan.sections}
    if other := [
        entry.title for entry in contents if not {letters(entry.bare), letters(entry.title)} & known
    ]:
        plan.not_understood += other
        plan.other_contents = other
        plan.remarks.append(
            "Indholdsfortegnelsen har titler, der ikke står sådan i dokumentet. "
            "Portalen laver selv indholdsfortegnelsen ud fra overskrifterne."
        )
