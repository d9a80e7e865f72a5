"""What lokalråd have decided during the year, against what it is of and the events that tell of it."""

from collections.abc import Iterator

from councils.models import Council
from plans.local_decisions.models import PreventionDecision, TopicChange
from plans.verification.acts import as_far_as_readable, is_told


def faults() -> Iterator[str]:
    for decision in PreventionDecision.objects.order_by("pk"):
        for fault in as_far_as_readable(_of_decision(decision)):
            yield f"Beslutning {decision.pk} om et forebyggelsesområde: {fault}"
    for change in TopicChange.objects.order_by("pk"):
        for fault in as_far_as_readable(_of_change(change)):
            yield f"Ændring {change.pk} af et lokalt emne: {fault}"


def _of_decision(decision: PreventionDecision) -> Iterator[str]:
    if decision.area.municipality_id != decision.council.municipality_id:
        yield "området er i en anden kommune"
    of_the_year = PreventionDecision.objects.filter(decided_on__year=decision.decided_on.year)
    if decision.number > of_the_year.filter(area=decision.area).count():
        yield "en tidligere mangler"
    if not is_told("prevention.decided", decision, at=decision.at, by=decision.by_id, says=decision.told):
        yield "ingen hændelse fortæller, at den person skrev den"


def _of_change(change: TopicChange) -> Iterator[str]:
    if not Council.objects.filter(pk=change.council_id, district=change.plan.council.district_id).exists():
        yield "planen er en anden kreds'"
    if not is_told("topic.changed", change, at=change.at, by=change.by_id, says=change.told):
        yield "ingen hændelse fortæller, at den person skrev den"
