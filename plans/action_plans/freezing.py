"""An adopted action plan becomes the text that is published, and that text is shown again."""

from dataclasses import dataclass
from datetime import date

from plans.action_plans.models import ActionPlan, Activity, Status
from plans.action_plans.public_text import PublicActionPlan, PublicActivity
from samarbejde.danish import slug


@dataclass(frozen=True)
class PublishedActivity:
    """As `Activity` is shown. Its status is of the day it was published, so it is never late."""

    what: str
    who: str
    with_whom: str
    due_on: date | None
    cost: str
    seen_by: str
    status: str
    is_overdue: bool = False

    def get_status_display(self) -> str:
        return str(Status(self.status).label)


def public_text(plan: ActionPlan) -> PublicActionPlan:
    place = plan.council.municipality
    assert place is not None, "only a lokalråd has action plans"
    return {
        "council": plan.council.name,
        "district": str(plan.council.district),
        "municipality": place.name,
        "year": plan.year,
        "topic": plan.topic,
        "state": plan.state,
        "goal": plan.goal,
        "target_group": plan.target_group,
        "local_problem": plan.local_problem,
        "from_police": plan.from_police,
        "from_municipality": plan.from_municipality,
        "from_others": plan.from_others,
        "evaluation": plan.evaluation if plan.is_evaluated else "",
        "activities": [_activity(one) for one in plan.activities.all()],
    }


def named(plan: ActionPlan) -> str:
    """How its address begins: `trivsel-for-unge`."""
    return slug(plan.topic)[:100].strip("-") or "handleplan"


def published_activities(text: PublicActionPlan) -> list[PublishedActivity]:
    return [
        PublishedActivity(
            what=one["what"],
            who=one["who"],
            with_whom=one["with_whom"],
            due_on=date.fromisoformat(one["due_on"]) if one["due_on"] else None,
            cost=one["cost"],
            seen_by=one["seen_by"],
            status=one["status"],
        )
        for one in text["activities"]
    ]


def _activity(one: Activity) -> PublicActivity:
    return {
        "what": one.what,
        "who": one.who,
        "with_whom": one.with_whom,
        "due_on": one.due_on.isoformat() if one.due_on else "",
        "cost": one.cost,
        "seen_by": one.seen_by,
        "status": one.status,
    }
