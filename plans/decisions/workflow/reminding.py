"""Lokalråd that have not answered the points are reminded by themselves, each day that is told once."""

from django.db import transaction
from django.utils import timezone

from plans.decisions import letters
from plans.decisions.reminders import AnswerVerdict, answer_verdicts
from plans.proposals.models import AnswerReminder
from plans.proposals.states import ProposalState
from samarbejde.deadlines import MORNING
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import lock


def remind_of_answers() -> int:
    """How many lokalråd. Called by the worker each minute."""
    if timezone.localtime().time() < MORNING:
        return 0
    due = [one for one in answer_verdicts(timezone.localdate()) if one.days_left is not None]
    return sum(map(_remind, due))


@transaction.atomic
def _remind(verdict: AnswerVerdict) -> bool:
    assert verdict.days_left is not None
    plan = lock(verdict.proposal.round.plan)
    proposal = lock(verdict.proposal)
    waits = proposal.state == ProposalState.CHANGES_REQUESTED and plan.is_open
    if not waits or proposal.answer_by is None or proposal.answer_by != verdict.proposal.answer_by:
        return False
    reminder, created = AnswerReminder.objects.get_or_create(
        proposal=proposal, answer_by=proposal.answer_by, days_left=verdict.days_left
    )
    if created:
        queue(*letters.answer_reminder(reminder), cause=reminder)
        text = f"{proposal.council} blev mindet om at svare på punkterne"
        record("proposal.answer_reminded", text, by=None, subject=proposal, within=plan, internal=True)
    return created
