"""Two real plans, where a checkout has them beside it: what must be got from them, exactly."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from plans.consistency.past_years import in_heading, in_text
from plans.importing.files import read_file
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.reading import read_plan
from tests.plans.importing.losses import sentences_left_out

SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"
PLAN_2025, PLAN_2014 = SEEDS / "000_497fce7a32880e2b.txt", SEEDS / "004_2f4d91b1ed51cd6b.txt"
pytestmark = pytest.mark.skipif(
    not PLAN_2025.exists(), reason="../shared/seeds findes ikke ved siden af dette checkud"
)

PEOPLE, CHILDREN = "Indsats for psykisk sårbare personer", "Indsats for børn, unge og mistrivsel"


@pytest.fixture(scope="module")
def plan_2025(places) -> ReadPlan:
    return read_plan(read_file(PLAN_2025.name, PLAN_2025.read_bytes()), places)


@pytest.fixture(scope="module")
def plan_2014(places) -> ReadPlan:
    return read_plan(read_file(PLAN_2014.name, PLAN_2014.read_bytes()), places)


def test_2025_year_and_district(plan_2025):
    assert (plan_2025.year, plan_2025.district) == (2025, "Midt- og Vestjyllands Politi")


def test_2025_sections(plan_2025):
    numbers = [section.number for section in plan_2025.sections]
    assert numbers == [
        *("", "Del 1", "1", "2", "3", "3.1", "3.2", "3.3", "Del 2", "4", "4.1", "4.2", "4.3", "4.4"),
        *("5", "5.1", "5.2", "5.3"),
        *("6", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.8.1"),
    ]
    kinds = {section.number: section.kind for section in plan_2025.sections}
    assert (kinds[""], kinds["Del 2"], kinds["4"], kinds["5"], kinds["6"]) == (
        "foreword",
        "part",
        "chapter",
        "appendix",
        "appendix",
    )
    parents = {section.number: section.parent.number for section in plan_2025.sections if section.parent}
    assert parents["3"] == "Del 1"
    assert parents["6.8.1"] == "6.8"


def test_2025_foreword(plan_2025):
    assert (plan_2025.signed_place, plan_2025.signed_date) == ("Holstebro", date(2024, 12, 19))
    assert len(plan_2025.signatories) == 12
    assert [one.title for one in plan_2025.signatories].count("Politidirektør") == 1
    assert len({one.municipality for one in plan_2025.signatories if one.municipality}) == 11
    assert all(one.title.startswith("Borgmester i ") for one in plan_2025.signatories[1:])


def test_2025_focus_areas_and_priorities(plan_2025):
    district = [area.title for area in plan_2025.focus_areas if area.scope == "district"]
    local = {area.municipality: area.title for area in plan_2025.focus_areas if area.scope == "local"}
    assert district == [PEOPLE, CHILDREN]
    assert local == {
        "Morsø": "Indsats vedr. øget samarbejde med Kriminalforsorgen",
        "Holstebro": "Indsats i boligområdet Trekanten",
        "Silkeborg": "Lokal tryghed – samarbejde med Trygfonden",
    }
    assert list(plan_2025.priorities) == [
        *("Viborg", "Herning", "Ikast-Brande", "Struer", "Thisted", "Skive", "Morsø", "Lemvig"),
        *("Holstebro", "Ringkøbing-Skjern", "Silkeborg"),
    ]
    assert sum(map(len, plan_2025.priorities.values())) == 25
    assert plan_2025.priorities["Holstebro"] == [PEOPLE, local["Holstebro"], CHILDREN]
    assert plan_2025.priorities["Morsø"] == [PEOPLE, CHILDREN, local["Morsø"]]
    assert plan_2025.not_understood.count("Indsats for borgere med psykiske lidelser") == 1


def test_2025_prevention_areas(plan_2025):
    areas = plan_2025.prevention_areas
    assert len(areas) == 7
    assert [area.municipality for area in areas] == (
        ["Herning", "Herning", "Herning", "Holstebro", "Silkeborg", "Thisted", "Viborg"]
    )


def test_2025_a_page_break_and_an_old_contents_list_leave_no_trace(plan_2025):
    listed = next(section for section in plan_2025.sections if section.number == "4.1")
    assert "Kriminalitetskriteriet er et udtryk for andelen" in listed.body
    assert not any("....." in section.body for section in plan_2025.sections)


def test_2025_no_sentence_is_lost(plan_2025):
    assert sentences_left_out(PLAN_2025.read_text(), plan_2025) == []


def test_2014_focus_areas(plan_2014):
    assert (plan_2014.year, plan_2014.district) == (2014, "Midt- og Vestsjællands Politi")
    assert [area.carried for area in plan_2014.focus_areas] == [True, True, True, False, True, False]
    assert {area.scope for area in plan_2014.focus_areas} == {"district"}


def test_2014_reporting_duties(plan_2014):
    duties = [(duty.quarter, duty.year, duty.section.number) for duty in plan_2014.reporting_duties]
    assert duties == [
        (2, 2014, "3.1"),
        (2, 2014, "3.2"),
        (3, 2014, "3.3"),
        (4, 2014, "3.4"),
        (4, 2014, "3.5"),
        (4, 2014, "3.6"),
    ]
    assert [duty.who for duty in plan_2014.reporting_duties] == [
        "Lokalrådene",
        "Lokalrådene",
        "Politikredsen",
        "Lokalrådene",
        "Midt- og Vestsjællands Politi",
        "Midt- og Vestsjællands Politi",
    ]


def test_2014_figures(plan_2014):
    staff = {figure.row: figure.value for figure in plan_2014.figures if figure.unit == "medarbejdere"}
    assert staff == {
        "Polititjenestemænd": 575,
        "Jurister": 30,
        "Kontoransatte": 107,
        "Øvrige": 56,
        "I alt": 768,
    }
    km2 = {figure.row: figure.value for figure in plan_2014.figures if figure.unit == "km²"}
    people = {figure.row: figure.value for figure in plan_2014.figures if figure.unit == "indbyggere"}
    assert len(km2) == len(people) == 10
    assert (sum(km2.values()), sum(people.values())) == (Decimal("2858.8"), 443693)
    assert (km2["Stevns"], people["Roskilde"]) == (Decimal("250.1"), 84017)


def test_2014_a_note_names_the_row_it_is_of(plan_2014):
    assert plan_2014.sections[-1].closing.startswith("<p>Øvrige: Civilt ansatte, kontorelever, ")


def test_2014_no_sentence_is_lost(plan_2014):
    text = PLAN_2014.read_text()
    contents = next(line for line in text.split("\n") if line.startswith("Indhold "))
    staff = text[text.index("Polititjenestemænd 575") : text.index("*) Civilt")]
    people = text[text.index("Stevns 250,1") : text.index("(Kilde: Danmarksstatistik")]
    for part in (contents, staff, people):
        text = text.replace(part, "\n\n")
    assert sentences_left_out(text, plan_2014, pages=True) == []


def test_2025_and_2014_years_that_are_left_over(plan_2025, plan_2014):
    """Of the 7 and 26 earlier years in their texts one is not right any more."""
    assert len(left_over(plan_2025)) == 1
    assert left_over(plan_2014) == []


def left_over(plan: ReadPlan) -> list[str]:
    return [
        words
        for section in plan.sections
        for words in [
            *in_heading(section.heading, plan.year),
            *in_text(section.body, plan.year),
            *in_text(section.closing, plan.year),
        ]
    ]
