"""14, 7 and 1 days before its deadline and 1 and 7 after it a lokalråd that has not answered is reminded."""

from datetime import datetime, time, timedelta
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import ProposalRound, RoundReminder
from plans.rounds import workflow as rounds
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.proposals import stages

DENMARK = ZoneInfo("Europe/Copenhagen")
ALL_DAYS = range(30, -12, -1)


def at(round_: ProposalRound, days_left: int, clock: time = time(9)) -> time_machine.travel:
    """So many days before the common deadline, by the Danish clock."""
    day = timezone.localdate(round_.deadline) - timedelta(days=days_left)
    return time_machine.travel(datetime.combine(day, clock, DENMARK), tick=False)


def told(round_: ProposalRound, place: str) -> list[int | None]:
    mine = round_.reminders.filter(council__municipality__name=place)
    return list(mine.values_list("days_left", flat=True))


def run(round_: ProposalRound, days=ALL_DAYS) -> None:
    for left in days:
        with at(round_, left):
            rounds.remind_before_deadlines()


def dry_run() -> str:
    out = StringIO()
    call_command("send_reminders", "--dry-run", stdout=out)
    return out.getvalue()


def test_the_days_that_are_told_and_five_days_between(cast):
    """The day after the deadline lies two days after the last reminder, so it is told only to others."""
    chairs = cast.formaend
    round_ = stages.a_round(cast, days=40)
    Message.objects.all().delete()
    run(round_)
    assert told(round_, "Herning") == [14, 7, 1, -7]
    assert Message.objects.filter(to=cast.formand_herning).count() == 4
    assert Message.objects.count() == 4 * len(chairs)
    assert set(Event.objects.filter(verb="round.reminded").values_list("actor", "internal")) == {(None, True)}


def test_whoever_was_not_reminded_the_day_before_is_the_day_after(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    run(round_, [-1])
    assert told(round_, "Herning") == [-1]
    assert "Den fælles frist var " in stages.mail_to(cast.formand_herning)[0]


def test_once_a_day_however_often_the_worker_looks_and_not_before_morning(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    with at(round_, 14, time(7, 59)):
        assert rounds.remind_before_deadlines() == 0
    with at(round_, 14, time(8)):
        assert [rounds.remind_before_deadlines() for _ in range(3)] == [1, 0, 0]


def test_a_lokalraads_own_longer_deadline_counts(cast):
    assert cast.formand_herning
    assert cast.formand("Skive")
    round_ = stages.a_round(cast, days=40)
    longer = round_.deadline + timedelta(days=3)
    stages.extend_deadline(round_, cast.lokalraad("Skive"), deadline=longer, by=cast.sekretariat)
    run(round_, [7])
    assert (told(round_, "Herning"), told(round_, "Skive")) == ([7], [])
    run(round_, [4])
    assert (told(round_, "Herning"), told(round_, "Skive")) == ([7], [7])
    assert "Jeres egen frist er " in stages.mail_to(cast.formand("Skive"))[0]


def test_who_has_answered_or_has_nobody_to_write_to_gets_none(cast):
    round_ = stages.a_round(cast, days=40)
    stages.submitted(cast, round_)
    stages.say_no_proposals(round_, cast.lokalraad("Viborg"), by=cast.formand_viborg)
    assert cast.formand("Skive")
    with at(round_, 14):
        text = dry_run()
        assert rounds.remind_before_deadlines() == 1
    assert "Herning: får ingen: har svaret." in text
    assert "Viborg: får ingen: har svaret." in text
    assert "Skive: får en påmindelse: den, der går 14 dage før fristen." in text
    assert "Lemvig: får ingen: registret har ingen formand med e-mail." in text
    assert RoundReminder.objects.get().council == cast.lokalraad("Skive")


def test_dry_run_tells_why_of_every_lokalraad_and_sends_nothing(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    Message.objects.all().delete()
    lines = {}
    for left in (30, 10, 9, -20):
        with at(round_, left):
            lines[left] = dry_run()
    assert f"fristen er {stages.in_days(40).day}." in lines[30]
    assert "den næste går 14 dage før fristen" in lines[30]
    assert "den næste går 7 dage før fristen" in lines[10]
    assert "der kommer ikke flere" in lines[-20]
    assert lines[9].count("får ingen") == len(cast.municipalities)
    assert "blev indbudt" in dry_run()
    assert not Message.objects.exists()
    assert not RoundReminder.objects.exists()


def test_the_command_sends_what_is_due(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    out = StringIO()
    with at(round_, 7):
        call_command("send_reminders", stdout=out)
    assert "1 lokalråd er mindet om fristen." in out.getvalue()
    assert told(round_, "Herning") == [7]


def test_the_secretariats_own_reminder_counts_among_them(cast, as_user):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    with at(round_, 15):
        rounds.remind(round_, by=cast.sekretariat)
    with at(round_, 14):
        assert "blev mindet" in dry_run()
        assert rounds.remind_before_deadlines() == 0
        page = as_user(cast.sekretariat).get(reverse("proposal-board", args=[round_.plan_id])).text
        assert "Mindet " in page
        with pytest.raises(Refused, match="er mindet inden for 5 dage"):
            rounds.remind(round_, by=cast.sekretariat)
    run(round_, [7])
    assert told(round_, "Herning") == [None, 7]


def test_a_worker_that_was_away_tells_a_day_or_two_late_and_no_later(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    run(round_, [12, 4])
    assert told(round_, "Herning") == [14]


def test_nobody_is_reminded_of_a_round_that_is_closed(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=40)
    Plan.objects.filter(pk=round_.plan_id).update(state=PlanState.DISCUSSED)
    run(round_)
    assert not RoundReminder.objects.exists()


def test_the_database_holds_five_days_between_two(cast):
    round_, council = stages.a_round(cast, days=40), cast.lokalraad("Herning")
    day = timezone.localdate()
    RoundReminder.objects.create(round=round_, council=council, sent_on=day)
    with pytest.raises(IntegrityError, match="no_two_reminders_within_five_days"), transaction.atomic():
        RoundReminder.objects.create(round=round_, council=council, sent_on=day + timedelta(days=4))
    RoundReminder.objects.create(round=round_, council=council, sent_on=day + timedelta(days=5))
    RoundReminder.objects.create(round=round_, council=cast.lokalraad("Skive"), sent_on=day)


def test_a_deadline_that_is_moved_is_told_anew(cast):
    assert cast.formand_herning
    round_ = stages.a_round(cast, days=20)
    run(round_, [14])
    later = round_.deadline + timedelta(days=20)
    with at(round_, 13):
        round_ = rounds.change_round(
            round_, guidance="", deadline=later, version=round_.version, by=cast.sekretariat
        ).round
    run(round_, [14])
    assert told(round_, "Herning") == [14, 14]


def test_a_lokalraad_whose_only_proposal_is_taken_up_again_is_reminded(cast):
    round_ = stages.a_round(cast, days=40)
    stages.submitted(cast, round_, place="Viborg", of=stages.words("Natten"))
    stages.reopen(stages.withdrawn(cast, round_), by=cast.formand_herning)
    run(round_)
    assert told(round_, "Herning") == [14, 7, 1, -7]
    assert told(round_, "Viborg") == []
