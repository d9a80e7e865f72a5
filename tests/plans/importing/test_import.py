"""From a document to a draft in the database: the workflow and the command."""

import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from councils.models import Council, Figure, PoliceDistrict, PreventionArea
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan, Priority, Section, Signatory
from plans.document.numbering import numbered
from plans.document.states import PlanState
from plans.importing.admission import read_document
from plans.importing.preview import as_snapshot
from plans.importing.workflow import import_plan
from plans.proposals.models import ProposalRound
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.importing.conftest import DOCUMENTS

pytestmark = pytest.mark.django_db

MINIATURE, WALL = DOCUMENTS / "miniature_plan.md", DOCUMENTS / "miniature_wall.txt"


@pytest.fixture
def north() -> PoliceDistrict:
    return PoliceDistrict.objects.get(name="Nordjyllands Politi")


@pytest.fixture
def reading(north):
    return read_document(MINIATURE.name, MINIATURE.read_bytes(), district=north, year=2024)


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_plan", *map(str, arguments), stdout=out)
    return out.getvalue()


def of_north(*more: object) -> tuple[object, ...]:
    return (MINIATURE, "--district", "nordjylland", "--year", 2024, *more)


def test_everything_that_was_read_becomes_a_draft(reading, north, cast):
    plan = import_plan(reading, district=north, year=2024, by=cast.sekretariat)
    assert (plan.state, plan.council.district, plan.year) == (PlanState.DRAFT, north, 2024)
    assert (plan.signed_place, plan.signed_on) == ("Aalborg", date(2023, 11, 3))
    assert [(place.number, place.section.heading) for place in numbered(plan.sections.all())] == [
        (section.number, section.heading) for section in reading.sections
    ]
    assert list(plan.signatories.values_list("name", "municipality__name"))[1] == (
        "Bo Chr. Dam",
        "Jammerbugt",
    )
    areas = plan.focus_areas.select_related("section", "council__municipality")
    assert [
        (area.title, area.scope, str(area.council.municipality) if area.council else None) for area in areas
    ] == [
        ("Støtte til ensomme unge", "district", None),
        ("Lys på stierne", "district", None),
        ("Roligere byfester", "local", "Rebild"),
        ("Tryg havn", "local", "Jammerbugt"),
    ]
    listed = Priority.objects.filter(focus_area__plan=plan, council__municipality__name="Jammerbugt")
    assert [priority.focus_area.title for priority in listed] == reading.priorities["Jammerbugt"]
    duty = plan.duties.get()
    assert (duty.due_quarter, duty.due_year, duty.focus_area.title) == (3, 2024, "Lys på stierne")
    assert PreventionArea.objects.listed_in(2024).filter(municipality__district=north).count() == 3


def test_the_text_in_the_plan_is_the_text_that_was_read(reading, north):
    plan = import_plan(reading, district=north, year=2024, by=None)
    shown = {part["heading"]: part for part in make_snapshot(plan)["sections"]}
    for section in reading.sections:
        part = shown[section.heading]
        assert (part["body"], part["closing"], part["data_kind"]) == (
            section.body,
            section.closing,
            section.data,
        )
    names = [row["name"] for row in shown["FORORD"]["data"]["rows"]]
    assert names == ["Asta Lund", "Bo Chr. Dam", "Ida Friis"]


def test_the_preview_shows_the_plan_as_it_becomes(reading, north):
    foreseen = as_snapshot(reading, north, 2024)["sections"]
    made = make_snapshot(import_plan(reading, district=north, year=2024, by=None))["sections"]
    same = ("number", "label", "title", "kind", "depth", "body", "closing", "data_kind")
    assert [[part[key] for key in same] for part in foreseen] == [
        [part[key] for key in same] for part in made
    ]
    signed = [
        next(part["data"] for part in parts if part["kind"] == "foreword") for parts in (foreseen, made)
    ]
    assert signed[0] == signed[1]


def test_an_import_is_recorded_and_has_history(reading, north, cast):
    plan = import_plan(reading, district=north, year=2024, by=cast.sekretariat)
    event = Event.objects.about(plan).get()
    assert (event.verb, event.actor) == ("plan.imported", cast.sekretariat)
    assert event.text.startswith("Planen blev indlæst fra et dokument: 13 afsnit og ")
    assert Section.history.filter(plan_id=plan.pk, history_user=cast.sekretariat).count() == 13


