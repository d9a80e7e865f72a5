"""Whoever has not answered is reminded, and may answer that there is nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.proposals.models import NoProposals, RoundReminder
from plans.rounds import workflow as rounds
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.proposals import stages


def test_a_reminder_goes_to_those_who_have_not_answered_once_in_five_days(cast, as_user):
    chairs = cast.formaend
    round_ = stages.a_round(cast)
    stages.submitted(cast, round_)
    stages.say_no_proposals(round_, cast.lokalraad("Viborg"), by=cast.formand_viborg)
    stages.drafted(cast, round_, place="Skive")
    Message.objects.all().delete()
    address = reverse("remind-councils", args=[round_.plan_id])
    client = as_user(cast.sekretariat)
    assert "Påmindelsen er sendt." in client.post(address, follow=True).text
    assert {mail.to for mail in Message.objects.all()} == set(chairs) - {
        cast.formand_herning,
        cast.formand_viborg,
    }
    assert "er mindet inden for 5 dage" in client.post(address, follow=True).text
    assert Message.objects.count() == len(chairs) - 2
    RoundReminder.objects.update(sent_on=timezone.localdate() - timedelta(days=5))
    stages.end(round_)
    client.post(address)
    assert "Den fælles frist var " in stages.mail_to(cast.formand("Skive"))[0]
    assert Message.objects.count() == 2 * (len(chairs) - 2)


def test_nobody_is_reminded_when_all_have_answered(cast):
    round_ = stages.a_round(cast)
    for place in cast.municipalities:
        stages.say_no_proposals(round_, cast.lokalraad(place.name), by=cast.formand(place.name))
    with pytest.raises(Refused, match="Alle lokalråd har svaret"):
        rounds.remind(round_, by=cast.sekretariat)


# --- silence is not an answer ---------------------------------------------------------------------


def test_a_chair_says_that_there_are_no_proposals(cast, as_user):
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    address = reverse("say-no-proposals", args=[round_.plan_id, council.pk])
    client = as_user(cast.formand_herning)
    assert "Meld, at vi ingen forslag har" in client.get(address).text
    for _ in range(2):
        page = client.post(address, follow=True)
    assert "I har meldt, at I ingen forslag har i år" in page.text
    assert NoProposals.objects.get().said_by == cast.formand_herning
    assert Event.objects.filter(verb="round.no_proposals").count() == 1


def test_a_submitted_proposal_stands_instead_of_the_word_that_there_are_none(cast):
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    stages.say_no_proposals(round_, council, by=cast.formand_herning)
    stages.submitted(cast, round_)
    assert not NoProposals.objects.exists()
    with pytest.raises(Refused, match="Træk det tilbage først"):
        stages.say_no_proposals(round_, council, by=cast.formand_herning)


def test_a_term_that_has_ended_gives_no_pen(cast, as_user):
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    chair = cast.formand_herning
    ended = Membership.objects.get(user=chair)
    ended.period = type(ended.period)(ended.period.lower, timezone.localdate())
    ended.save()
    address = reverse("say-no-proposals", args=[round_.plan_id, council.pk])
    assert as_user(chair).post(address).status_code == 404
    assert not NoProposals.objects.exists()
