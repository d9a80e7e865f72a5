"""Each kommune's list of priorities, and the plan's focus areas: one title each, however it is written."""

import re
from collections import Counter
from collections.abc import Iterable, KeysView, Sequence
from itertools import chain, combinations

from plans.importing.blocks import Words
from plans.importing.findings.lists import lists_in
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadFocusArea, ReadPlan, ReadSection
from plans.importing.findings.questions import NO, YES, Questions
from plans.importing.likeness import alike, letters
from samarbejde.danish import listing

_CHAPTER = re.compile(r"(?:indsats|fokus)områder", re.IGNORECASE)
_LOCAL = re.compile(r"\blokal", re.IGNORECASE)
_CARRIED = re.compile(r"\b(?:en )?videreføre(?:lse|s|t)\b", re.IGNORECASE)
_NEW = re.compile(r"indsatsområde\w* er (?:et )?nyt\b", re.IGNORECASE)
MOST_TITLES = 100
NEARLY_ALIKE = 0.9


def find_focus_areas(plan: ReadPlan, places: Places) -> None:
    """Fills `plan.priorities` and `plan.focus_areas`; other names of a title go to `plan.not_understood`."""
    written = _lists(plan.sections, places)
    areas = [_area(section) for section in _sections_of_areas(plan.sections)]
    spellings = _spellings(title for titles in written.values() for title in titles)
    same = same_by_answer([area.title for area in areas], list(spellings.values()), plan.questions)
    spellings = {title: same.get(spelling, spelling) for title, spelling in spellings.items()}
    lists = [{spellings[title]: None for title in titles}.keys() for titles in written.values()]
    titles = _one_title_each(areas, lists, plan.questions)
    areas = _topics(areas, titles, plan.questions)
    plan.focus_areas = areas + [
        ReadFocusArea(title, "district") for title, used in titles.items() if title == used
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
        about = _CHAPTER.search(section.heading) is not None
        lists = {} if section.data else lists_in(section.before, places, is_about_priorities=about)
        new = {name: one for name, one in lists.items() if name not in found}
        if len(new) > 1 or (new and about):
            found |= {name: one.titles for name, one in new.items()}
            taken = sorted({place for one in new.values() for place in one.places})
            section.fill_from_register("priorities", taken)
    return found


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
    text = " ".join(block.words for block in section.before if isinstance(block, Words))
    carried = True if _CARRIED.search(text) else False if _NEW.search(text) else None
    return ReadFocusArea(section.heading.rstrip(". "), "district", carried=carried, section=section)


def _spellings(titles: Iterable[str]) -> dict[str, str]:
    """Each title as written → the most frequent spelling of the same words."""
    usual: dict[str, str] = {}
    counts = Counter(titles)
    for title, _ in counts.most_common():
        usual.setdefault(letters(title), title)
    return {title: usual[letters(title)] for title in counts}


def same_by_answer(areas: Sequence[str], listed: Sequence[str], questions: Questions) -> dict[str, str]:
    """Titles of nearly the same words are two, unless somebody says that one is a slip of the pen.

    The slip → the title: a section's, else the one that more lists have.
    """
    counts = Counter(listed)
    titles = list(dict.fromkeys([*areas, *(title for title, _ in counts.most_common())]))
    return {
        other: one
        for one, other in (combinations(titles, 2) if len(titles) <= MOST_TITLES else ())
        if other not in areas and letters(one) != letters(other) and alike(one, other) >= NEARLY_ALIKE
        and questions.ask(
            f"ens {one} {other}",
            f"Er »{one}« og »{other}« det samme emne? Ordene er næsten ens.",
            assumed=NO,
        )
    }  # fmt: skip


def _one_title_each(
    areas: list[ReadFocusArea], lists: Sequence[KeysView[str]], questions: Questions
) -> dict[str, str]:
    """The lists' district-wide titles → the areas': those of the same words, and of every list.

    Whether the one that every list has and no section is the one section that no list has, is asked; a single
    word that parts them makes two.
    """
    left = {letters(area.title): area.title for area in areas}
    every = list(dict.fromkeys(chain.from_iterable(lists)))
    titles = {title: left.pop(letters(title)) for title in every if letters(title) in left}
    waiting = [title for title in every if title not in titles and _is_common(title, lists, questions)]
    if len(waiting) == len(left) == 1:
        [area] = left.values()
        if not is_one_word_apart(waiting[0], area) and _is_same(waiting[0], area, questions):
            return titles | {waiting[0]: area}
    return titles | {title: title for title in waiting}


def _is_same(listed: str, area: str, questions: Questions) -> bool:
    return questions.ask(
        f"samme {listed} {area}",
        f"Er »{listed}« i kommunernes lister det emne, som afsnittet »{area}« handler om?",
        assumed=YES,
    )


def _is_common(title: str, lists: Sequence[KeysView[str]], questions: Questions) -> bool:
    """What every kommune works on is district-wide; what most of them do is asked about."""
    number = sum(title in titles for titles in lists)
    if len(lists) < 2 or number <= len(lists) / 2:
        return False
    return number == len(lists) or questions.ask(
        f"kredsdækkende {title}",
        f"Er »{title}« kredsdækkende? Det står i {number} af {len(lists)} kommuners lister.",
        assumed=NO,
    )


def _topics(areas: list[ReadFocusArea], titles: dict[str, str], questions: Questions) -> list[ReadFocusArea]:
    """Where the lists name some of the chapter's sections, it is asked whether the others are topics, unless
    they say themselves that they are new or carried on.
    """
    used = set(titles.values())
    if not any(area.title in used for area in areas):
        return areas
    return [
        area for area in areas if area.title in used or area.carried is not None or _is_topic(area, questions)
    ]


def _is_topic(area: ReadFocusArea, questions: Questions) -> bool:
    return questions.ask(
        f"emne {area.title}",
        f"Er »{area.title}« et emne? Det er et afsnit i kapitlet om indsatsområder, men står i ingen "
        "kommunes liste.",
        assumed=NO,
    )


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


def _without_repeats(areas: list[ReadFocusArea]) -> list[ReadFocusArea]:
    found: dict[tuple[str, str], ReadFocusArea] = {}
    for area in areas:
        found.setdefault((area.title, area.municipality), area)
    return list(found.values())
