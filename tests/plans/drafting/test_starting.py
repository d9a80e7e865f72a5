"""Next year's plan: carried forward without losing a word or its history, or begun empty."""

import pytest
import time_machine
from django.urls import reverse

from plans.document.models import Plan, RegisterData, Scope, Section, SectionKind, Signatory
from plans.document.numbering import numbered
from plans.document.states import PlanState
from plans.drafting.carry_forward import with_year
from plans.drafting.workflow import add_focus_area, carry_forward, start_plan
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.plans.proposals import stages as proposals


@pytest.fixture
def last_year(cast, plan, section) -> Plan:
    """A plan of 2027 with sections three deep, topics and priorities."""
    part = section("Del", kind=SectionKind.PART)
    chapter = section("Indsatsområder 2027", part, data=RegisterData.FOCUS_AREAS, body="<p>Tekst</p>")
    section("Lister", chapter, data=RegisterData.PRIORITIES, closing="<p>Slut</p>")
    add_focus_area(
        plan, title="Unge 2027", text="<p>U</p>", scope=Scope.DISTRICT, council=None, by=cast.sekretariat
    )
    add_focus_area(
        plan,
        title="Havnen 2027",
        text="<p>H</p>",
        scope=Scope.LOCAL,
        council=cast.lokalraad("Lemvig"),
        by=cast.sekretariat,
    )
    Signatory.objects.create(plan=plan, position=1, name="En", title="Politidirektør")
    Plan.objects.filter(pk=plan.pk).update(
        state=PlanState.PUBLISHED, signed_place="Holstebro", signatures_required=False
    )
    plan.refresh_from_db()
    return plan


def titles(plan: Plan) -> list[str]:
    return [place.title for place in numbered(plan.sections.all())]


def test_the_sections_come_along_with_text_order_and_lineage(last_year, cast):
    plan = carry_forward(last_year, 2028, by=cast.sekretariat)
    assert titles(plan) == [
        "Del 1: Del",
        "1. Indsatsområder 2028",
        "1.1 Unge 2028",
        "1.2 Lister",
    ]
    columns = ("lineage", "kind", "data", "body", "closing")
    before = sorted(last_year.sections.values_list(*columns), key=str)
    assert sorted(plan.sections.values_list(*columns), key=str) == before
    assert set(plan.sections.values_list("version", flat=True)) == {1}


def test_topics_become_carried_forward_and_keep_their_place(last_year, cast):
    plan = carry_forward(last_year, 2028, by=cast.sekretariat)
    unge, havnen = plan.focus_areas.order_by("scope")
    assert (unge.title, unge.section.heading, unge.since, unge.is_new) == (
        "Unge 2028",
        "Unge 2028",
        2027,
        False,
    )
    assert (havnen.title, havnen.description, havnen.council) == (
        "Havnen 2027",
        "<p>H</p>",
        cast.lokalraad("Lemvig"),
    )
    assert unge.lineage == last_year.focus_areas.titled("Unge 2027").get().lineage
    listed = cast.lokalraad("Lemvig").priorities.filter(focus_area__plan=plan).order_by("position")
    assert [(p.focus_area, p.position) for p in listed] == [(unge, 1), (havnen, 2)]
    assert unge.priorities.count() == 11


def test_a_topic_of_unknown_age_is_known_from_the_plan_it_stood_in(last_year, cast):
    last_year.focus_areas.update(since=None)
    plan = carry_forward(last_year, 2028, by=cast.sekretariat)
    assert set(plan.focus_areas.values_list("since", flat=True)) == {2027}


def test_what_was_signed_stays_behind(last_year, cast):
    plan = carry_forward(last_year, 2028, by=cast.sekretariat)
    assert (plan.state, plan.signed_place, plan.signed_on) == (PlanState.DRAFT, "", None)
    assert not plan.signatories.exists()
    assert (plan.previous, plan.signatures_required) == (last_year, False)
    last_year.refresh_from_db()
    assert last_year.state == PlanState.PUBLISHED


def test_every_copy_has_a_history_that_says_where_it_came_from(last_year, cast):
    plan = carry_forward(last_year, 2028, by=cast.sekretariat)
    for row in [*plan.sections.all(), *plan.focus_areas.all()]:
        record = row.history.get()
        assert (record.history_user, record.history_change_reason) == (
            cast.sekretariat,
            "Videreført fra 2027",
        )
    for area in plan.focus_areas.all():
        assert all(priority.history.count() == 1 for priority in area.priorities.all())
    assert Event.objects.about(plan).get().text == "Samarbejdsplan 2028 blev begyndt med teksten fra 2027"


@pytest.mark.parametrize(
    ("heading", "after"),
    [
        ("Indsatsområder 2027", "Indsatsområder 2028"),
        ("2027: nye mål", "2028: nye mål"),
        ("Mål for 2027 – og frem", "Mål for 2028 – og frem"),
        ("Flerårsaftalen 2024–2027", "Flerårsaftalen 2024–2027"),
        ("Flerårsaftalen 2024 - 2027", "Flerårsaftalen 2024 - 2027"),
        ("Perioden 2027-2030", "Perioden 2027-2030"),
        ("Sæsonen 2026/2027", "Sæsonen 2026/2027"),
        ("Status 2026", "Status 2026"),
        ("J.nr. 120277", "J.nr. 120277"),
    ],
)
def test_the_year_in_a_heading(heading, after):
    assert with_year(heading, 2027, 2028) == after


