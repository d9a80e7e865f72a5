"""A lokalråd's plan lists its meetings from the register, and keeps them as they were when it was signed."""

from datetime import date, time

import pytest
from django.urls import reverse

from councils.models import Meeting
from plans.document.snapshot import filled_in, read_snapshot
from plans.document.snapshot.data import Meetings
from samarbejde.danish import unbroken
from tests.plans.local_plans import stages
from tests.plans.local_plans.stages import YEAR

pytestmark = pytest.mark.django_db


def days(text) -> list[str]:
    [meetings] = filled_in(read_snapshot(text), Meetings)
    return [row["day"] for row in meetings["rows"]]


@pytest.fixture
def meeting(cast):
    return Meeting.objects.create(
        council=cast.lokalraad("Herning"),
        held_on=date(YEAR, 2, 3),
        starts_at=time(14),
        place="Rådhuset",
        is_public=True,
    )


def test_they_are_in_the_draft_and_follow_the_register(cast, as_user, meeting):
    stages.districts(cast)
    plan, client = stages.draft(cast), as_user(cast.formand_herning)
    address = reverse("plan-text", args=[plan.pk])
    page = client.get(address).text
    assert unbroken(f"3. februar {YEAR}") in page
    assert "Alle. Mødet er åbent og holdes her: Rådhuset." in page
    Meeting.objects.filter(pk=meeting.pk).update(held_on=date(YEAR, 3, 4), is_public=False)
    page = client.get(address).text
    assert unbroken(f"4. marts {YEAR}") in page
    assert "Rådets medlemmer" in page
    assert "Rådhuset" not in page, "where a closed one is held is no citizen's business"


def test_what_is_signed_keeps_the_day_that_was_signed(cast, meeting):
    plan = stages.sent(cast)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=date(YEAR, 3, 4))
    assert days(plan.signature_rounds.get().snapshot) == [f"3. februar {YEAR}"]


def test_without_any_the_section_says_so(cast, as_user):
    page = as_user(cast.formand_herning).get(reverse("plan-text", args=[stages.draft(cast).pk])).text
    assert "Ingen møder er planlagt endnu." in page
