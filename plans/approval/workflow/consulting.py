"""The draft goes to everybody who should have read it before the kredsråd discusses it."""

from datetime import date

from django.db import transaction

from plans.approval import letters
from plans.approval.consulted import consulted
from plans.approval.models import Consultation
from plans.document.keeping import keep_version
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, Step
from plans.document.obstacles import refuse_obstacles
from plans.document.states import PlanState
from plans.proposals.models import Proposal
from plans.proposals.states import AWAITING_DECISION, UNDECIDED
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock, move


@transaction.atomic
def send_to_consultation(plan: Plan, *, answer_by: date | None = None, note: str = "", by: User) -> int:
    """Open the draft for remarks; returns how many people get an e-mail."""
    plan = lock(plan)
    move(plan, PlanState.CONSULTATION, plan.transitions)
    _refuse_undecided(plan)
    if not plan.sections.exclude(body="").exists():
        raise Refused("Planen har ingen tekst endnu. Skriv den, før du sender den i høring.")
    personal_numbers.refuse_in([note])
    text = make_snapshot(plan)
    refuse_obstacles(text)
    keep_version(plan, Step.CONSULTATION, text=text, by=by)
    with_editor(by, plan).save()
    Consultation.objects.create(plan=plan, sent_by=by, answer_by=answer_by, note=note)
    people = consulted(plan)
    queue(*letters.sent_to_consultation(plan, people, answer_by=answer_by, note=note))
    until = f" med svar senest {danish.date_text(answer_by)}" if answer_by else ""
    record("plan.consultation", f"Planen blev sendt i høring{until}", by=by, subject=plan)
    return len(people)


def _refuse_undecided(plan: Plan) -> None:
    proposals = Proposal.objects.filter(round__plan=plan)
    if undecided := proposals.filter(state__in=AWAITING_DECISION, pending_decision=None).count():
        raise Refused(
            f"{undecided} forslag venter på afgørelse, og planen sendes ikke i høring uden dem. "
            "Afgør dem, eller flyt dem alle til næste års runde på én gang."
        )
    if proposals.filter(state__in=UNDECIDED).exclude(pending_decision=None).exists():
        raise Refused(
            "Afgørelserne er ikke meddelt lokalrådene, og først derefter står forslagene i planen. "
            "Meddel dem, og send så planen i høring."
        )
