"""A local plan takes over the district-wide topics, under the titles that the district has given them."""

from django.db import transaction

from plans.document.districts_plan import districts_plan
from plans.document.models import FocusArea, Plan, Scope
from plans.drafting.districts_topics import Topic, changes_of_topics
from plans.drafting.workflow.edit_lock import lock_open
from plans.drafting.workflow.focus_areas import next_position, section_for
from plans.drafting.workflow.following import follow_headings
from plans.drafting.workflow.priorities import prioritise
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.transitions import Refused

REASON = "Som i kredsens plan"


@transaction.atomic
def take_over_topics(plan: Plan, *, by: User) -> int:
    """Those that are new and the titles that are others now; returns how many topics it touched."""
    plan = lock_open(plan)
    if districts_plan(plan) is None:
        raise Refused(
            f"Kredsens plan for {plan.year} er ikke offentliggjort endnu. Hent emnerne, når den er det."
        )
    found = changes_of_topics(plan)
    for area, topic in found.begun_anew:
        area.lineage = topic.lineage
        save_as_next(by, area, REASON)
    for area, topic in found.renamed:
        _retitle(plan, area, topic, by)
    for topic in found.new:
        _add(plan, topic, by)
    if found:
        record("topics.taken_over", "Kredsens emner blev hentet ind i planen", by=by, subject=plan)
    return len(found)


def _add(plan: Plan, topic: Topic, by: User) -> None:
    area = FocusArea(
        plan=plan,
        scope=Scope.DISTRICT,
        lineage=topic.lineage,
        since=topic.since,
        position=next_position(plan),
        section=section_for(plan, topic.title, "", by),
    )
    with_editor(by, area, REASON).save()
    prioritise(area, [plan.council], by=by)


def _retitle(plan: Plan, area: FocusArea, topic: Topic, by: User) -> None:
    if area.section is None:
        area.own_title = topic.title
        save_as_next(by, area, REASON)
        return
    before = {area.section.pk: area.section.heading}
    area.section.heading = topic.title
    row = save_as_next(by, area.section, REASON)
    follow_headings(plan, before, by=by, held=[row], reason=REASON)
