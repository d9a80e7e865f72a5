"""The plan's own way over the kredsråd's table."""

from collections.abc import Iterator

from councils.agendas.sources import Waiting
from councils.models import Meeting
from plans.document.models import Plan
from plans.document.states import PlanState

PLAN = "plan"  # how the keys of such points begin


def key_of(plan: Plan) -> str:
    """How the key of a point about this plan begins."""
    return f"{PLAN}:{plan.pk}:"


def plans_to_discuss(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: plans in consultation, once for each time they are sent out."""
    sent = Plan.objects.filter(council=meeting.council_id, state=PlanState.CONSULTATION)
    for plan in sent.select_related("council").prefetch_related("consultations").order_by("year"):
        [latest, *_] = [*plan.consultations.all(), None]
        yield Waiting(
            key=f"{key_of(plan)}{latest.pk if latest else 0}",
            kind="Plan i høring",
            title=f"Drøftelse af {plan.title}",
            text="Planen må først offentliggøres, når rådet har drøftet den (retsplejeloven § 113).",
        )
