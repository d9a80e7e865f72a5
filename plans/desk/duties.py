"""Duties on somebody's desk: to answer, and for the secretariat to read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.urls import reverse

from councils.register.offices import Offices
from plans.desk.progress import Progress
from plans.desk.tasks import Task
from plans.document.models import Plan
from plans.follow_up.agenda import short
from plans.follow_up.answering import may_write_answer
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.states import AnswerState

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


def duties_to_answer(own: Offices) -> Iterator[Task]:
    """One query, however many there are."""
    councils = {seat.council_id: seat.council for seat in own.memberships}
    found = laid_on({council.district_id for council in councils.values()}, councils=councils.values())
    for one in found:
        if one.waits_for_body and may_write_answer(own, one.council):
            yield _to_answer(one)


def answers_to_read(plan: "WithAnnotations[Plan, Progress]") -> Iterator[Task]:
    """For the secretariat."""
    if plan.unread:
        answers = "svar på opgaver" if plan.unread > 1 else "svar på en opgave"
        board = f"{reverse('duty-board', args=[plan.pk])}?vis=nye"
        yield Task(f"{plan.unread} {answers} i {plan.title} venter på dig", "Læs svarene", board)


def _to_answer(one: Laid) -> Task:
    of_before = f"Den er fra planen for {one.duty.plan.year}." if one.is_of_before else ""
    asked = "Sekretariatet har spurgt til jeres svar." if one.state == AnswerState.RETURNED else ""
    return Task(
        title=f"Svar på en opgave: {short(one.duty.wording)}",
        text=" ".join(filter(None, (f"{one.council} har opgaven.", of_before, asked))),
        due=one.due,
        action="Svar",
        url=reverse("answer-duty", args=[one.duty.pk, one.council.pk]),
    )