def test_an_empty_plan_has_the_usual_sections(cast):
    plan = start_plan(cast.kredsraad(), 2028, by=cast.sekretariat)
    assert "3. Prioriterede indsatsområder 2028" in titles(plan)
    of_a_lokalraad = {RegisterData.MEETINGS}
    assert {s.data for s in plan.sections.all()} == set(RegisterData.values) - of_a_lokalraad
    assert not plan.sections.exclude(body="").exists()
    assert (
        Section.history.filter(plan_id=plan.pk, history_user=cast.sekretariat).count()
        == plan.sections.count()
    )


def test_one_plan_a_year(plan, cast):
    for begin in (lambda: start_plan(plan.council, 2027, by=cast.sekretariat),):
        with pytest.raises(Refused, match="har allerede en plan for 2027"):
            begin()
    carry_forward(plan, 2028, by=cast.sekretariat)
    with pytest.raises(Refused, match="har allerede en plan for 2028"):
        carry_forward(plan, 2028, by=cast.sekretariat)


@pytest.mark.parametrize("year", [2027, 2026])
def test_a_plan_is_not_carried_backwards(plan, cast, year):
    with pytest.raises(Refused, match="senere år"):
        carry_forward(plan, year, by=cast.sekretariat)


@pytest.mark.parametrize("year", [2006, 2101, 0, -1])
def test_years_before_the_law_are_refused(cast, year):
    with pytest.raises(Refused, match="mellem 2007 og 2100"):
        start_plan(cast.kredsraad(), year, by=cast.sekretariat)


# --- the page -----------------------------------------------------------------------------------------


@pytest.fixture
def in_2027():
    with time_machine.travel("2027-10-01 10:00 +0200"):
        yield


def start(client, cast, **changes):
    form = {"council": cast.kredsraad().pk, "year": 2028, "source": "forward"} | changes
    return client.post(reverse("start-plan"), form, follow=True)


def test_the_page_says_what_comes_along_and_starts_the_plan(in_2027, last_year, cast, as_user):
    client = as_user(cast.sekretariat)
    page = client.get(reverse("start-plan")).content.decode()
    assert "Det følger med fra 2027" in page
    assert "»Indsatsområder 2027« bliver til »Indsatsområder 2028«" in page
    answer = start(client, cast)
    plan = Plan.objects.get(year=2028)
    assert answer.redirect_chain[-1][0] == reverse("carried-over", args=[plan.pk])
    assert plan.previous == last_year


def test_the_page_starts_an_empty_plan(in_2027, last_year, cast, as_user):
    start(as_user(cast.sekretariat), cast, source="empty")
    assert Plan.objects.get(year=2028).previous is None


def test_without_an_earlier_plan_there_is_nothing_to_carry(in_2027, cast, as_user):
    answer = start(as_user(cast.sekretariat), cast)
    assert "ingen tidligere plan" in answer.content.decode()
    assert not Plan.objects.exists()


@pytest.mark.parametrize("changes", [{"year": 2035}, {"year": "x"}, {"source": "x"}, {"council": 0}])
def test_what_cannot_be_chosen_is_refused(in_2027, last_year, cast, as_user, changes):
    assert start(as_user(cast.sekretariat), cast, **changes).status_code == 422
    assert Plan.objects.count() == 1


def test_a_year_with_a_plan_is_not_offered(in_2027, last_year, cast, as_user):
    client = as_user(cast.sekretariat)
    start(client, cast)
    page = client.get(reverse("start-plan")).content.decode()
    assert '<option value="2029" selected>' in page
    assert 'value="2028"' not in page
    start(client, cast, year=2029, anyway="on")
    assert "allerede planer for de næste år" in client.get(reverse("start-plan")).content.decode()


def test_an_unfinished_plan_is_said_first_and_asked_about(in_2027, last_year, cast, as_user):
    Plan.objects.filter(pk=last_year.pk).update(state=PlanState.CONSULTATION)
    proposals.submitted(cast, proposals.a_round(cast, last_year))
    client = as_user(cast.sekretariat)
    page = client.get(reverse("start-plan")).text
    assert "Samarbejdsplan 2027 er ikke færdig" in page
    assert "Den er »i høring« og er ikke offentliggjort" in page
    assert "1 forslag venter på afgørelse." in page
    assert f'href="{reverse("plan", args=[last_year.pk])}">Gør Samarbejdsplan 2027 færdig først' in page
    answer = start(client, cast)
    assert answer.status_code == 422
    assert "Sæt kryds, hvis du vil begynde med dens tekst alligevel" in answer.text
    assert Plan.objects.count() == 1
    start(client, cast, anyway="on")
    assert Plan.objects.get(year=2028).previous == last_year


def test_an_empty_plan_and_a_published_one_ask_nothing(in_2027, last_year, cast, as_user):
    client = as_user(cast.sekretariat)
    assert "er ikke færdig" not in client.get(reverse("start-plan")).text
    Plan.objects.filter(pk=last_year.pk).update(state=PlanState.DRAFT)
    start(client, cast, source="empty")
    assert Plan.objects.get(year=2028).previous is None


def test_only_a_secretariat_starts_a_plan_and_only_its_own(in_2027, last_year, cast, as_user):
    for person in (cast.formand_herning, cast.direktoer, cast.borgmester("Skive"), cast.kontaktudvalg):
        assert start(as_user(person), cast).status_code == 403
    assert start(as_user(cast.sekretariat_fyn), cast).status_code == 422
    assert Plan.objects.count() == 1
