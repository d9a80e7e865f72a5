"""Numbers, contents and heading levels are computed from the tree, never typed."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from plans.document.models import Section, SectionKind
from plans.document.numbering import numbered


def titles(plan) -> list[str]:
    return [place.title for place in numbered(plan.sections.all())]


def test_the_plan_of_2025(plan, section):
    section("Forord", kind=SectionKind.FOREWORD)
    first = section("", kind=SectionKind.PART)
    second = section("Særlige initiativer", kind=SectionKind.PART)
    section("Kredsrådet", first)
    areas = section("Indsatsområder", first)
    section("Psykisk sårbare", areas)
    section("Unge", areas)
    agreement = section("Flerårsaftalen", second)
    section("Natteliv", agreement)
    traffic = section("Trygheden", second, kind=SectionKind.APPENDIX)
    safety = section("Færdsel", traffic)
    section("Spirituskørsel", safety)
    assert titles(plan) == [
        "Forord",
        "Del 1",
        "1. Kredsrådet",
        "2. Indsatsområder",
        "2.1 Psykisk sårbare",
        "2.2 Unge",
        "Del 2: Særlige initiativer",
        "3. Flerårsaftalen",
        "3.1 Natteliv",
        "4. Trygheden",
        "4.1 Færdsel",
        "4.1.1 Spirituskørsel",
    ]


def test_chapters_before_and_after_parts_share_one_count(plan, section):
    section("Indledning")
    section("I delen", section("Del", kind=SectionKind.PART))
    section("Bilag", kind=SectionKind.APPENDIX)
    assert titles(plan) == ["1. Indledning", "Del 1: Del", "2. I delen", "3. Bilag"]


def test_below_a_foreword_nothing_is_numbered(plan, section):
    section("Under", section("Forord", kind=SectionKind.FOREWORD))
    assert titles(plan) == ["Forord", "Under"]


def test_order_is_by_position_and_not_by_age(plan, section):
    late = section("B")
    section("A")
    Section.objects.filter(pk=late.pk).update(position=9)
    assert titles(plan) == ["1. A", "2. B"]


def test_no_sections_no_numbers(plan):
    assert numbered([]) == []


@given(st.lists(st.integers(0, 30), max_size=30))
def test_heading_levels_never_skip_and_every_section_is_there_once(parents):
    sections: list[Section] = []
    for number, choice in enumerate(parents):
        parent = sections[choice - 1] if 0 < choice <= len(sections) else None
        sections.append(
            Section(pk=number + 1, parent=parent, position=number, kind=SectionKind.CHAPTER, heading="x")
        )
    places = numbered(sections)
    assert {place.section.pk for place in places} == {section.pk for section in sections}
    assert len(places) == len(sections)
    levels = [1, *(place.level for place in places)]
    assert all(deeper - level <= 1 and 2 <= deeper <= 6 for level, deeper in itertools.pairwise(levels))
    assert len({place.number for place in places}) == len(places)
