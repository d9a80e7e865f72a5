"""Reminders: one letter for each person and day, each thing told once, whoever has answered left alone."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plans.follow_up import workflow
from plans.follow_up.models import DutyReminder
from samarbejde.outbox.models import Message
from tests.plans.follow_up import stages

pytestmark = pytest.mark.django_db


def letters(person):
    return list(Message.objects.filter(to=person).order_by("pk"))


def in_days(days):
    return time_machine.travel(timezone.now() + timedelta(days=days), tick=True)


def test_fourteen_days_and_a_day_before_and_a_week_after(cast):
    stages.published(cast, days=30)
    chair = cast.formand_herning
    told = {}
    for day in (0, 15, 16, 17, 28, 29, 30, 31, 36, 37, 38, 50):
        with in_days(day):
            before = len(letters(chair))
            workflow.remind_of_duties()
            told[day] = len(letters(chair)) - before
    assert [day for day, number in told.items() if number] == [16, 29, 37]
    assert set(told.values()) == {0, 1}
    assert "Fristen er overskredet" in letters(chair)[-1].subject


def test_one_letter_for_all_of_a_day_and_none_twice(cast):
    stages.published(cast, days=14, number=3)
    member, chair = cast.medlem_herning, cast.formand_herning
    assert workflow.remind_of_duties() == 2
    assert workflow.remind_of_duties() == 0
    for person in (member, chair):
        [letter] = letters(person)
        assert letter.subject == "3 opgaver venter på jeres svar"
        assert letter.body.count("Svar senest") == 3
    assert DutyReminder.objects.count() == 6


def test_a_worker_that_was_away_tells_it_the_next_day(cast):
    stages.published(cast, days=14)
    chair = cast.formand_herning
    with in_days(3):
        workflow.remind_of_duties()
    assert len(letters(chair)) == 1


@pytest.mark.parametrize(("days", "letters_sent"), [(12, 0), (13, 1), (19, 1), (20, 0), (40, 1), (41, 0)])
def test_what_is_told_more_than_six_days_late_is_told_no_more(cast, days, letters_sent):
    stages.published(cast, days=27)
    chair = cast.formand_herning
    with in_days(days):
        workflow.remind_of_duties()
    assert len(letters(chair)) == letters_sent


def test_whoever_has_answered_is_left_alone(cast):
    plan = stages.published(cast, days=14)
    viborg, herning = cast.formand_viborg, cast.formand_herning
    stages.submitted(cast, plan)
    workflow.remind_of_duties()
    assert len(letters(viborg)) == 1
    assert letters(herning) == []


def test_the_secretariat_is_reminded_of_what_the_police_owe(cast):
    stages.published(cast, days=1, addressee="police")
    secretary, director = cast.sekretariat, cast.direktoer
    workflow.remind_of_duties()
    assert len(letters(secretary)) == 1
    assert letters(director) == []


def test_what_may_be_done_and_what_is_not_published_is_told_to_nobody(cast):
    plan = stages.published(cast, days=14, modality="kan")
    cast.formand_herning  # noqa: B018 - sits in the lokalråd
    plan.duties.create(wording="Ny.", addressee="all_local", **stages.due_in(14))
    assert workflow.remind_of_duties() == 0
