"""One plan at a glance: its year, the next step, and only the rooms its reader may enter."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import Plan
from plans.document.states import PlanState
from samarbejde.events.recording import record
from tests.making import a_plan, an_edition
from tests.plans.proposals import stages


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


def overview(plan):
    return reverse("plan", args=[plan.pk])


def test_needs_a_login_and_a_seat_in_the_district(client, as_user, cast, plan):
    assert client.get(overview(plan)).status_code == 302
    assert as_user(cast.sekretariat_fyn).get(overview(plan)).status_code == 404
    assert as_user(cast.administrator).get(overview(plan)).status_code == 404
    assert as_user(cast.medlem_herning).get(overview(plan)).status_code == 200


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
    own = reverse("council-proposals", args=[plan.pk, cast.lokalraad("Herning").pk])
    assert f'href="{own}"' in pages[cast.formand_herning]


@pytest.mark.parametrize("state", list(PlanState))
def test_the_year_shows_where_the_plan_is(as_user, cast, plan, state):
    if state == PlanState.PUBLISHED:
        an_edition(plan)
    Plan.objects.filter(pk=plan.pk).update(state=state)
    page = as_user(cast.sekretariat).get(overview(plan)).content.decode()
    steps = page.partition('<ol class="year-steps">')[2].partition("</ol>")[0]
    current = steps.partition('aria-current="step"')[2].partition("</li>")[0]
    assert state.label.capitalize() in current
    assert steps.count("<li") == 6


def test_without_signatures_the_year_has_four_steps(as_user, cast, plan):
    Plan.objects.filter(pk=plan.pk).update(signatures_required=False)
    page = as_user(cast.sekretariat).get(overview(plan)).content.decode()
    assert page.partition('<ol class="year-steps">')[2].partition("</ol>")[0].count("<li") == 4


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
