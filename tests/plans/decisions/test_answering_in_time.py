"""Points are answered until a day of their own; what comes later is kept, and there is a way to more time."""

from datetime import datetime, time, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from plans.decisions import workflow as decisions
from plans.proposals.models import AnswerReminder
from plans.proposals.states import ProposalState
from samarbejde import danish
from samarbejde.deadlines import end_of
from samarbejde.outbox.models import Message, MessageState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, page, typed
from tests.redlines import bare


@pytest.fixture
def asked(cast):
    proposal = stages.submitted(cast, stages.a_round(cast, days=60))
    return stages.request_changes(proposal, ["Hvem?"], until=end_of(stages.in_days(20)), by=cast.sekretariat)


def at(days_left: int, proposal) -> time_machine.travel:
    day = timezone.localdate(proposal.answer_by) - timedelta(days=days_left)
    return time_machine.travel(timezone.make_aware(datetime.combine(day, time(9))), tick=False)


def answered(proposal, **changes):
    [point] = proposal.change_requests.filter(answered_at=None)
    return typed(version=proposal.version, submit="1", **{f"answer_{point.pk}": "Natteravnene"}) | changes


def too_late(proposal):
    """As it stands when the day for the answer has passed."""
    past = timezone.now() - timedelta(days=1)
    type(proposal).objects.filter(pk=proposal.pk).update(answer_by=past)
    return stages.fresh(proposal)


def test_the_day_stands_in_letter_page_form_and_desk(cast, as_user, asked):
    until = danish.moment_text(asked.answer_by)
    assert f"Svar senest {until}." in stages.mail_to(cast.formand_herning)[0]
    chair = as_user(cast.formand_herning)
    for address in (page(asked), edit_page(asked)):
        assert until in chair.get(address).text.replace("\xa0", " "), address
    desk = chair.get(reverse("desk")).text.replace("\xa0", " ")
    assert danish.date_text(stages.in_days(20)) in desk
    assert until in as_user(cast.sekretariat).get(page(asked)).text.replace("\xa0", " ")


@pytest.mark.parametrize("until", ["", "1.1.2020", "1.1.2099", "i morgen"])
def test_a_day_that_is_none_sends_nothing_and_keeps_the_points(cast, as_user, until):
    proposal = stages.submitted(cast)
    data = {"seen": 1, "total": 1, "point_1": "Hvem går turene?", "until": until}
    answer = as_user(cast.sekretariat).post(reverse("request-changes", args=[proposal.pk]), data)
    assert answer.status_code == 422
    assert "Hvem går turene?" in answer.text
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_a_late_answer_is_kept_and_can_be_sent_when_there_is_more_time(cast, as_user, asked):
    secretary, late = cast.sekretariat, too_late(asked)
    chair = as_user(cast.formand_herning)
    form = chair.get(edit_page(late)).text
    assert "Indsend igen" not in form
    assert "Gem kladde" in form
    told = chair.post(edit_page(late), answered(late, title="Ny titel"), follow=True).text
    assert "Fristen for jeres svar var" in told
    assert "Teksten er gemt som kladde." in told
    assert f"mailto:{secretary.email}" in told
    late = stages.fresh(late)
    assert (late.state, late.title) == (ProposalState.CHANGES_REQUESTED, "Ny titel")
    assert late.change_requests.get().answer == "Natteravnene"
    assert "Fristen for jeres svar er gået" in chair.get(reverse("desk")).text

    client = as_user(secretary)
    assert reverse("extend-answer", args=[late.pk]) in client.get(page(late)).text
    address = reverse("extend-answer", args=[late.pk])
    assert client.post(address, {"until": "1.1.2020", "seen": 1}).status_code == 422
    client.post(address, {"until": stages.in_days(7), "seen": 1})
    assert stages.fresh(late).answer_by == end_of(stages.in_days(7))
    assert "længere frist til at svare" in stages.mail_to(cast.formand_herning)[0]
    chair.post(reverse("submit-proposal", args=[late.pk]))
    late = stages.fresh(late)
    assert (late.state, late.answer_by) == (ProposalState.SUBMITTED, None)


def test_time_is_never_made_shorter_and_only_where_something_is_asked(cast, asked):
    with pytest.raises(Refused, match="allerede frist"):
        decisions.extend_answer(asked, until=end_of(stages.in_days(1)), by=cast.sekretariat)
    other = stages.submitted(cast, asked.round, place="Viborg")
    with pytest.raises(Refused, match="skal ikke svare på noget nu"):
        decisions.extend_answer(other, until=end_of(stages.in_days(9)), by=cast.sekretariat)


def test_it_is_reminded_before_and_after_each_once(cast, asked):
    Message.objects.all().delete()
    for left in range(19, -12, -1):
        with at(left, asked):
            for _ in range(2):
                decisions.remind_of_answers()
    assert list(asked.reminders.values_list("days_left", flat=True)) == [7, 1, -5]
    told = stages.mail_to(cast.formand_herning)
    assert len(told) == 3
    assert "Fristen var" in told[0]
    assert "Fristen er" in told[2]
    with pytest.raises(IntegrityError), transaction.atomic():
        AnswerReminder.objects.create(proposal=asked, answer_by=asked.answer_by, days_left=7)


def test_a_reminder_dies_with_the_answer_and_none_comes_after_it(cast, as_user, asked):
    with at(7, asked):
        decisions.remind_of_answers()
        [letter] = Message.objects.caused_by(asked.reminders.get())
        as_user(cast.formand_herning).post(edit_page(asked), answered(asked))
        letter.refresh_from_db()
        assert letter.state == MessageState.LAPSED
    with at(1, asked):
        assert decisions.remind_of_answers() == 0


def test_the_dry_run_says_why(cast, asked):
    def said(left):
        out = StringIO()
        with at(left, asked):
            call_command("send_reminders", "--dry-run", stdout=out)
        return next(line for line in out.getvalue().splitlines() if asked.number in line)

    assert "får en påmindelse: fristen er" in said(7)
    assert "får ingen: fristen er" in said(15)
    assert "får ingen: blev spurgt" in said(20)
    assert not AnswerReminder.objects.exists()


def test_the_new_version_is_held_against_the_one_that_was_commented(cast, as_user, asked):
    """Also when it was corrected since, and round after round."""
    chair, secretary = as_user(cast.formand_herning), as_user(cast.sekretariat)
    chair.post(edit_page(asked), answered(asked, title="Tryg ved havnen"))
    second = stages.fresh(asked)
    chair.post(edit_page(asked), typed(version=second.version, title="Tryg ved torvet", submit="1"))
    shown = bare(secretary.get(page(asked)).text)
    assert "Ændret siden udgave 1" in shown
    assert "<del>stationen</del>" in shown
    assert "<ins>torvet</ins>" in shown
    stages.request_changes(stages.fresh(asked), ["Hvornår?"], by=cast.sekretariat)
    again = stages.fresh(asked)
    assert again.change_requests.get(position=2).about == 3
    chair.post(edit_page(asked), answered(again, title="Tryg i gaden"))
    shown = bare(secretary.get(page(asked)).text)
    assert "Ændret siden udgave 3" in shown
    assert "torvet</del>" in shown
    assert "gaden</ins>" in shown
