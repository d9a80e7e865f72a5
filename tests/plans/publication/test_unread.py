"""What was carried forward unread stops a plan from being signed and from being published."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.approval import workflow as approval
from plans.drafting.workflow import say_read
from plans.publication.workflow import order_publication, send_to_signature
from samarbejde.transitions import Refused
from tests.plans.approval import stages


@pytest.fixture
def plan(cast):
    plan = stages.in_consultation(cast)
    stages.discuss(cast, plan)
    plan.sections.filter(heading="Beredskab").update(carried="kept", unread=True)
    return stages.fresh(plan)


def steps(plan, cast):
    until = timezone.localdate() + timedelta(days=7)
    yield lambda: approval.open_round(plan, place="Viborg", deadline=until, by=cast.sekretariat)
    yield lambda: send_to_signature(plan, place="Viborg", deadline=until, by=cast.sekretariat)


def test_it_is_neither_sent_to_be_signed_nor_published(plan, cast):
    for step in steps(plan, cast):
        with pytest.raises(Refused, match="1 afsnit eller emne er videreført"):
            step()
    plan = stages.switch_signatures(cast, plan, reason="Kredsrådet har besluttet det.")
    with pytest.raises(Refused, match="1 afsnit eller emne er videreført"):
        order_publication(plan, note="", by=cast.sekretariat)
    say_read(plan.sections.get(heading="Beredskab"), by=cast.sekretariat)
    assert order_publication(plan, note="", by=cast.sekretariat)


def test_the_pages_count_it_and_lead_to_it(plan, cast, as_user):
    page = as_user(cast.sekretariat).get(reverse("signatures", args=[plan.pk])).text
    assert "1 afsnit eller emne er videreført, uden at nogen har læst det." in page
    assert f"{reverse('carried-over', args=[plan.pk])}?vis=ulaest" in page


def test_it_may_be_read_though_the_text_lies_fast(plan, cast, as_user):
    one = plan.sections.get(heading="Beredskab")
    answer = as_user(cast.sekretariat).post(reverse("say-read", args=[plan.pk, one.pk]))
    assert answer["Location"] == reverse("carried-over", args=[plan.pk])
    one.refresh_from_db()
    assert not one.unread