def test_new_and_carried_topics_are_known_by_their_first_year(reading, north):
    plan = import_plan(reading, district=north, year=2024, by=None)
    since = {area.title: area.since for area in plan.focus_areas.all()}
    assert since == {
        "Støtte til ensomme unge": 2024,
        "Lys på stierne": 2023,
        "Roligere byfester": None,
        "Tryg havn": None,
    }


@pytest.mark.parametrize(("earlier", "since"), [(2023, 2024), (2020, None)])
def test_a_topic_is_new_only_when_the_plan_of_the_year_before_lacks_it(earlier, since, reading, north):
    Plan.objects.create(council=Council.objects.get(kind="district", district=north), year=earlier)
    plan = import_plan(reading, district=north, year=2024, by=None)
    assert plan.focus_areas.titled("Tryg havn").get().since == since


def test_sections_and_topics_keep_their_lineage_from_year_to_year(reading, north):
    first = import_plan(reading, district=north, year=2024, by=None)
    text = MINIATURE.read_text().replace("2024", "2025").replace("Indsatsområdet er nyt i planen.", "")
    again = read_document("plan.md", text.encode(), district=north, year=2025)
    second = import_plan(again, district=north, year=2025, by=None)
    assert second.previous == first
    assert set(first.sections.values_list("lineage")) == set(second.sections.values_list("lineage"))
    assert set(first.focus_areas.values_list("lineage")) == set(second.focus_areas.values_list("lineage"))
    assert second.focus_areas.titled("Støtte til ensomme unge").get().since == 2024
    assert not second.focus_areas.titled("Støtte til ensomme unge").get().is_new


def test_prevention_areas_of_an_old_plan_say_nothing_of_later_years(reading, north):
    text = MINIATURE.read_text().replace("2024", "2020").replace("Møllevangen", "Gammelvang")
    import_plan(reading, district=north, year=2024, by=None)
    old = read_document("plan.md", text.encode(), district=north, year=2020)
    import_plan(old, district=north, year=2020, by=None)
    assert PreventionArea.objects.get(name="Gammelvang").to_year == 2020
    assert PreventionArea.objects.get(name="Møllevangen").to_year is None


def test_figures_of_the_register_go_before_those_of_a_document(cast):
    island = PoliceDistrict.objects.get(name="Bornholms Politi")
    reading = read_document(WALL.name, WALL.read_bytes(), district=island, year=2012)
    import_plan(reading, district=island, year=2012, by=None)
    assert Figure.objects.get(row="Betjente").value == 90
    Figure.objects.filter(row="Betjente").update(value=91)
    reading = read_document(WALL.name, WALL.read_bytes(), district=island, year=2012)
    assert "Betjente: 90 medarbejdere" in reading.not_understood
    import_plan(reading, district=island, year=2012, by=None, replace=True)
    assert Figure.objects.get(row="Betjente").value == 91


def test_a_standing_draft_is_replaced_only_on_purpose(reading, north):
    plan = import_plan(reading, district=north, year=2024, by=None)
    plan.sections.filter(heading="Trafik").update(heading="Min rettelse")
    with pytest.raises(Refused, match="allerede en kladde"):
        import_plan(reading, district=north, year=2024, by=None)
    assert plan.sections.filter(heading="Min rettelse").exists()
    again = import_plan(reading, district=north, year=2024, by=None, replace=True)
    assert again == plan
    assert plan.sections.count() == 13
    assert (Signatory.objects.count(), FocusArea.objects.count(), Priority.objects.count()) == (3, 4, 8)
    assert Section.history.filter(heading="Min rettelse", history_type="-").exists()


@pytest.mark.parametrize("state", [state for state in PlanState if state != PlanState.DRAFT])
def test_a_plan_beyond_draft_is_never_overwritten(state, reading, north):
    plan = import_plan(reading, district=north, year=2024, by=None)
    Plan.objects.filter(pk=plan.pk).update(state=state)
    with pytest.raises(Refused, match="aldrig overskrevet"):
        import_plan(reading, district=north, year=2024, by=None, replace=True)
    assert plan.sections.count() == 13


