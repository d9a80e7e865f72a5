"""What the plan's log tells of the consultation."""

from datetime import timedelta

import pytest
import time_machine

from plans.consultation import workflow
from plans.consultation.models import Outcome
from samarbejde.danish import date_text
from samarbejde.deadlines import end_of
from tests.logged import logged
from tests.plans.consultation.stages import being_heard, in_days, reply

pytestmark = pytest.mark.django_db


def test_each_step_is_told(cast):
    mayor, by = cast.borgmester("Skive"), cast.sekretariat
    consultation = being_heard(cast)
    heard = reply(consultation, mayor, "Nævn skolerne.")
    workflow.answer(heard, Outcome.FOLLOWED, "Det gør vi.", version=0, by=by)
    workflow.extend_deadline(consultation, in_days(20), reason="Ferie.", by=by)
    with time_machine.travel(end_of(in_days(20)) + timedelta(days=1)):
        reply(consultation, mayor, "Nævn også klubberne.", version=1)
    outcome = heard.answer.get_outcome_display()
    assert logged(consultation.plan, "consultation") == [
        "Borgmesteren i Skive skrev en bemærkning til udkastet",
        f"Borgmesteren i Skive: bemærkningen {outcome}",
        f"Høringens frist er nu {date_text(in_days(20))}",
        "Borgmesteren i Skive skrev en bemærkning til udkastet efter fristen",
    ]


def test_a_reminder_names_those_who_are_silent(cast):
    assert cast.direktoer
    consultation = being_heard(cast)
    reply(consultation, cast.borgmester("Skive"), "Nævn skolerne.")
    with time_machine.travel(consultation.sent_at + timedelta(days=2)):
        workflow.remind(consultation, by=cast.sekretariat)
    told = logged(consultation.plan, "consultation")[-1]
    assert told.startswith("Påmindelse om høringen sendt til Politidirektøren")
    assert "Borgmesteren i Skive" not in told
