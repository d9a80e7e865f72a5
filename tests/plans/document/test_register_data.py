"""What the register fills into a plan: right facts, in Danish order, at a steady number of queries."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from councils.models import Figure, Forum, ForumParticipation, Meeting, OrganisationUnit, PreventionArea
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Signatory
from plans.document.register_data import Register
from tests.cast import person, seat


@pytest.fixture
def register_of(plan):
    return lambda kind, day=None: Register(plan, day).data_for(kind)


def test_text_alone_has_no_data(register_of):
    assert register_of("") is None


def test_signatories_are_those_in_office(register_of, cast):
    assert [cast.borgmester(name) for name in ("Viborg", "Herning")]
    assert cast.direktoer
    assert cast.sekretariat
    assert cast.stedfortraeder("Skive")
    assert register_of("signatories") == {
        "place": "",
        "date": None,
        "rows": [
            {"name": cast.direktoer.name, "title": "Politidirektør", "municipality": "", "signed_at": None},
            {
                "name": "Borgmesteren i Herning",
                "title": "Borgmester i Herning Kommune",
                "municipality": "Herning",
                "signed_at": None,
            },
            {
                "name": "Borgmesteren i Viborg",
                "title": "Borgmester i Viborg Kommune",
                "municipality": "Viborg",
                "signed_at": None,
            },
        ],
    }


def test_signatories_of_another_day_are_those_of_that_day(register_of, cast):
    kredsraad, herning = cast.kredsraad(), cast.lokalraad("Herning").municipality
    before, after = DateRange(date(2022, 1, 1), date(2026, 1, 1)), DateRange(date(2026, 1, 1), None)
    seat(person("a", "Den gamle"), kredsraad, title="Borgmester", municipality=herning, period=before)
    seat(person("b", "Den nye"), kredsraad, title="Borgmester", municipality=herning, period=after)
    names = [
        [row["name"] for row in register_of("signatories", day)["rows"]]
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    ]
    assert names == [["Den gamle"], ["Den nye"]]


def test_a_plan_made_elsewhere_keeps_the_names_of_its_document(plan, register_of, cast):
    assert cast.direktoer
    plan.signed_place, plan.signed_on = "Holstebro", date(2024, 12, 19)
    herning = cast.lokalraad("Herning").municipality
    Signatory.objects.create(plan=plan, position=2, name="To", title="Borgmester", municipality=herning)
    Signatory.objects.create(plan=plan, position=1, name="En", title="Politidirektør")
    assert register_of("signatories") == {
        "place": "Holstebro",
        "date": "2024-12-19",
        "rows": [
            {"name": "En", "title": "Politidirektør", "municipality": "", "signed_at": None},
            {"name": "To", "title": "Borgmester", "municipality": "Herning", "signed_at": None},
        ],
    }


def test_members_of_every_council(register_of, cast):
    assert cast.medlem_herning
    assert cast.formand_herning
    groups = register_of("members")["groups"]
    assert [group["council"] for group in groups] == ["Lokalrådet i Herning"]
    assert {row["role"] for row in groups[0]["rows"]} == {"medlem", "formand"}


def test_areas_and_lists(plan, register_of, cast, section):
    unge = FocusArea.objects.create(
        plan=plan, scope=Scope.DISTRICT, since=2023, position=1, section=section("Unge")
    )
    local = FocusArea.objects.create(
        plan=plan,
        own_title="Havnen",
        scope=Scope.LOCAL,
        council=cast.lokalraad("Lemvig"),
        since=2027,
        description="<p>a</p>",
    )
    for position, area in enumerate((local, unge), start=1):
        Priority.objects.create(council=cast.lokalraad("Lemvig"), focus_area=area, position=position)
    row = {
        "title": "Unge",
        "scope": "district",
        "is_new": False,
        "anchor": unge.section.anchor,
        "description": "",
        "projects": [],
        "proposed_by": "",
    }
    assert register_of("focus_areas") == {"rows": [row]}
    municipalities = register_of("priorities")["municipalities"]
    assert [m["name"] for m in municipalities] == [place.name for place in cast.municipalities]
    lemvig = next(m for m in municipalities if m["slug"] == "lemvig")
    assert [(r["position"], r["title"], r["is_new"]) for r in lemvig["rows"]] == [
        (1, "Havnen", True),
        (2, "Unge", False),
    ]
    assert lemvig["rows"][1] == {"position": 2} | row
    assert next(m for m in municipalities if m["slug"] == "herning")["rows"] == []


def test_duties_say_when(plan, register_of):
    for wording, year, quarter in (("A", 2027, 2), ("B", 2027, None), ("C", None, None)):
        plan.duties.create(
            wording=wording, who="Lokalråd", modality="skal", due_year=year, due_quarter=quarter
        )
    rows = register_of("duties")["rows"]
    assert rows[0] == {"wording": "A", "who": "Lokalråd", "modality": "skal", "due": "2. kvartal 2027"}
    assert {row["due"] for row in rows} == {"2. kvartal 2027", "2027", "løbende"}


def test_meetings_are_the_councils_own_of_the_year(plan, register_of, cast):
    """In the order of their days, and for others than its members only where the meeting is open."""
    own, other = plan.council, cast.lokalraad("Herning")
    at = {"starts_at": time(14), "ends_at": time(16), "place": "Rådhuset", "state": "called"}
    called = at | {"called_at": timezone.now()}
    Meeting.objects.create(council=own, held_on=date(2027, 5, 12), is_public=True, **called)
    Meeting.objects.create(council=own, held_on=date(2027, 2, 3), **called)
    Meeting.objects.create(council=own, held_on=date(2027, 9, 1))
    Meeting.objects.create(council=own, held_on=date(2027, 3, 3), state="cancelled", cancelled_reason="a")
    Meeting.objects.create(council=own, held_on=date(2026, 12, 31))
    Meeting.objects.create(council=other, held_on=date(2027, 2, 4))
    open_to_all = {"clock": "kl. 14.00–16.00", "place": "Rådhuset", "is_public": True}
    closed = {"place": "", "is_public": False}
    assert register_of("meetings")["rows"] == [
        {"day": "3. februar 2027", "clock": "kl. 14.00–16.00"} | closed,
        {"day": "12. maj 2027"} | open_to_all,
        {"day": "1. september 2027", "clock": ""} | closed,
    ]


def test_forums_with_who_is_left_out(register_of, cast):
    forum = Forum.objects.create(
        district=cast.district,
        code="SSP",
        name="SSP-samarbejdet",
        purpose="a",
        parties="b",
        participants="Skolelederne",
        rhythm="Hver måned",
        responsible="Koordinatoren",
    )
    Forum.objects.create(district=cast.other_district, name="Et andet")
    viborg, herning, skive = (cast.lokalraad(name).municipality for name in ("Viborg", "Herning", "Skive"))
    for place in (viborg, herning):
        ForumParticipation.objects.create(forum=forum, municipality=place)
    ForumParticipation.objects.create(
        forum=forum, municipality=skive, takes_part=False, reason="Har sit eget"
    )
    empty = Forum.objects.create(district=cast.district, name="Uden kommuner", position=1)
    rows = register_of("forums")["rows"]
    assert rows[0]["municipalities"] == ["Herning", "Viborg"]
    assert rows[0]["left_out"] == [{"name": "Skive", "reason": "Har sit eget"}]
    told = (rows[0]["participants"], rows[0]["rhythm"], rows[0]["responsible"])
    assert told == ("Skolelederne", "Hver måned", "Koordinatoren")
    assert [row["name"] for row in rows] == ["SSP-samarbejdet", empty.name]


def test_prevention_areas_of_the_plans_year(register_of, cast):
    herning = cast.lokalraad("Herning").municipality
    for name, first, last in (("Nu", 2025, None), ("Før", 2020, 2026), ("Siden", 2028, None)):
        PreventionArea.objects.create(municipality=herning, name=name, from_year=first, to_year=last)
    odense = cast.lokalraad("Odense").municipality
    PreventionArea.objects.create(municipality=odense, name="Vollsmose", from_year=2020)
    assert register_of("prevention_areas") == {
        "rows": [{"name": "Nu", "municipality": "Herning", "meets_crime_criterion": False}]
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [("2858.80", "2.858,8"), ("1234567", "1.234.567"), ("0.05", "0,05"), ("12", "12"), ("0", "0")],
)
def test_figures_are_written_in_danish(register_of, cast, value, text):
    Figure.objects.create(
        district=cast.district,
        table="Areal",
        row="Herning",
        value=Decimal(value),
        unit="km²",
        year=2027,
        source="Kilde",
    )
    assert register_of("figures") == {
        "tables": [
            {
                "title": "Areal",
                "source": "Kilde",
                "rows": [{"label": "Herning", "value": text, "unit": "km²"}],
            }
        ]
    }


def test_the_organisation_is_a_tree(register_of, cast):
    top = OrganisationUnit.objects.create(district=cast.district, name="Direktionen")
    below = OrganisationUnit.objects.create(district=cast.district, name="Beredskab", parent=top, position=1)
    OrganisationUnit.objects.create(district=cast.district, name="Vagtcentral", parent=below)
    OrganisationUnit.objects.create(district=cast.district, name="Jura", parent=top, position=0)
    OrganisationUnit.objects.create(district=cast.other_district, name="En anden")
    assert [(row["name"], row["depth"]) for row in register_of("organisation")["rows"]] == [
        ("Direktionen", 0),
        ("Jura", 1),
        ("Beredskab", 1),
        ("Vagtcentral", 2),
    ]


def _queries(plan: Plan) -> int:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        register = Register(plan)
        for kind in RegisterData.values:
            register.data_for(kind)
    return len(queries)


def test_all_of_it_costs_the_same_with_one_row_and_with_three(plan, cast):
    plan = Plan.objects.with_places().get(pk=plan.pk)
    counts = []
    for number in range(3):
        area = FocusArea.objects.create(
            plan=plan, own_title=f"Emne {number}", scope=Scope.DISTRICT, since=2027
        )
        for name in ("Herning", "Skive")[: number + 1]:
            Priority.objects.create(council=cast.lokalraad(name), focus_area=area, position=1)
        Signatory.objects.create(plan=plan, position=number, name="a", title="b")
        forum = Forum.objects.create(district=cast.district, name=f"Forum {number}")
        ForumParticipation.objects.create(forum=forum, municipality=cast.municipalities[number])
        PreventionArea.objects.create(municipality=cast.municipalities[number], name="a", from_year=2020)
        OrganisationUnit.objects.create(district=cast.district, name=f"Enhed {number}")
        plan.duties.create(wording="a", who="b")
        Meeting.objects.create(council=plan.council, held_on=date(2027, number + 1, 1))
        cast.borgmester(cast.municipalities[number].name)
        if number != 1:
            counts.append(_queries(plan))
    assert counts == [2, 2]
