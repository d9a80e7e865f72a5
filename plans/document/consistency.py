"""What stands wrong in a plan, measured against the register and against itself. Reads only.

Few checks, each of them right: a list that cries wolf is not read.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from councils.models import Council, Municipality
from plans.document.comparison import blocks
from plans.document.models import FocusArea, Plan, Scope, Section
from plans.document.numbering import Numbered, numbered
from plans.document.register_data import Register
from plans.document.years import lone_year
from samarbejde import danish
from samarbejde.rich_text import plain_text

_YEAR = lone_year(r"20\d\d")
_FEW = 3  # kommuner: a text that names fewer is no list of them
_LEFT_OUT = 2  # at most, for a list to be meant as all of them


@dataclass(frozen=True)
class Finding:
    """Something to look at, and where it is put right: a section, or a lokalråd's list."""

    text: str
    section: Section | None = None
    council: Council | None = None


def findings(plan: Plan, register: Register) -> list[Finding]:
    places = numbered(plan.sections.all())
    return [
        *_lists_of_priorities(register),
        *_titles(places, register),
        *_years(places, plan.year),
        *_last_year(places, plan.year - 1),
        *_left_out(places, [c.municipality for c in register.local_councils if c.municipality]),
        *_same_heading(places),
        *_empty(places),
    ]


def _lists_of_priorities(register: Register) -> Iterator[Finding]:
    """Every district-wide area stands in every lokalråd's list."""
    district_wide = [area for area in register.focus_areas.values() if area.scope == Scope.DISTRICT]
    if not register.focus_areas:
        return
    for council in register.local_councils:
        standing = register.priorities_by_council.get(council.pk, [])
        if not standing:
            yield Finding(f"{council} har ingen prioriterede indsatsområder.", council=council)
            continue
        if missing := [f"»{area}«" for area in district_wide if area not in standing]:
            yield Finding(
                f"{council} mangler {danish.listing(missing)} på sin liste. "
                "Kredsdækkende emner står på alle lister.",
                council=council,
            )


def _titles(places: list[Numbered], register: Register) -> Iterator[Finding]:
    """A topic and its section have one title."""
    areas: dict[int | None, FocusArea] = {area.section_id: area for area in register.focus_areas.values()}
    for place in places:
        area = areas.get(place.section.pk)
        if area is not None and area.title != place.section.heading:
            yield Finding(
                f"Emnet »{area}« har et afsnit med en anden overskrift: »{place.title}«.", place.section
            )


def _years(places: list[Numbered], year: int) -> Iterator[Finding]:
    for place in places:
        others = [found for found in _YEAR.findall(place.section.heading) if int(found) != year]
        if others:
            yield Finding(
                f"Overskriften »{place.title}« nævner {danish.listing(others)}, og planen gælder {year}.",
                place.section,
            )


def _last_year(places: list[Numbered], year: int) -> Iterator[Finding]:
    """What was true last year, and was carried forward with the rest: »i 2026«."""
    said = re.compile(rf"\b(?:i|for|til) {year}\b(?!\s?[–/-]\s?\d)", re.IGNORECASE)
    for place in places:
        html = place.section.body + place.section.closing
        if str(year) in html and (match := said.search(plain_text(html))):
            yield Finding(
                f"»{place.title}« siger »{match[0]}«. Er det stadig sådan i {year + 1}?", place.section
            )


def _left_out(places: list[Numbered], district: list[Municipality]) -> Iterator[Finding]:
    """A paragraph, list or table that names all the district's kommuner but one or two."""
    names = [municipality.name for municipality in district]
    any_name = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})s?(?![\w-])")
    for place in places:
        for block in blocks(place.section.body) + blocks(place.section.closing):
            named = set(any_name.findall(plain_text(block)))
            absent = [name for name in names if name not in named]
            if 0 < len(absent) <= _LEFT_OUT and len(named) >= max(_FEW, len(names) - _LEFT_OUT):
                yield Finding(
                    f"»{place.title}« nævner {len(named)} af politikredsens {len(names)} kommuner, "
                    f"men ikke {danish.listing(absent)}.",
                    place.section,
                )


def _same_heading(places: list[Numbered]) -> Iterator[Finding]:
    found: dict[str, list[Numbered]] = defaultdict(list)
    for place in places:
        if place.section.heading:
            found[place.section.heading.casefold()].append(place)
    for same in found.values():
        if len(same) > 1:
            numbers = danish.listing(place.label or place.section.heading for place in same)
            yield Finding(
                f"Overskriften »{same[0].section.heading}« står {len(same)} gange: {numbers}.",
                same[1].section,
            )


def _empty(places: list[Numbered]) -> Iterator[Finding]:
    parents = {place.section.parent_id for place in places}
    for place in places:
        section = place.section
        if not (section.body or section.closing or section.data or section.pk in parents):
            yield Finding(f"»{place.title}« er tomt.", section)
