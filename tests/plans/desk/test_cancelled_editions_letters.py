"""Whom it is told that a new edition was cancelled: each who was heard, asked to sign it, or had signed."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.approval import workflow as approval
from plans.approval.consulted import consulted
from plans.document.states import PlanState
from samarbejde.outbox.models import Message
from tests.plans.approval import stages
from tests.plans.desk.editions import cancel, published, reopened

pytestmark = pytest.mark.django_db


def test_where_nobody_signed_the_public_edition_those_who_signed_the_next_are_told(cast):
    """A plan that somebody has signed says why nobody signs it, on this way too."""
    plan = published(cast, stages.discussed_without_signatures(cast))
    plan = stages.switch_signatures(cast, stages.reopen(cast, plan), required=True)
    approval.send_to_consultation(plan, by=cast.sekretariat)
    stages.discuss(cast, stages.fresh(plan))
    stages.open_round(cast, stages.fresh(plan))
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    plan = stages.reopen(cast, stages.fresh(plan))
    Message.objects.all().delete()
    cancel(cast, plan)
    plan = stages.fresh(plan)
    assert (plan.state, plan.signatures_required) == (PlanState.PUBLISHED, False)
    assert "En ny udgave, som nogle havde underskrevet, blev fortrudt" in plan.unsigned_reason
    told = Message.objects.get(subject__contains="skal ikke længere underskrives")
    assert told.to == cast.direktoer
    assert plan.unsigned_reason in told.body
    assert once_each(people_of(Message.objects.all()))
    assert set(people_of(Message.objects.exclude(pk=told.pk))) == heard(plan) - {cast.direktoer.email}


def test_where_nobody_signed_either_edition_nothing_is_said_of_it(cast):
    plan = published(cast, stages.discussed_without_signatures(cast))
    plan = stages.switch_signatures(cast, stages.reopen(cast, plan), required=True)
    cancel(cast, plan)
    plan = stages.fresh(plan)
    assert (plan.signatures_required, plan.unsigned_reason) == (False, "")


def people_of(letters):
    return [letter.to.email for letter in letters.select_related("to")]


def once_each(people):
    return len(people) == len(set(people))


def heard(plan):
    return {person.email for person in consulted(plan)}


def test_an_edition_that_nobody_was_told_of_goes_in_silence(cast):
    plan = reopened(cast)
    Message.objects.all().delete()
    cancel(cast, plan)
    assert not Message.objects.exists()


def test_those_who_were_heard_are_told_once_each_and_shown_what_stands(cast):
    plan = reopened(cast)
    approval.send_to_consultation(plan, by=cast.sekretariat)
    plan = stages.reopen(cast, stages.fresh(plan))
    Message.objects.all().delete()
    cancel(cast, plan)
    letters = Message.objects.all()
    assert set(people_of(letters)) == heard(plan)
    assert once_each(people_of(letters))
    for letter in letters:
        assert letter.subject == f"Den nye udgave af {plan.title} er fortrudt"
        assert reverse("edition", args=[plan.council.district.slug, plan.year]) in letter.body


def test_those_who_were_asked_to_sign_are_told_though_they_have_left_their_office(cast):
    plan = reopened(cast)
    approval.send_to_consultation(plan, by=cast.sekretariat)
    stages.discuss(cast, stages.fresh(plan))
    stages.open_round(cast, stages.fresh(plan))
    mayor = cast.borgmester("Lemvig")
    plan = stages.reopen(cast, stages.fresh(plan))
    mayor.memberships.update(period=(date(2020, 1, 1), timezone.localdate()))
    assert mayor.email not in heard(plan)
    Message.objects.all().delete()
    cancel(cast, plan)
    people = people_of(Message.objects.all())
    assert mayor.email in people
    assert once_each(people)
