"""The yearly account waits on the secretariat's desk until the kredsråd has been given it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.models import Meeting
from plans.desk.waiting import waiting_for
from plans.yearly_account import workflow
from samarbejde.accounts.models import User
from tests.making import a_plan, an_edition

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year


@pytest.fixture
def desk(cast, as_user):
    return lambda who="sekretariat": as_user(getattr(cast, who)).get(reverse("desk")).text


def title(year: int) -> str:
    return f"Redegørelsen for {year} skal lægges frem"


def test_a_year_with_a_plan_is_accounted_for_when_it_is_over(cast, desk):
    assert title(YEAR - 1) not in desk(), "the portal knows of no plan then"
    plan = a_plan(cast.kredsraad(), YEAR - 1)
    assert title(YEAR - 1) not in desk(), "nobody has seen it"
    an_edition(plan)
    page = desk()
    assert title(YEAR - 1) in page
    assert reverse("yearly-accounts", args=[plan.council_id]) in page
    assert "Begynd redegørelsen" in page
    for other in ("direktoer", "formand_herning", "sekretariat_fyn"):
        assert title(YEAR - 1) not in desk(other)


def test_a_draft_is_asked_for_by_the_next_meeting_until_it_is_presented(cast, desk):
    council, by = cast.kredsraad(), cast.sekretariat
    day = timezone.localdate() + timedelta(days=20)
    Meeting.objects.create(council=council, held_on=day + timedelta(days=30))
    Meeting.objects.create(council=council, held_on=day)
    Meeting.objects.create(
        council=council, held_on=day - timedelta(days=5), state="cancelled", cancelled_reason="a"
    )
    an_edition(a_plan(council, YEAR - 1))
    account = workflow.make_account(council, YEAR - 1, by=by)
    [task] = [one for one in waiting_for(User.objects.get(pk=by.pk)) if one.title == title(YEAR - 1)]
    assert (task.due, task.url) == (day, reverse("yearly-account", args=[account.pk]))
    assert task.url in desk()
    account = workflow.present(account, timezone.localdate(), by=by)
    assert title(YEAR - 1) not in desk()
    workflow.take_back(account, "Et tal var forkert.", by=by)
    assert title(YEAR - 1) in desk()


def test_it_costs_no_query_more(cast, desk):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk()
        return len(captured)

    queries()  # what is asked for once is known from here on
    before = queries()
    for year in (YEAR, YEAR - 1, YEAR - 2):
        workflow.make_account(cast.kredsraad(), year, by=cast.sekretariat)
    assert queries() == before
