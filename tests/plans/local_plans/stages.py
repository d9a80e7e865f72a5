"""A lokalråd's plan beside the district's of the same year."""

from django.utils import timezone

from plans.document.models import Plan
from plans.local_plans import workflow
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.making import a_plan, an_edition

YEAR = timezone.localdate().year
TOPIC = "Trivsel for unge"


def districts(cast: Cast, *, public: bool = True) -> Plan:
    """The district's of the year, with one topic."""
    council = cast.kredsraad()
    plan = Plan.objects.filter(council=council, year=YEAR).first() or a_plan(council, YEAR)
    if public and not plan.editions.exists():
        an_edition(plan)
    return plan


def draft(cast: Cast, *, by: User | None = None, year: int = YEAR, previous: Plan | None = None) -> Plan:
    """Herning's."""
    council, who = cast.lokalraad("Herning"), by or cast.formand_herning
    return workflow.begin_local_plan(council, year, previous=previous, by=who)


def written_by_a_member(cast: Cast) -> Plan:
    plan = draft(cast)
    workflow.name_writers(plan, [cast.medlem_herning], by=cast.formand_herning)
    return plan
