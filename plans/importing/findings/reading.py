"""The blocks of an old plan → what the portal understands of it. Reads, and writes nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence

from plans.importing.blocks import Block, Kind, LeftOut, Picture, ReadFile, Words
from plans.importing.blocks.contents import Entry
from plans.importing.findings.account import missing_sentences
from plans.importing.findings.capitals import ask_of_capitals
from plans.importing.findings.contents import without_contents
from plans.importing.findings.duties import find_duties
from plans.importing.findings.figures import find_figures
from plans.importing.findings.front_page import (
    find_year_and_district,
    refuse_other_kinds,
    split_front_page,
    without_title,
)
from plans.importing.findings.headings import with_headings
from plans.importing.findings.left_out import tell_of_left_out
from plans.importing.findings.misspelt import with_right_names
from plans.importing.findings.outline import renumbered, sections_of
from plans.importing.findings.pictures import tell_of_pictures
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.prevention_areas import find_prevention_areas
from plans.importing.findings.priorities import find_focus_areas
from plans.importing.findings.questions import Questions
from plans.importing.findings.signatories import find_signatories
from plans.importing.findings.typed_lists import with_typed_lists
from plans.importing.findings.unprintable import made_printable
from plans.importing.likeness import letters
from samarbejde.transitions import Refused

MOST_SECTIONS = 400
FEWEST_SECTIONS, MANY_PARAGRAPHS = 2, 12  # a plan of one heading and so much text was never parted


def read_plan(file: ReadFile, places: Places, answers: Mapping[str, str] | None = None) -> ReadPlan:
    """`answers` to what an earlier reading asked. Raises `Refused` when the file holds no plan."""
    plan = ReadPlan(questions=Questions(answers or {}))
    tell_of_pictures(file.blocks, plan)
    blocks, contents = without_contents(made_printable(file.blocks, plan))
    blocks = with_typed_lists(blocks)
    running = [block for block in blocks if not isinstance(block, LeftOut | Picture)]
    running = with_right_names(running, places, plan.questions)
    front, rest = split_front_page(with_headings(running, contents, places))
    plan.sections = sections_of(without_title(front, rest, plan), contents)
    refuse_other_kinds(plan)
    ask_of_capitals(plan, places)
    if len(plan.sections) > MOST_SECTIONS:
        raise Refused(
            f"Dokumentet har over {MOST_SECTIONS} overskrifter, så det er næppe en samarbejdsplan. "
            "Vælg en fil, der kun indeholder planen."
        )
    find_year_and_district(plan, _text(running), places)
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
    _tell_of_no_chapters(plan)
    _account_for(plan, file, blocks, contents)
    return plan


def _tell_of_no_chapters(plan: ReadPlan) -> None:
    paragraphs = sum(len(section.before) for section in plan.sections)
    if len(plan.sections) < FEWEST_SECTIONS and paragraphs > MANY_PARAGRAPHS:
        plan.remarks.append(
            "Her er ingen kapitler at finde: filen har ingen overskrifter. "
            "Vælg selv, hvilke linjer der er overskrifter, under »Ret, hvordan filens linjer læses«."
        )


def _text(blocks: Iterable[Block]) -> str:
    return "\n\n".join(block.text for block in blocks if isinstance(block, Words))


def _account_for(plan: ReadPlan, file: ReadFile, blocks: Sequence[Block], contents: Sequence[Entry]) -> None:
    """Everything that is not in the plan is told, word for word."""
    _tell_of_host_page(plan, blocks)
    _tell_of_front_page(plan)
    _tell_of_contents(plan, contents)
    plan.remarks += renumbered(plan.sections)
    plan.not_understood += missing_sentences(blocks, plan)
    tell_of_left_out(file, plan)


def _tell_of_host_page(plan: ReadPlan, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if isinstance(block, LeftOut) and block.kind is Kind.HOST_PAGE:
            plan.not_understood.append(re.sub(r"\n\s*\n", "\n", block.text))
            plan.remarks.append("Teksten før »Transkript« hører til den side, som dokumentet er hentet fra.")


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
