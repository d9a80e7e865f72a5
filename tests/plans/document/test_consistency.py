"""What stands wrong in a plan: each check finds its fault, and is silent where there is none."""

import pytest

from plans.document.consistency import findings
from plans.document.models import FocusArea, Priority, Scope, SectionKind
from plans.document.register_data import Register


@pytest.fixture
def found(plan):
    """The sentences, of a plan as it stands now."""
    return lambda: [finding.text for finding in findings(plan, Register(plan))]


@pytest.fixture
def area(plan, cast):
    """A district-wide topic in every list, unless `except_for` some."""

    def make(title: str, *, except_for: tuple[str, ...] = (), **fields: object) -> FocusArea:
        made = FocusArea.objects.create(plan=plan, title=title, scope=Scope.DISTRICT, since=2026, **fields)
        for place in cast.municipalities:
            if place.name not in except_for:
                Priority.objects.create(council=cast.lokalraad(place.name), focus_area=made, position=1)
        return made

    return make


def test_a_plan_in_order_has_nothing_to_look_at(plan, section, area, cast, found):
    chapter = section("Indsatsområder 2027", body="<p>Tekst</p>")
    area("Unge", section=section("Unge", chapter, body="<p>Alle elleve kommuner.</p>"))
    section("Flerårsaftalen 2021–2025", chapter, body="<p>Herning, Skive og Viborg.</p>")
    section("Strategien 2024/2025", chapter, data="figures")
    assert found() == []


def test_an_area_that_a_list_lacks(plan, area, cast):
    area("Unge")
    area("Natteliv", except_for=("Skive",))
    [finding] = findings(plan, Register(plan))
    assert finding.text == (
        "Lokalrådet i Skive mangler »Natteliv« på sin liste. Kredsdækkende emner står på alle lister."
    )
    assert finding.council == cast.lokalraad("Skive")


def test_a_lokalraad_without_a_list(area, found):
    area("Unge", except_for=("Lemvig", "Morsø"))
    assert found() == [
        "Lokalrådet i Lemvig har ingen prioriterede indsatsområder.",
        "Lokalrådet i Morsø har ingen prioriterede indsatsområder.",
    ]


def test_a_topic_and_its_section_under_two_titles(section, area, found):
    area("Unge", section=section("Børn og unge", body="<p>a</p>"))
    assert found() == ["Emnet »Unge« har et afsnit med en anden overskrift: »1. Børn og unge«."]


def test_a_year_that_is_not_the_plans(section, found):
    section("Indsatsområder 2026", body="<p>a</p>")
    assert found() == ["Overskriften »1. Indsatsområder 2026« nævner 2026, og planen gælder 2027."]


def test_last_year_carried_along_in_the_text(section, found):
    section("Forord", body="<p>Det står vi sammen om i 2026. Aftalen gælder 2021–2026.</p>")
    section("Tal", body="<p>Opgjort 1. oktober 2026, og i 2026–2027 som før.</p>")
    assert found() == ["»1. Forord« siger »i 2026«. Er det stadig sådan i 2027?"]


@pytest.mark.parametrize(
    "markup", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"]
)
def test_a_list_of_kommuner_that_lacks_one(plan, section, cast, markup):
    names = [place.name for place in cast.municipalities if place.name != "Thisted"]
    placed = section("Kommunerne", body="<p>Før</p>" + markup.format(", ".join(names)))
    [finding] = findings(plan, Register(plan))
    assert finding.text == "»1. Kommunerne« nævner 10 af politikredsens 11 kommuner, men ikke Thisted."
    assert finding.section == placed


def test_a_name_inside_another_is_not_named(section, cast, found):
    names = [place.name for place in cast.municipalities if place.name != "Struer"]
    section("Kommunerne", body=f"<p>{' '.join(names)} Struergade Struer-egnen</p>")
    assert len(found()) == 1


@pytest.mark.parametrize("named", [0, 3, 8, 11])
def test_a_text_that_names_some_or_all_is_no_such_list(section, cast, found, named):
    section(
        "Kommunerne", body=f"<p>{', '.join(place.name + 's' for place in cast.municipalities[:named])}.</p>"
    )
    assert found() == []


def test_one_heading_twice(section, found):
    chapter = section("Natteliv", body="<p>a</p>")
    section("natteliv", chapter, body="<p>a</p>")
    assert found() == ["Overskriften »Natteliv« står 2 gange: 1. og 1.1."]


def test_a_section_with_nothing_in_it(section, found):
    part = section("Del", kind=SectionKind.PART)
    section("Tomt", part)
    section("Tal", part, data="figures")
    section("Slutning", part, closing="<p>a</p>")
    assert found() == ["»1. Tomt« er tomt."]
