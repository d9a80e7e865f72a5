"""Each kommune's list of priorities, and the plan's focus areas: one title each, however it is written."""

import re
from collections import Counter
from collections.abc import Iterable, KeysView, Sequence
from itertools import chain, combinations

from plans.importing.blocks import BULLET, NUMBERED, Block
from plans.importing.contents import alike, letters
from plans.importing.findings import ReadFocusArea, ReadPlan, ReadSection
from plans.importing.headings import is_above_list
from plans.importing.places import Places
from samarbejde.danish import listing

_CHAPTER = re.compile(r"(?:indsats|fokus)områder", re.IGNORECASE)
_LOCAL = re.compile(r"\blokal", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:en )?videreføre(?:lse|s|t)\b", re.IGNORECASE)
_NEW = re.compile(r"indsatsområde\w* er (?:et )?nyt\b", re.IGNORECASE)
LONGEST, MOST_ITEMS, MOST_TITLES = 200, 20, 100
NEARLY_ALIKE = 0.9


def find_focus_areas(plan: ReadPlan, places: Places) -> None:
    """Fills `plan.priorities` and `plan.focus_areas`; other names of a title go to `plan.not_understood`."""
    written = _lists(plan.sections, places)
    areas = [_area(section) for section in _sections_of_areas(plan.sections)]
    spellings = _spellings(title for titles in written.values() for title in titles)
    lists = [{spellings[title]: None for title in titles}.keys() for titles in written.values()]
    common = _common(lists)
    titles = _one_title_each(common, areas, lists)
    plan.focus_areas = areas + [
        ReadFocusArea(title, "district") for title in common if titles[title] == title
    ]
    for municipality, items in written.items():
        own = [titles.get(spellings[item], spellings[item]) for item in items]
        plan.priorities[municipality] = list(dict.fromkeys(own))
        plan.focus_areas += [
            ReadFocusArea(title, "local", municipality)
            for title in plan.priorities[municipality]
            if title not in titles.values()
        ]
    plan.focus_areas = _without_repeats(plan.focus_areas)
    _tell(plan, written, {title: titles.get(spelling, spelling) for title, spelling in spellings.items()})


def _lists(sections: Sequence[ReadSection], places: Places) -> dict[str, list[str]]:
    """Kommune → titles as written, in the document's order; the sections' blocks are taken."""
    found: dict[str, list[str]] = {}
    for section in sections:
        lists = {} if section.data else _lists_in(section.before, places)
        new = {name: items for name, items in lists.items() if name not in found}
        if len(new) > 1 or (new and _CHAPTER.search(section.heading)):
            found |= {name: [title_of(section.before[at]) for at in items[1:]] for name, items in new.items()}
            section.fill_from_register("priorities", list(chain.from_iterable(new.values())))
    return found


def _lists_in(blocks: Sequence[Block], places: Places) -> dict[str, list[int]]:
    """Kommuner → the places of their name and of the items below; the first list of each."""
    found: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if is_above_list(blocks, place, places) and (items := _items(blocks, place + 1)):
            name = places.municipality_named(block.words) or ""
            if len(items) <= MOST_ITEMS:
                found.setdefault(name, [place, *items])
    return found


def _items(blocks: Sequence[Block], begin: int) -> list[int]:
    """The places of the list's items; an item too long for a title ends the list."""
    end = begin
    while (
        end < len(blocks) and blocks[end].kind in (NUMBERED, BULLET) and len(title_of(blocks[end])) <= LONGEST
    ):
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


def _spellings(titles: Iterable[str]) -> dict[str, str]:
    """Each title as written → the most frequent spelling of the same words."""
    usual: dict[str, str] = {}
    counts = Counter(titles)
    for title, _ in counts.most_common():
        usual.setdefault(letters(title), title)
    return {title: usual[letters(title)] for title in counts}


def _common(lists: Sequence[KeysView[str]]) -> list[str]:
    """What nearly every kommune works on is district-wide: it stands in more than half of the lists."""
    counts = Counter(chain.from_iterable(lists))
    return [title for title in counts if len(lists) > 1 and counts[title] > len(lists) / 2]


def _one_title_each(
    common: list[str], areas: list[ReadFocusArea], lists: Sequence[KeysView[str]]
) -> dict[str, str]:
    """The lists' titles → the areas': by the same words.

    One that every list has and no section is the one section that no list has, unless a single word parts
    them: then they are two.
    """
    left = {letters(area.title): area.title for area in areas}
    titles = {title: left.pop(letters(title)) for title in common if letters(title) in left}
    waiting = [title for title in common if title not in titles]
    if len(waiting) == len(left) == 1 and all(waiting[0] in titles for titles in lists):
        [area] = left.values()
        if not is_one_word_apart(waiting[0], area):
            titles[waiting[0]] = area
    return {title: title for title in [*common, *left.values()]} | titles


def is_one_word_apart(one: str, other: str) -> bool:
    """»Trygge aftener i Vestbyen« and »… i Østbyen«; »15-17 år« and »18-25 år«."""
    words, others = (Counter(title.casefold().split()) for title in (one, other))
    return (words - others).total() <= 1 and (others - words).total() <= 1


def _tell(plan: ReadPlan, written: dict[str, list[str]], titles: dict[str, str]) -> None:
    """What was read otherwise than it was written."""
    for title, used in titles.items():
        if letters(title) != letters(used):
            plan.not_understood.append(title)
            plan.other_titles[title] = used
            plan.remarks.append(
                f"»{title}« i kommunernes lister er læst som emnet »{used}«, der kun har én titel i planen: "
                "listerne har ellers intet afsnit, og afsnittet ingen liste. Ret det, hvis det er to emner."
            )
    tell_of_alike(plan)
    for area in plan.focus_areas:
        without = [name for name, own in plan.priorities.items() if area.title not in own]
        if area.scope == "district" and plan.priorities and without:
            plan.remarks.append(
                f"»{area.title}« er kredsdækkende, men står ikke i listen for {listing(without)}."
            )
    for name, items in written.items():
        if len(items) > len(plan.priorities[name]):
            plan.remarks.append(
                f"Listen for {name} nævner det samme emne to gange. Det står én gang i planen."
            )


def tell_of_alike(plan: ReadPlan) -> None:
    """Nearly the same words are two topics, and are told: one may be a slip of the pen."""
    titles = list(dict.fromkeys(area.title for area in plan.focus_areas))
    for one, other in combinations(titles, 2) if len(titles) <= MOST_TITLES else ():
        if alike(one, other) >= NEARLY_ALIKE:
            plan.remarks.append(
                f"»{one}« og »{other}« ligner hinanden, men er to emner, fordi ordene ikke er ens. "
                "Ret det, hvis det er det samme emne."
            )


def _without_repeats(areas: list[ReadFocusArea]) -> list[ReadFocusArea]:
    found: dict[tuple[str, str], ReadFocusArea] = {}
    for area in areas:
        found.setdefault((area.title, area.municipality), area)
    return list(found.values())