def test_a_draft_with_a_round_of_proposals_is_never_overwritten(reading, north):
    plan = import_plan(reading, district=north, year=2024, by=None)
    ProposalRound.objects.create(plan=plan, opens_at="2024-01-01T12:00Z", deadline="2024-02-01T12:00Z")
    with pytest.raises(Refused, match="forslagsrunde"):
        import_plan(reading, district=north, year=2024, by=None, replace=True)


def test_an_import_that_breaks_in_the_middle_leaves_nothing(reading, north):
    reading.priorities["Rebild"].append("Et emne, som ingen har hørt om")
    with pytest.raises(KeyError):
        import_plan(reading, district=north, year=2024, by=None)
    assert not Plan.objects.filter(council__district=north).exists()
    assert not PreventionArea.objects.filter(municipality__district=north).exists()


def test_lists_of_foreign_kommuner_are_left_out_and_told(north):
    text = MINIATURE.read_text().replace("### Rebild Kommune", "### Herning Kommune")
    reading = read_document("plan.md", text.encode(), district=north, year=2024)
    assert list(reading.priorities) == ["Hjørring", "Jammerbugt"]
    assert any(line.startswith("Herning Kommune: Støtte til ensomme unge") for line in reading.not_understood)
    assert any("Herning hører ikke til" in remark for remark in reading.remarks)


@pytest.mark.parametrize(
    ("name", "content", "year", "reason"),
    [
        ("plan.md", MINIATURE.read_bytes(), 2025, "samarbejdsplanen for 2024, og du har valgt 2025"),
        ("plan.md", MINIATURE.read_bytes(), 1999, "mellem 2007 og 2100"),
        (
            "plan.txt",
            WALL.read_bytes(),
            2012,
            "planen for Bornholms Politi, og du har valgt Nordjyllands Politi",
        ),
        ("plan.txt", b"", 2024, "Filen er tom"),
        ("plan.txt", bytes(range(256)) * 9, 2024, "ikke en tekstfil"),
        ("plan.md", MINIATURE.read_bytes() + b"\nRing til 010190-1234\n", 2024, "CPR-nummer"),
    ],
    ids=["year", "before the law", "district", "empty", "binary", "cpr"],
)
def test_what_is_not_this_plan_is_refused_and_nothing_is_written(name, content, year, reason, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=reason):
        run(path, "--district", "nordjylland", "--year", year)
    assert not Plan.objects.exists()


def test_the_command_writes_and_says_what_it_did_not_understand(north):
    out = run(*of_north())
    assert "Planen er nu en kladde" in out
    assert "Underskrevet: Aalborg, den 3. november 2023" in out
    assert "- Hjælp til unge uden venner" in out
    assert Plan.objects.get(council__district=north).sections.count() == 13


def test_a_dry_run_prints_json_and_writes_nothing():
    data = json.loads(run(*of_north("--dry-run", "--json")))
    assert not Plan.objects.exists()
    assert {
        *("sections", "signatories", "signed_place", "signed_date", "focus_areas", "priorities"),
        *("prevention_areas", "reporting_duties", "not_understood"),
    } <= set(data)
    assert (data["sections"][4]["number"], data["sections"][4]["heading"]) == (
        "2.1",
        "Støtte til ensomme unge",
    )
    assert data["signed_date"] == "2023-11-03"
    assert (data["focus_areas"][2]["title"], data["focus_areas"][2]["scope"]) == (
        "Roligere byfester",
        "local",
    )
    assert data["priorities"]["Hjørring"] == ["Støtte til ensomme unge", "Lys på stierne"]


def test_a_dry_run_tells_of_a_plan_that_stands():
    run(*of_north())
    data = json.loads(run(*of_north("--dry-run", "--json")))
    assert any("allerede en kladde" in remark for remark in data["remarks"])
    with pytest.raises(CommandError, match="allerede en kladde"):
        run(*of_north())
    run(*of_north("--replace"))


def test_the_command_names_the_districts_it_knows(tmp_path):
    with pytest.raises(CommandError, match="»nordpol«.*nordjylland"):
        run(MINIATURE, "--district", "nordpol", "--year", 2024)
    with pytest.raises(CommandError, match="kan ikke læses"):
        run(tmp_path / "mangler.txt", "--district", "nordjylland", "--year", 2024)
