"""The secretariat sees who is where with the local plans of a year."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.approval import workflow as approval
from plans.local_plans import workflow
from plans.local_plans.board import board_of
from tests.plans.local_plans import stages
from tests.plans.local_plans.stages import YEAR
from tests.site.test_sheets import read_csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(cast) -> str:
    return reverse("local-plans", args=[cast.district.slug, YEAR])


def rows(page) -> dict[str, tuple[str, str]]:
    found = page.context["board"].rows
    return {str(row.council.municipality): (row.label, row.waits_for) for row in found}


def test_each_lokalråd_with_state_since_when_and_whom_it_waits_for(cast, as_user, address):
    plan = stages.draft(cast)
    assert cast.formand_viborg
    assert cast.medlem_herning
    page = as_user(cast.sekretariat).get(address)
    assert rows(page)["Herning"] == ("kladde", str(cast.formand_herning))
    assert rows(page)["Viborg"] == ("ikke begyndt", str(cast.formand_viborg))
    assert rows(page)["Skive"] == ("ikke begyndt", "lokalrådet har ingen formand")
    [herning] = [row for row in page.context["board"].rows if row.plan == plan]
    assert (herning.since, herning.url) == (timezone.localdate(), reverse("plan", args=[plan.pk]))
    assert reverse("start-local-plan", args=[cast.lokalraad("Viborg").pk]) in page.text
    assert "tile-map" in page.text
    assert list(page.context["years"]) == [YEAR - 1, YEAR, YEAR + 1]


def test_one_that_came_back_to_a_state_is_in_it_since_the_last_time(cast):
    with time_machine.travel(timezone.now() - timedelta(days=9)):
        plan = stages.sent(cast)
    with time_machine.travel(timezone.now() - timedelta(days=4)):
        approval.reopen(plan, reason="En fejl", by=cast.formand_herning)
    [since] = [row.since for row in board_of(cast.district, YEAR).rows if row.plan == plan]
    assert since == timezone.localdate() - timedelta(days=4)


def test_one_that_is_to_be_signed_waits_for_those_who_have_not(cast, as_user, address):
    plan = stages.sent(cast)
    client = as_user(cast.sekretariat)
    first, second = plan.signature_rounds.get().signatures.order_by("position")
    assert rows(client.get(address))["Herning"][1] == f"{first.name}, {second.name}"
    approval.sign(first, seen_hash=first.round.content_hash, by=first.membership.user)
    assert rows(client.get(address))["Herning"][1] == second.name


def test_the_file_has_what_the_page_shows(cast, as_user):
    stages.draft(cast)
    found = as_user(cast.sekretariat).get(
        reverse("local-plans-sheet", args=[cast.district.slug, YEAR, "csv"])
    )
    heading, *lines = read_csv(found.content)
    assert heading == ["Kommune", "Lokalråd", "Tilstand", "Siden", "Venter på"]
    [line] = [line for line in lines if line[0] == "Herning"]
    today = f"{timezone.localdate():%d-%m-%Y}"
    assert line[2:] == ["kladde", today, str(cast.formand_herning)]


def test_as_many_questions_with_one_plan_as_with_three(cast, as_user, address):
    client = as_user(cast.sekretariat)

    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    stages.draft(cast)
    asked()
    first = asked()
    for name in ("Viborg", "Skive"):
        workflow.begin_local_plan(cast.lokalraad(name), YEAR, previous=None, by=cast.formand(name))
    assert asked() == first <= 12


def test_another_year_is_another_board_and_no_year_at_all_is_none(cast, as_user):
    stages.draft(cast)
    client = as_user(cast.sekretariat)
    last = client.get(reverse("local-plans", args=[cast.district.slug, YEAR - 1]))
    assert rows(last)["Herning"][0] == "ikke begyndt"
    assert client.get(reverse("local-plans", args=[cast.district.slug, 1900])).status_code == 404
