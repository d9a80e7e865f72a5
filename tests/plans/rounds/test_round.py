"""Opening a round, and the deadline that all lokalråd have."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import ProposalRound
from plans.rounds import workflow as rounds
from plans.rounds.deadlines import suggested
from samarbejde.danish import moment_text
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
    called = rounds.open_round(
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
    ("today", "year", "day"),
    [
        (date(2026, 5, 1), 2027, date(2026, 10, 1)),
        (date(2022, 5, 1), 2023, date(2022, 10, 3)),  # the first is a Saturday
        (date(2028, 5, 1), 2029, date(2028, 10, 2)),  # a Sunday
        (date(2026, 9, 20), 2027, date(2026, 10, 19)),  # less than four weeks before it
    ],
)
def test_the_customary_day_is_suggested_while_it_can_be_kept(today, year, day):
    with time_machine.travel(today):
        assert suggested(Plan(year=year)) == day


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
        rounds.open_round(plan, guidance="", deadline=stages.deadline(), by=cast.sekretariat)


def test_a_local_plan_has_no_round(cast, as_user):
    plan = a_plan(cast.lokalraad("Herning"))
    for name in ("open-round", "proposal-board"):
        assert as_user(cast.formand_herning).get(reverse(name, args=[plan.pk])).status_code == 404
    with pytest.raises(Refused):
        rounds.open_round(plan, guidance="", deadline=stages.deadline(), by=cast.sekretariat)


@pytest.mark.parametrize("place", ["Herning", "Skive"])
def test_the_last_minute_is_open_to_its_end(cast, place):
    """Also for the round's own and the longer deadline, and as they were stored before: on the minute."""
    assert cast.formaend
    round_ = stages.a_round(cast)
    stages.extend_deadline(
        round_, cast.lokalraad("Skive"), deadline=stages.deadline(20), reason="Storm", by=cast.sekretariat
    )
    proposal = stages.drafted(cast, round_, place=place)
    last = round_.deadline_for(proposal.council)
    with time_machine.travel(last + timedelta(seconds=60), tick=False), pytest.raises(Refused, match="23.59"):
        stages.submit(proposal, by=cast.formand(place))
    with time_machine.travel(last + timedelta(seconds=59.999999), tick=False):
        stages.submit(proposal, by=cast.formand(place))
    assert stages.fresh(proposal).submitted_at == last + timedelta(seconds=59.999999)


def test_a_round_is_not_opened_in_its_last_minute(cast, as_user):
    """The deadline is not over yet, but it lies before the second in which the round would open."""
    plan = a_plan(cast.kredsraad())
    with time_machine.travel(stages.deadline(3) + timedelta(seconds=30), tick=False):
        client = as_user(cast.sekretariat)
        typed = {"guidance": "Tænk på de unge.", "deadline": f"{stages.in_days(0):%d-%m-%Y}"}
        answer = client.post(open_page(plan), typed)
    assert "under et minut til fristen" in answer.text
    assert "Tænk på de unge." in answer.text
    assert not ProposalRound.objects.exists()


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


def test_a_shorter_deadline_warns_who_is_hit_and_is_told_to_every_chair(cast, as_user):
    chairs = cast.formaend
    round_ = stages.a_round(cast, days=30)
    stages.submitted(cast, round_, place="Viborg")
    stages.drafted(cast, round_, place="Skive")
    stages.extend_deadline(
        round_, cast.lokalraad("Lemvig"), deadline=stages.deadline(60), reason="Storm", by=cast.sekretariat
    )
    stages.extend_deadline(
        round_, cast.lokalraad("Struer"), deadline=stages.deadline(60), reason="Storm", by=cast.sekretariat
    )
    round_.extensions.filter(council=cast.lokalraad("Struer")).update(deadline=round_.deadline)
    stages.withdraw(stages.submitted(cast, round_, place="Holstebro"), by=cast.formand("Holstebro"))
    Message.objects.all().delete()
    client = as_user(cast.sekretariat)
    data = {"guidance": "Skrevet om", "deadline": stages.in_days(10), "version": 1}
    warned = client.post(open_page(round_.plan), data)
    assert warned.status_code == 409
    hit = warned.text.split('id="shortened"')[1].split("</section>")[0]
    assert "Herning" in hit
    assert "Skive – er i gang med en kladde" in hit
    assert "Viborg" not in hit
    assert "Lemvig" not in hit
    assert "Struer" not in hit
    assert "Holstebro" in hit
    assert hit.count("er i gang") == 1
    assert "Skrevet om" in warned.text
    assert "Forkort fristen" in warned.text
    assert not Message.objects.exists()
    shorter = client.post(open_page(round_.plan), data | {"confirmed": stages.deadline(11).isoformat()})
    assert shorter.status_code == 409  # another day than the one that was warned of
    client.post(open_page(round_.plan), data | {"confirmed": stages.deadline(10).isoformat()})
    round_.refresh_from_db()
    assert (round_.guidance, round_.deadline) == ("Skrevet om", stages.deadline(10))
    assert {mail.to for mail in Message.objects.all()} == set(chairs)
    told = stages.mail_to(cast.formand_herning)[0]
    assert "Kortere frist for forslag" in told
    assert moment_text(stages.deadline(10)) in told
    assert moment_text(stages.deadline(30)) in told


def test_a_corrected_guidance_alone_sends_no_mail(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast)
    Message.objects.all().delete()
    rounds.change_round(round_, guidance="Ny", deadline=round_.deadline, version=1, by=cast.sekretariat)
    assert not Message.objects.exists()
    with pytest.raises(Refused, match="er ændret af en anden"):
        rounds.change_round(
            round_, guidance="Nyere", deadline=round_.deadline, version=1, by=cast.sekretariat
        )
