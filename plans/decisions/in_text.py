"""Which proposals the topics and sections of a plan came from. Reads only."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db.models import F
from django.urls import reverse

from councils.register.offices import Person, offices
from plans.document.models import Plan
from plans.drafting.origins import Origin, Origins
from plans.proposals.models import Proposal
from plans.proposals.permissions import may_review_in
from plans.proposals.states import ACCEPTED, ProposalState

_LED_ON = (ProposalState.MERGED, ProposalState.POSTPONED)


def origins(plan: Plan, person: Person) -> Origins:
    """`settings.ORIGINS_OF_A_TEXT`: those that the person may read, also by way of others; one query.

    What is decided and not told is in none of these states.
    """
    reviews = may_review_in(person, plan.council.district_id)
    if not reviews and not offices(person).local_councils:
        return {}
    told = Proposal.objects.filter(
        round__plan__council=plan.council_id,
        round__plan__year__lte=plan.year,
        state__in=(*ACCEPTED, ProposalState.SUGGESTED, *_LED_ON),
    )
    rows = told.order_by("number").values(
        *("pk", "number", "council_id", "merged_into_id"),
        whose=F("council__name"),
        carried_to_id=F("carried_to"),
        topic=F("focus_area__lineage"),
        section=F("focus_area__section__lineage"),
        suggested=F("suggestion__lineage"),
    )
    by_pk = {row["pk"]: row for row in rows}
    found: dict[UUID, list[Origin]] = defaultdict(list)
    for row in by_pk.values():
        if reviews or offices(person).sits_in(row["council_id"]):
            origin = Origin(f"Forslag {row['number']}", row["whose"], reverse("proposal", args=[row["pk"]]))
            for lineage in _led_to(row, by_pk):
                found[lineage].append(origin)
    return found


def _led_to(row: dict[str, Any], by_pk: dict[int, dict[str, Any]]) -> set[UUID]:
    """The lineages of what the proposal became, or the one that merging and moving on have led to."""
    while following := by_pk.get(row["merged_into_id"] or row["carried_to_id"]):
        row = following
    return {lineage for lineage in (row["topic"], row["section"], row["suggested"]) if lineage}
