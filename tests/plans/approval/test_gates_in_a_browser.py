"""The way past what is not finished, as the secretariat clicks it; each page on it is looked at."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from plans.document.states import PlanState
from plans.proposals.models import Proposal
from tests.browser import Portal
from tests.making import section
from tests.plans.approval import stages
from tests.plans.proposals import stages as proposals


@pytest.fixture
def portal(transactional_db, live_server, chromium) -> Iterator[Portal]:
    portal = Portal(chromium, live_server.url)
    yield portal
    portal.close()


def test_undecided_proposals_are_moved_and_a_left_over_year_follows_the_plan(transactional_db, portal, cast):
    cast.fill_posts()  # so that little else is told
    proposal = proposals.submitted(cast)
    plan = proposal.round.plan
    section(plan, "Mål", "<p>I 2024 skal lokalrådene mødes.</p>")
    desk = portal.visitor(cast.sekretariat)
    desk.opens(reverse("plan", args=[plan.pk]))
    desk.clicks("Send i høring")
    assert "Afgør forslagene først, eller flyt dem til næste år" in desk.text
    assert "siger »I 2024«. Er det stadig sådan i 2027?" in desk.text
    assert desk.page.get_by_role("button", name="Send i høring").count() == 0
    desk.clicks("Flyt til næste år")
    assert desk.page.get_by_label("Tryg ved stationen").is_checked()
    desk.clicks("Flyt forslagene")
    assert "1 forslag er flyttet" in desk.text
    desk.clicks("Send i høring", role="button")
    assert "Planen er i høring" in desk.text
    assert stages.fresh(plan).state == PlanState.CONSULTATION
    assert Proposal.objects.get().state == "postponed"
    desk.opens(reverse("record-discussion", args=[plan.pk]))
    assert "siger »I 2024«. Er det stadig sådan i 2027?" in desk.text
