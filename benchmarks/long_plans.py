"""What the secretariat's pages of a long plan cost, with 60 and 600 sections."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse

from benchmarks.pages import client_of, cost
from benchmarks.population import LAST_YEAR, populate
from councils.models import CouncilKind, MembershipRole
from plans.document.models import Plan
from plans.document.states import PlanState

SIZES = (60, 600)
PAGES = ("plan-text", "plan-outline")


@dataclass(frozen=True)
class LongPlan:
    page: str
    sections: int
    queries: int
    milliseconds: float
    bytes: int


def measure() -> Iterator[LongPlan]:
    """Each page at each size, of a draft that may be written in."""
    for number in SIZES:
        with transaction.atomic():
            district = populate(1, 2, sections=number)
            plan = Plan.objects.get(council__district=district, year=LAST_YEAR)
            Plan.objects.filter(pk=plan.pk).update(state=PlanState.DRAFT)
            secretariat = client_of(district, CouncilKind.DISTRICT, MembershipRole.SECRETARIAT)
            for page in PAGES:
                found = cost(page, secretariat, reverse(page, args=[plan.pk]))
                yield LongPlan(page, number, found.queries, found.milliseconds, found.bytes)
            transaction.set_rollback(True)
