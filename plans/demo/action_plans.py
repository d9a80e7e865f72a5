"""Herning's action plans: two of this year, adopted and evaluated; the latter goes on into the next."""

import json
from datetime import date
from typing import Any

from django.utils import timezone

from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, ActionPlanState
from plans.action_plans.topics import topics_of
from plans.demo.clock import on
from plans.demo.facts import FOLDER
from plans.demo.people import People, person
from plans.document.models import FocusArea
from samarbejde.accounts.models import User

WHERE = "Herning"


def make_action_plans(people: People) -> None:
    """For topics of the year's plan, each activity as far as it is by now."""
    council, by = people.lokalraad[WHERE], person("medlem.herning", "")
    year = timezone.localdate().year
    told = json.loads((FOLDER / "action_plans.json").read_text(encoding="utf-8"))
    topics = {topic.title: topic for topic in topics_of(council, year)}
    for one in told:
        topic = topics[one["topic"]]
        with on(date(year, 1, 1)):
            plan = _written(people, topic, one, by)
        if one["becomes"] == ActionPlanState.EVALUATED:
            plan = workflow.evaluate(plan, one["evaluation"], by=people.chair(WHERE))
            workflow.carry_on(plan, by=by)


def _written(people: People, topic: FocusArea, told: dict[str, Any], by: User) -> ActionPlan:
    plan = workflow.make_action_plan(people.lokalraad[WHERE], topic, topic.plan.year, told["words"], by=by)
    for one in told["activities"]:
        words = {name: one[name] for name in workflow.OF_AN_ACTIVITY}
        day = date(plan.year, one["month"], one["day"])
        activity = workflow.add_activity(plan, words | {"due_on": day}, by=by)
        workflow.tell_status(activity, one["status"], by=by)
    return workflow.adopt(plan, by=people.chair(WHERE))
