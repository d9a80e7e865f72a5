"""One plan at a glance: its year, the next step, and only the rooms its reader may enter."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.desk.overview import coming_dates, with_dates
from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.events.recording import record
from tests.making import a_plan, an_edition
from tests.plans.approval import stages as approving
from tests.plans.proposals import stages

DATES = ["Frist for lokalrådenes forslag", "Planen underskrives senest"]


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


def overview(plan):
    return reverse("plan", args=[plan.pk])


def test_needs_a_login_and_a_seat_in_the_district(client, as_user, cast, plan):
    assert client.get(overview(plan)).url.startswith(reverse("account_login"))
    for outsider in (cast.sekretariat_fyn, cast.administrator):
        answer = as_user(outsider).get(overview(plan))
        assert answer.status_code == 404
        assert plan.title not in answer.content.decode()
    assert plan.title in as_user(cast.medlem_herning).get(overview(plan)).content.decode()


def test_rooms_are_those_that_the_reader_may_enter(as_user, cast, plan):
    pages = {
        user: as_user(user).get(overview(plan)).content.decode()
        for user in (cast.sekretariat, cast.formand_herning, cast.borgmester("Herning"))
    }
    rooms = {
        "plan-outline": [True, False, False],
        "proposal-board": [True, False, False],
        "publish-plan": [True, False, False],
        "signatures": [True, False, True],
        "plan-text": [True, True, True],
        "duties": [True, True, True],
    }
    for name, expected in rooms.items():
        address = f'href="{reverse(name, args=[plan.pk])}"'
        assert [address in page for page in pages.values()] == expected, name
    for said in ("Ingen forslagsrunde er åbnet", "Ikke sendt til underskrift"):
        assert f'<p class="meta">{said}</p>' in pages[cast.sekretariat]
    own = reverse("council-proposals", args=[plan.pk, cast.lokalraad("Herning").pk])
    assert f'href="{own}"' in pages[cast.formand_herning]


def year_of(page: str) -> str:
    return page.partition('<details class="year-steps">')[2].partition("<ol>")[2].partition("</ol>")[0]


@pytest.mark.parametrize("state", list(PlanState))
def test_the_year_shows_where_the_plan_is(as_user, cast, plan, state):
    if state == PlanState.PUBLISHED:
        an_edition(plan)
    Plan.objects.filter(pk=plan.pk).update(state=state)
    page = as_user(cast.sekretariat).get(overview(plan)).content.decode()
    assert f": {state.label.capitalize()}</summary>" in page
    steps = year_of(page)
    current = steps.partition('aria-current="step"')[2].partition("</li>")[0]
    assert state.label.capitalize() in current
    assert steps.count("is-done") == steps.partition('aria-current="step"')[0].count("<li") - 1
    assert steps.count("<li") == 6 + (state == PlanState.CORRECTING)  # a step of those plans alone


def test_only_deadlines_that_can_be_kept_are_next_dates(as_user, cast):
    """Not that of a round the discussion has closed, nor of signing once all have signed."""
    plan = approving.draft(cast)
    stages.a_round(cast, plan)
    client = as_user(cast.sekretariat)

    def dates():
        return [what for what in DATES if what in client.get(reverse("desk")).text]

    assert dates() == DATES[:1]
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.CONSULTATION)
    approving.discuss(cast, approving.fresh(plan))
    assert dates() == []
    approving.open_round(cast, approving.fresh(plan))
    assert dates() == DATES[1:]
    approving.sign_all(plan)
    assert dates() == []


def test_the_dates_of_another_plan_are_not_this_ones(cast):
    plan = approving.draft(cast)
    approving.signing(cast, 2028)
    stages.a_round(cast, approving.draft(cast, 2029))
    assert coming_dates(with_dates(Plan.objects.filter(pk=plan.pk)).get()) == []


def test_without_signatures_the_year_has_four_steps(as_user, cast, plan):
    Plan.objects.filter(pk=plan.pk).update(signatures_required=False)
    page = as_user(cast.sekretariat).get(overview(plan)).content.decode()
    assert year_of(page).count("<li") == 4


def test_internal_events_are_for_the_secretariat(as_user, cast, plan):
    record("plan.edited", "Et kapitel blev rettet", by=cast.sekretariat, subject=plan)
    record("proposal.decided", "Afgjort, ikke meddelt", by=cast.sekretariat, subject=plan, internal=True)
    secretariat = as_user(cast.sekretariat).get(overview(plan)).content.decode()
    chair = as_user(cast.formand_herning).get(overview(plan)).content.decode()
    assert "Afgjort, ikke meddelt" in secretariat
    assert "Et kapitel blev rettet" in chair
    assert "Afgjort, ikke meddelt" not in chair


def test_proposals_that_were_withdrawn_do_not_look_undecided(as_user, cast, plan):
    round_ = stages.a_round(cast, plan)
    stages.withdrawn(cast, round_)
    stages.rejected(cast, round_)
    page = as_user(cast.sekretariat).get(overview(plan)).content.decode()
    assert "1 modtaget, 1 afgjort" in page


def test_one_and_three_events_cost_the_same(as_user, cast, plan):
    def cost():
        client = as_user(cast.sekretariat)
        with CaptureQueriesContext(connection) as captured:
            client.get(overview(plan))
        return len(captured)

    record("plan.edited", "Et afsnit blev rettet", by=cast.sekretariat, subject=plan)
    one = cost()
    for _ in range(2):
        record("plan.edited", "Et afsnit blev rettet", by=cast.sekretariat, subject=plan)
    assert cost() == one <= 12
