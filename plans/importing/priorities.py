"""Each kommune's list of priorities, and the focus areas of the plan: one title for each, however often it is written."""

import re
from collections.abc import Sequence

from plans.importing.blocks import BULLET, NUMBERED, Block
from plans.importing.contents import ALIKE, alike, letters
from plans.importing.findings import ReadFocusArea, ReadPlan, ReadSection
from plans.importing.headings import is_above_list
from plans.importing.places import Places

_CHAPTER = re.compile(r"(?:indsats|fokus)områder", re.IGNORECASE)
_LOCAL = re.compile(r"\blokal", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:en )?videreføre(?:lse|s|t)\b", re.IGNORECASE)
_NEW = re.compile(r"indsatsområde\w* er (?:et )?nyt\b", re.IGNORECASE)
SOMEWHAT_ALIKE = 0.6


def find_focus_areas(plan: ReadPlan, places: Places) -> None:
    """Fills `plan.priorities` and `plan.focus_areas`; aliases of a title go to `plan.not_understood`."""
    written = _lists(plan.sections, places)
    district_wide = [_area(section) for section in _sections_of_areas(plan.sections)]
    everywhere = _in_every_list(written)
    titles = _one_title_each(everywhere, district_wide, plan)
    district_wide += [ReadFocusArea(title, "district") for title in everywhere if titles[letters(title)] == title]
    plan.focus_areas = _without_repeats(district_wide)
    for municipality, items in written.items():
        plan.priorities[municipality] = [titles.get(letters(item), item) for item in items]
        plan.focus_areas += [
            ReadFocusArea(item, "local", municipality) for item in items if letters(item) not in titles
        ]


def _lists(sections: Sequence[ReadSection], places: Places) -> dict[str, list[str]]:
    """Kommune → titles as written, in the document's order; the sections' blocks are taken."""
    found: dict[str, list[str]] = {}
    for section in sections:
        if section.data:
            continue
        taken: list[int] = []
        for place in range(len(section.before)):
            if is_above_list(section.before, place, places):
                items = _items(section.before, place + 1)
                name = places.municipality_named(section.before[place].words) or ""
                found.setdefault(name, []).extend(title_of(section.before[item]) for item in items)
                taken += [place, *items]
        if taken:
            section.fill_from_register("priorities", taken)
    return found


def _items(blocks: Sequence[Block], begin: int) -> list[int]:
    end = begin
    while end < len(blocks) and blocks[end].kind in (NUMBERED, BULLET):
        end += 1
    return list(range(begin, end))


def title_of(block: Block) -> str:
    return block.words.rstrip(". ")


def _sections_of_areas(sections: Sequence[ReadSection]) -> list[ReadSection]:
    """The sections of the chapter on focus areas, but those on local ones."""
    return [
        section
        for section in sections
        if section.parent
        and section.parent.level == 1
        and _CHAPTER.search(section.parent.heading)
        and not _LOCAL.search(section.parent.heading)
        and section.data != "priorities"
        and not (_LOCAL.search(section.heading) and _CHAPTER.search(section.heading))
    ]


def _area(section: ReadSection) -> ReadFocusArea:
    text = " ".join(block.words for block in section.before)
    carried = True if _CARRIED.search(text) else False if _NEW.search(text) else None
    return ReadFocusArea(section.heading.rstrip(". "), "district", carried=carried, section=section)


def _in_every_list(written: dict[str, list[str]]) -> list[str]:
    """The titles, in order, that stand in all lists: what every kommune works on is district-wide."""
    lists = list(written.values())
    if len(lists) < 2:
        return []
    common = set.intersection(*({letters(title) for title in titles} for titles in lists))
    return [title for title in lists[0] if letters(title) in common]


def _one_title_each(everywhere: list[str], areas: list[ReadFocusArea], plan: ReadPlan) -> dict[str, str]:
    """Each title of the lists → the title of its area: the same words, then similar ones, then the one that is left."""
    titles: dict[str, str] = {}
    left = list(areas)
    for least in (1.0, ALIKE, SOMEWHAT_ALIKE, 0.0):
        waiting = [title for title in everywhere if letters(title) not in titles]
        if least == 0.0 and (len(waiting) != 1 or len(left) != 1):
            break
        for title in waiting:
            best = max(left, key=lambda area: alike(area.title, title), default=None)
            if best and alike(best.title, title) >= least:
                titles[letters(title)] = best.title
                left.remove(best)
                _remember_alias(plan, title, best.title)
    return {letters(title): title for title in everywhere} | titles


def _remember_alias(plan: ReadPlan, written: str, title: str) -> None:
    if letters(written) != letters(title):
        plan.not_understood.append(written)
        plan.remarks.append(
            f"»{written}« står i alle kommuners lister og er læst som det kredsdækkende emne »{title}«. "
            "Emnet har kun den ene titel i planen."
        )


def _without_repeats(areas: list[ReadFocusArea]) -> list[ReadFocusArea]:
    return list({letters(area.title): area for area in reversed(areas)}.values())[::-1]
