"""What the reading of a document mends, the plan's check tells: later nobody can see it."""

import pytest

from plans.consistency.preparing import findings_of
from plans.document.models import Plan
from plans.importing.findings.plan import ReadFocusArea, ReadPlan, ReadSection, ReadSignatory
from plans.importing.findings.seen import seen
from plans.importing.workflow import import_plan


def chapter(number: str = "1", **more) -> ReadSection:
    return ReadSection("chapter", "Emner", 1, number, number, **more)


def below(parent: ReadSection, heading: str, number: str, written: str = "", level: int = 3) -> ReadSection:
    written = written or number
    made = ReadSection("section", heading, 2, number, written, heading_level=level, counted=written)
    made.parent = parent
    return made


def told(plan: ReadPlan) -> list[str]:
    return [one.quotation for one in seen(plan)]


def test_a_document_as_the_portal_would_have_it_tells_nothing():
    top = chapter()
    plan = ReadPlan(
        sections=[top, below(top, "Unge", "1.1"), below(top, "Natteliv", "1.2")],
        priorities={"Herning": ["Unge"], "Skive": ["Unge"], "Viborg": ["Unge"]},
    )
    assert told(plan) == []


def test_a_topics_other_title_stands_at_its_section():
    section = below(chapter(), "Sårbare", "1.1")
    area = ReadFocusArea("Sårbare", "district", section=section)
    [one] = seen(ReadPlan(other_titles={"Psykisk syge": "Sårbare"}, focus_areas=[area]))
    assert (one.quotation, one.section) == ("Psykisk syge", section)


def test_numbers_levels_and_contents_are_one_thing_each():
    top = chapter()
    plan = ReadPlan(
        sections=[top, below(top, "Unge", "1.1", "1"), below(top, "Natteliv", "1.2", "2", level=2)],
        other_contents=["Emner 2024", "Byliv"],
    )
    assert told(plan) == ["Emner 2024 / Byliv", "1 og 2", "1.1–2"]


@pytest.mark.parametrize(
    ("order", "signed", "is_told"),
    [
        (["Herning", "Skive", "Viborg"], [], False),
        (["Viborg", "Herning", "Skive"], [], True),
        (["Viborg", "Herning", "Skive"], ["Viborg", "Herning", "Skive"], False),
        (["Herning", "Skive", "Viborg"], ["Viborg", "Herning", "Skive"], True),
    ],
)
def test_lists_in_another_order_than_the_signatories_or_the_alphabets(order, signed, is_told):
    signatories = [ReadSignatory(f"Borgmester {name}", "Borgmester", name) for name in signed]
    plan = ReadPlan(priorities={name: ["Unge"] for name in order}, signatories=signatories)
    assert bool(told(plan)) == is_told


def test_it_stays_with_the_plan_and_goes_with_the_document(cast):
    section = below(chapter(), "Sårbare", "1.1")
    section.parent = None
    area = ReadFocusArea("Sårbare", "district", section=section)
    where = {"district": cast.district, "year": 2027, "by": cast.sekretariat}
    reading = ReadPlan(sections=[section], focus_areas=[area], other_titles={"Psykisk syge": "Sårbare"})
    plan = import_plan(reading, **where)
    [found] = [one for one in findings_of(plan) if one.code == "import-remarks"]
    assert "»Psykisk syge«" in found.message
    assert found.place.section == plan.sections.get().pk
    import_plan(ReadPlan(sections=[section]), replace=True, **where)
    again = Plan.objects.get(pk=plan.pk)
    assert [one.code for one in findings_of(again) if one.code == "import-remarks"] == []
