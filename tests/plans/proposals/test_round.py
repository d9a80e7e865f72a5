"""Opening a round, its deadlines, reminders, and »ingen forslag«."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership
from plans.document.states import PlanState
from plans.proposals import workflow
from plans.proposals.deadlines import suggested
from plans.proposals.models import Extension, NoProposals, ProposalRound
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import a_plan
from tests.plans.proposals import stages


def open_page(plan):
    return reverse("open-round", args=[plan.pk])


def test_opening_a_round_writes_to_every_chair(cast, as_user):
    chairs = cast.formaend
    plan = a_plan(cast.kredsraad())
    day = stages.in_days(30)
    answer = as_user(cast.sekretariat).post(
        open_page(plan), {"guidance": "Tænk på de unge.", "deadline": f"{day:%d-%m-%Y}"}
    )
    assert answer.headers["Location"] == reverse("proposal-board", args=[plan.pk])
    round_ = ProposalRound.objects.get(plan=plan)
    assert timezone.localtime(round_.deadline).strftime("%Y-%m-%d %H.%M") == f"{day:%Y-%m-%d} 23.59"
    mails = Message.objects.all()
    assert {mail.to for mail in mails} == set(chairs)
    herning = mails.get(to=cast.formand_herning)
    assert "Tænk på de unge." in herning.body
    address = reverse("council-proposals", args=[plan.pk, cast.lokalraad("Herning").pk])
    assert f"http://localhost:8000{address}" in herning.body
    assert Event.objects.about(plan).filter(verb="round.opened", actor=cast.sekretariat).count() == 1


def test_the_vice_chair_is_written_to_where_there_is_no_chair(cast):
    council = cast.lokalraad("Skive")
    deputy = stages.vice_chair(cast, "Skive")
    called = workflow.open_round(
        a_plan(cast.kredsraad()), guidance="", deadline=stages.deadline(), by=cast.sekretariat
    )
    assert stages.mail_to(deputy)
    assert council not in called.unreached
    assert cast.lokalraad("Herning") in called.unreached


def test_the_secretariat_is_told_which_lokalraad_could_not_be_reached(cast, as_user):
    assert cast.formand_herning
    plan = a_plan(cast.kredsraad())
    page = as_user(cast.sekretariat).post(open_page(plan), {"deadline": stages.in_days(20)}, follow=True)
    warned = page.text.split("for lokalrådene i ")[1].split("Giv dem")[0]
    assert "Viborg" in warned
    assert "Herning" not in warned


def test_the_page_suggests_a_working_day_at_least_four_weeks_ahead(cast, as_user):
    plan = a_plan(cast.kredsraad())
    day = suggested(plan)
    assert day >= stages.in_days(28)
    assert day.weekday() < 5
    assert f'value="{day:%d-%m-%Y}"' in as_user(cast.sekretariat).get(open_page(plan)).text


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ("", "Feltet skal udfyldes."),
        ("31-11-2026", "Skriv en gyldig dato, for eksempel 19-12-2026."),
        ("01-01-2020", "Dagen er gået."),
        ("01-01-9999", "Fristen ligger efter planens år."),
    ],
)
def test_a_bad_deadline_comes_back_with_the_guidance(cast, as_user, typed, complaint):
    plan = a_plan(cast.kredsraad())
    answer = as_user(cast.sekretariat).post(
        open_page(plan), {"guidance": "Husk nattelivet.", "deadline": typed}
    )
    assert answer.status_code == 422
    assert complaint in answer.text
    assert "Husk nattelivet." in answer.text
    assert not ProposalRound.objects.exists()


def test_a_round_cannot_be_opened_when_the_text_lies_fast(cast, as_user):
    plan = a_plan(cast.kredsraad(), state=PlanState.SIGNING)
    client = as_user(cast.sekretariat)
    assert "Planens tekst ligger fast" in client.get(open_page(plan), follow=True).text
    answer = client.post(open_page(plan), {"guidance": "Skrevet for sent", "deadline": stages.in_days(20)})
    assert answer.status_code == 409
    assert "Skrevet for sent" in answer.text
    with pytest.raises(Refused, match="til underskrift"):
        workflow.open_round(plan, guidance="", deadline=stages.deadline(), by=cast.sekretariat)


def test_a_local_plan_has_no_round(cast, as_user):
    plan = a_plan(cast.lokalraad("Herning"))
    for name in ("open-round", "proposal-board"):
        assert as_user(cast.formand_herning).get(reverse(name, args=[plan.pk])).status_code == 404
    with pytest.raises(Refused):
        workflow.open_round(plan, guidance="", deadline=stages.deadline(), by=cast.sekretariat)


def test_the_same_call_twice_is_one_call(cast, as_user):
    assert cast.formand_herning
    plan = a_plan(cast.kredsraad())
    client = as_user(cast.sekretariat)
    for _ in range(8):
        client.post(open_page(plan), {"guidance": "x", "deadline": stages.in_days(20)})
    assert ProposalRound.objects.count() == 1
    assert Message.objects.count() == 1


def test_another_call_for_an_open_round_shows_both_texts(cast, as_user):
    round_ = stages.a_round(cast)
    answer = as_user(cast.sekretariat).post(
        open_page(round_.plan), {"guidance": "Min vejledning", "deadline": stages.in_days(40)}
    )
    assert answer.status_code == 409
    assert "Min vejledning" in answer.text
    assert "Tænk på de unge." in answer.text
    round_.refresh_from_db()
    assert round_.guidance == "Tænk på de unge."


def test_a_moved_deadline_is_told_to_every_chair(cast, as_user):
    assert cast.formand_herning
    round_ = stages.a_round(cast)
    Message.objects.all().delete()
    data = {"guidance": "Ny", "deadline": stages.in_days(40), "version": round_.version}
    as_user(cast.sekretariat).post(open_page(round_.plan), data)
    round_.refresh_from_db()
    assert round_.guidance == "Ny"
    assert "flyttet den fælles frist" in stages.mail_to(cast.formand_herning)[0]


def test_a_corrected_guidance_alone_sends_no_mail(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast)
    Message.objects.all().delete()
    workflow.change_round(round_, guidance="Ny", deadline=round_.deadline, version=1, by=cast.sekretariat)
    assert not Message.objects.exists()
    with pytest.raises(Refused, match="En anden har rettet"):
        workflow.change_round(
            round_, guidance="Nyere", deadline=round_.deadline, version=1, by=cast.sekretariat
        )


# --- a lokalråd's own deadline --------------------------------------------------------------------


def extension_page(round_, council):
    return reverse("extend-deadline", args=[round_.plan_id, council.pk])


def test_one_lokalraad_gets_longer_time_with_a_reason(cast, as_user):
    assert cast.formand_herning
    round_ = stages.end(stages.a_round(cast))
    council = cast.lokalraad("Herning")
    assert not round_.is_open_for(council)
    data = {"deadline": stages.in_days(7), "reason": "Mødet blev aflyst af storm"}
    as_user(cast.sekretariat).post(extension_page(round_, council), data)
    round_ = ProposalRound.objects.get()
    assert round_.is_open_for(council)
    assert not round_.is_open_for(cast.lokalraad("Viborg"))
    assert "Mødet blev aflyst af storm" in stages.mail_to(cast.formand_herning)[0]


@pytest.mark.parametrize(
    ("days", "reason", "status", "complaint"),
    [(30, "", 422, "Feltet skal udfyldes."), (3, "Storm", 409, "Vælg en senere dag.")],
)
def test_an_extension_is_longer_and_has_a_reason(cast, as_user, days, reason, status, complaint):
    round_ = stages.a_round(cast)
    data = {"deadline": stages.in_days(days), "reason": reason}
    answer = as_user(cast.sekretariat).post(extension_page(round_, cast.lokalraad("Herning")), data)
    assert answer.status_code == status
    assert complaint in answer.text
    assert reason in answer.text
    assert not Extension.objects.exists()


def test_a_second_extension_replaces_the_first_and_a_repeated_one_does_nothing(cast):
    assert cast.formand_herning
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    Message.objects.all().delete()
    for days in (20, 20, 30):
        workflow.extend_deadline(
            round_, council, deadline=stages.deadline(days), reason="Storm", by=cast.sekretariat
        )
    assert Extension.objects.get().deadline == stages.deadline(30)
    assert Message.objects.count() == 2


def test_a_lokalraad_of_another_district_has_no_deadline_here(cast, as_user):
    round_ = stages.a_round(cast)
    foreign = cast.kredsraad(cast.other_district)
    for council_pk in (foreign.pk, cast.lokalraad("Odense").pk, 0, 10**30):
        address = reverse("extend-deadline", args=[round_.plan_id, council_pk])
        assert as_user(cast.sekretariat).get(address).status_code == 404


# --- reminders ------------------------------------------------------------------------------------


def test_a_reminder_goes_to_those_who_have_not_answered_once_a_day(cast, as_user):
    chairs = cast.formaend
    round_ = stages.a_round(cast)
    stages.submitted(cast, round_)
    workflow.say_no_proposals(round_, cast.lokalraad("Viborg"), by=cast.formand_viborg)
    stages.drafted(cast, round_, place="Skive")
    Message.objects.all().delete()
    address = reverse("remind-councils", args=[round_.plan_id])
    client = as_user(cast.sekretariat)
    assert "Påmindelsen er sendt." in client.post(address, follow=True).text
    assert {mail.to for mail in Message.objects.all()} == set(chairs) - {
        cast.formand_herning,
        cast.formand_viborg,
    }
    assert "allerede sendt i dag" in client.post(address, follow=True).text
    assert Message.objects.count() == len(chairs) - 2
    ProposalRound.objects.update(reminded_on=timezone.localdate() - timedelta(days=1))
    stages.end(round_)
    client.post(address)
    assert "Den fælles frist var " in stages.mail_to(cast.formand("Skive"))[0]
    assert Message.objects.count() == 2 * (len(chairs) - 2)


def test_nobody_is_reminded_when_all_have_answered(cast):
    round_ = stages.a_round(cast)
    for place in cast.municipalities:
        workflow.say_no_proposals(round_, cast.lokalraad(place.name), by=cast.formand(place.name))
    with pytest.raises(Refused, match="Alle lokalråd har svaret"):
        workflow.remind(round_, by=cast.sekretariat)


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
    workflow.say_no_proposals(round_, council, by=cast.formand_herning)
    stages.submitted(cast, round_)
    assert not NoProposals.objects.exists()
    with pytest.raises(Refused, match="Træk det tilbage først"):
        workflow.say_no_proposals(round_, council, by=cast.formand_herning)


def test_a_term_that_has_ended_gives_no_pen(cast, as_user):
    round_, council = stages.a_round(cast), cast.lokalraad("Herning")
    chair = cast.formand_herning
    ended = Membership.objects.get(user=chair)
    ended.period = type(ended.period)(ended.period.lower, timezone.localdate())
    ended.save()
    address = reverse("say-no-proposals", args=[round_.plan_id, council.pk])
    assert as_user(chair).post(address).status_code == 404
