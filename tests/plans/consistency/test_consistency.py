"""What stands wrong in a plan: each check finds its fault, and is silent where there is none."""

import pytest

from plans.consistency.preparing import checked, findings_of
from plans.document.models import FocusArea, Priority, Scope, SectionKind
from tests.making import a_focus_area


@pytest.fixture
def found(plan):
    """The sentences, of a plan as it stands now."""
    return lambda: [finding.message for finding in findings_of(plan)]


@pytest.fixture
def area(plan, cast):
    """A district-wide topic in every list, unless `except_for` some."""

    def make(title: str, *, except_for: tuple[str, ...] = (), **fields: object) -> FocusArea:
        own = "" if "section" in fields else title
        made = FocusArea.objects.create(plan=plan, own_title=own, scope=Scope.DISTRICT, since=2026, **fields)
        for place in cast.municipalities:
            if place.name not in except_for:
                Priority.objects.create(council=cast.lokalraad(place.name), focus_area=made, position=1)
        return made

    return make


def test_a_plan_in_order_has_nothing_to_look_at(plan, section, area, cast, found):
    chapter = section("Indsatsområder 2027", body="<p>Tekst</p>")
    area("Unge", section=section("Unge", chapter, body="<p>Alle elleve kommuner.</p>"))
    section("Flerårsaftalen 2024–2027", chapter, body="<p>Herning, Skive og Viborg.</p>")
    section("Strategien 2026/2027", chapter, data="figures")
    assert found() == []


def test_an_area_that_a_list_lacks(plan, area, cast):
    area("Unge")
    area("Natteliv", except_for=("Skive",))
    [finding] = findings_of(plan)
    assert finding.message == (
        "Lokalrådet i Skive mangler »Natteliv« på sin liste. Kredsdækkende emner står på alle lister."
    )
    assert finding.place.council == cast.lokalraad("Skive").pk


def test_lokalraad_without_lists_are_one_thing_to_look_at(area, found):
    area("Unge", except_for=("Lemvig", "Morsø"))
    assert found() == ["2 lokalråd (Lemvig og Morsø) har ingen prioriterede indsatsområder."]


def test_a_year_that_is_not_the_plans(section, found):
    section("Indsatsområder 2026", body="<p>a</p>")
    assert found() == ["Overskriften »1. Indsatsområder 2026« nævner 2026, og planen gælder 2027."]


def test_last_year_carried_along_in_the_text(section, found):
    section("Forord", body="<p>Det står vi sammen om i 2025. Aftalen gælder 2021–2026.</p>")
    section("Tal", closing="<p>Møderne for 2026.</p>", body="<p>Opgjort 1. oktober 2026.</p>")
    assert found() == [
        "»1. Forord« siger »i 2025« og »2021–2026«. Er det stadig sådan i 2027?",
        "»2. Tal« siger »for 2026«. Er det stadig sådan i 2027?",
    ]


def test_a_span_that_has_ended_in_a_heading(plan, section):
    placed = section("Aftalen 2021-2024", body="<p>a</p>")
    [finding] = findings_of(plan)
    assert finding.message == "Overskriften »1. Aftalen 2021-2024« nævner 2021-2024, og planen gælder 2027."
    assert finding.place.section == placed.pk


def test_an_earlier_year_in_a_local_topics_text(plan, area, cast):
    area("Unge")
    council = cast.lokalraad("Lemvig")
    words = {"scope": Scope.LOCAL, "council": council, "description": "<p>Vi mødes i 2026.</p>"}
    local = FocusArea.objects.create(plan=plan, own_title="Havnen", since=2027, **words)
    Priority.objects.create(council=council, focus_area=local, position=2)
    [finding] = findings_of(plan)
    assert finding.message == "Emnet »Havnen« siger »i 2026«. Er det stadig sådan i 2027?"
    assert finding.place.council == council.pk


def test_a_local_topic_stands_on_its_own_list_alone(plan, area, cast, found):
    area("Unge")
    local = FocusArea.objects.create(
        plan=plan, own_title="Havnen", since=2027, scope=Scope.LOCAL, council=cast.lokalraad("Lemvig")
    )
    Priority.objects.create(council=local.council, focus_area=local, position=2)
    assert found() == []


@pytest.mark.parametrize(
    "markup", ["<p>{}</p>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"]
)
def test_a_list_of_kommuner_that_lacks_one(plan, section, cast, markup):
    names = [place.name for place in cast.municipalities if place.name != "Thisted"]
    placed = section("Kommunerne", body="<p>Før</p>" + markup.format(", ".join(names)))
    [finding] = findings_of(plan)
    assert finding.message == "»1. Kommunerne« nævner 10 af politikredsens 11 kommuner, men ikke Thisted."
    assert finding.place.section == placed.pk


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


def test_a_topic_of_the_district_is_its_section_and_a_local_one_has_none(plan, section, cast):
    placed = section("Unge")
    a_focus_area(plan, "Unge", section=placed)
    a_focus_area(plan, "Torvet", cast.lokalraad("Herning"))
    topics = {topic.title: (topic.is_local, topic.section) for topic in checked(plan).facts.topics}
    assert topics == {"Unge": (False, str(placed.lineage)), "Torvet": (True, "")}
