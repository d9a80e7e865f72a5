from itertools import chain

from django.db import transaction
from django.db.models import Model

from plans.desk import letters
from plans.desk.deletable import why_it_stays
from plans.document.models import Plan, Priority
from plans.document.numbering import numbered
from plans.proposals.models import ProposalRound, round_of
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.models import Message, MessageState
from samarbejde.outbox.workflow import lapse, queue
from samarbejde.transitions import Refused, lock


@transaction.atomic
def delete_plan(plan: Plan, *, by: User) -> None:
    """Take away a plan that was begun by mistake; its history, and the event that tells of it, stay."""
    council = lock(plan.council)  # as everything that begins a plan
    plan = lock(plan)
    if reasons := why_it_stays(plan):
        raise Refused(f"{plan.title} kan ikke slettes. {' '.join(reasons)}")
    sections = [entry.section for entry in reversed(numbered(plan.sections.all()))]
    areas, duties = list(plan.focus_areas.all()), list(plan.duties.all())
    title = str(plan)
    text = (
        f"{plan.title} blev slettet med {len(sections)} afsnit, {len(areas)} emner og {len(duties)} opgaver"
    )
    if called := round_of(plan):
        _call_off(called)
    priorities = Priority.objects.filter(focus_area__plan=plan)
    named = [*plan.writers.all(), *plan.approvers.all()]
    plan.trials.all().delete()  # of a lokalråd's draft that could not be printed
    rows: list[Model] = [*priorities, *duties, *areas, *sections, *named, plan]
    for row in rows:
        with_editor(by, row, f"{title} slettet").delete()
    record("plan.deleted", text, by=by, subject=council)


def _call_off(called: ProposalRound) -> None:
    """Nobody has answered yet; whoever was asked is told not to, and what has not left is never sent."""
    causes = [called, *called.extensions.all(), *called.reminders.all()]
    stopped = {message.to_id for message in lapse(*causes)}
    told = set(
        Message.objects.caused_by(*causes).filter(state=MessageState.SENT).values_list("to", flat=True)
    )
    if called.is_called:
        queue(*(one for one in letters.round_called_off(called) if one.to.pk not in stopped - told))
    for row in chain(called.extensions.all(), [called]):
        row.delete()
