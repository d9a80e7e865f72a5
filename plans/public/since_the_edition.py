"""What a lokalråd has written since the edition, which its kommune's page shows as soon as it is there."""

from dataclasses import dataclass

from councils.models import Municipality
from plans.document.models import Plan
from plans.local_decisions.models import PreventionDecision, TopicChange
from plans.local_decisions.reading import public_changes, public_decisions, topics_then


@dataclass(frozen=True)
class Change:
    row: TopicChange
    titles: frozenset[str]  # of its topic: when it was written, and in the edition


@dataclass(frozen=True)
class Since:
    changes: list[Change]
    decisions: list[PreventionDecision]


def since_the_edition(plan: Plan, place: Municipality) -> Since:
    found = public_changes(place, plan)
    stood = topics_then(plan).filter(lineage__in=found) if found else []
    then = {topic.lineage: topic.own_title for topic in stood}
    changes = [
        Change(row, frozenset({row.topic, then.get(lineage, row.topic)}))
        for lineage, rows in found.items()
        for row in rows
    ]
    return Since(changes, public_decisions(place, plan.year))
