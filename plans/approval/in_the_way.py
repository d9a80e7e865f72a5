"""What stops a text that lies fast, as the pages show it."""

from plans.document.models import Plan
from plans.document.obstacles import Obstacle, Unpublishable, located
from plans.document.states import PlanState
from samarbejde.transitions import Refused


def obstacles_of(refusal: Refused | None) -> list[Obstacle]:
    return refusal.obstacles if isinstance(refusal, Unpublishable) else []


def in_the_way(plan: Plan, found: list[Obstacle]) -> dict[str, object]:
    """Each obstacle with its section, and whether the kredsråd's corrections may still be written in."""
    if not found:
        return {"obstacles": []}
    uncorrected = plan.discussions.standing().filter(corrections=None)
    return {
        "obstacles": located(plan, found),
        "may_correct": plan.state == PlanState.DISCUSSED and uncorrected.exists(),
    }
