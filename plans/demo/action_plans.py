"""Herning's action plans: one of last year, and two of this, adopted and evaluated; the latter goes on."""

import json
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, ActionPlanState
from plans.action_plans.publishing import is_public_year, publish_action_plan
from plans.action_plans.topics import topics_of
from plans.demo.clock import on
from plans.demo.facts import FOLDER
from plans.demo.people import People, person
from plans.document.models import FocusArea
from plans.publication.pdf.process import PangoMissing
from samarbejde.accounts.models import User

WHERE = "Herning"


def make_action_plans(people: People) -> None:
    """For topics of this year and the last, each activity as far as it is by now.

    All are public where the district's plan is: on a machine that makes no PDFs it waits.
    """
    this_year = timezone.localdate().year
    told = json.loads((FOLDER / "action_plans.json").read_text(encoding="utf-8"))
    for one in told:
        year = this_year - 1 if one.get("last_year") else this_year
        topics = {topic.title: topic for topic in topics_of(people.lokalraad[WHERE], year)}
        if topic := topics.get(one["topic"]):  # a year that the demo has a plan of
            _tell(people, topic, one)


def _tell(people: People, topic: FocusArea, told: dict[str, Any]) -> None:
    by, chair = person("medlem.herning", ""), people.chair(WHERE)
    year, today = topic.plan.year, timezone.localdate()
    with on(date(year, 1, 1)):
        plan = _written(people, topic, told, by)
    if told["becomes"] == ActionPlanState.EVALUATED:
        with on(min(today, date(year, 12, 15))):
            plan = workflow.evaluate(plan, told["evaluation"], by=chair)
            if not told.get("last_year"):
                workflow.carry_on(plan, by=by)
    published = max(date(year, 1, 1), min(today, date(year, 12, 15)) - timedelta(days=told["days"]))
    if is_public_year(plan):
        with on(published), suppress(PangoMissing):
            publish_action_plan(plan, by=chair)


def _written(people: People, topic: FocusArea, told: dict[str, Any], by: User) -> ActionPlan:
    plan = workflow.make_action_plan(people.lokalraad[WHERE], topic, topic.plan.year, told["words"], by=by)
    for one in told["activities"]:
        words = {name: one[name] for name in workflow.OF_AN_ACTIVITY}
        day = date(plan.year, one["month"], one["day"])
        activity = workflow.add_activity(plan, words | {"due_on": day}, by=by)
        workflow.tell_status(activity, one["status"], by=by)
    return workflow.adopt(plan, by=people.chair(WHERE))
