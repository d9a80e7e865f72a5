"""Action plans in each state, and the filled-in forms of their steps."""

from datetime import date
from typing import Any

from django.utils import timezone

from councils.models import Council
from plans.action_plans import workflow
from plans.action_plans.models import ActionPlan, ActionPlanState, Activity, PublishedActionPlan
from plans.action_plans.publishing import publish_action_plan
from plans.document.models import FocusArea, Plan
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.kept import kept
from tests.making import a_plan, an_edition

YEAR = timezone.localdate().year
EVALUATION = "Færre tager stoffer i midtbyen, men natteravnene mangler folk."
WORDS = {
    "goal": "Halvt så mange opkald om uro på torvet.",
    "target_group": "Unge fra 15 til 18 år.",
    "local_problem": "Unge samles på torvet fredag aften.",
    "from_police": "Går tur fredag og lørdag.",
    "from_municipality": "To gadearbejdere.",
    "from_others": "Natteravnene.",
}


@kept
def year_plan(cast: Cast, year: int = YEAR) -> Plan:
    """The district's of the year, with the topic »Trivsel for unge«."""
    kredsraad = cast.kredsraad()
    return Plan.objects.filter(council=kredsraad, year=year).first() or a_plan(kredsraad, year)


@kept
def topic(cast: Cast, year: int = YEAR) -> FocusArea:
    return year_plan(cast, year).focus_areas.get()


@kept
def draft(cast: Cast, council: Council | None = None, by: User | None = None, **words: str) -> ActionPlan:
    """Herning's, by one of its members, unless somebody else is named."""
    where, who = council or cast.lokalraad("Herning"), by or cast.medlem_herning
    return workflow.make_action_plan(where, topic(cast), YEAR, WORDS | words, by=who)


def usual(**changes: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"what": "Natteravne på torvet", "who": "SSP-konsulenten"}
    told |= {"with_whom": "Natteravnene", "due_on": date(YEAR, 6, 15), "cost": "4 timer om ugen"}
    return told | {"seen_by": "Færre opkald fredag aften."} | changes


@kept
def activity(cast: Cast, plan: ActionPlan, **changes: Any) -> Activity:
    return workflow.add_activity(plan, usual(**changes), by=cast.medlem_herning)


@kept
def with_an_activity(cast: Cast, **changes: Any) -> Activity:
    return activity(cast, draft(cast), **changes)


@kept
def adopted(cast: Cast) -> ActionPlan:
    return workflow.adopt(with_an_activity(cast).plan, by=cast.formand_herning)


@kept
def evaluated(cast: Cast) -> ActionPlan:
    return workflow.evaluate(adopted(cast), EVALUATION, by=cast.formand_herning)


@kept
def publishable(cast: Cast) -> ActionPlan:
    """Adopted, for a topic of a plan that is public."""
    plan = adopted(cast)
    an_edition(year_plan(cast))
    return plan


@kept
def published(cast: Cast) -> PublishedActionPlan:
    return publish_action_plan(publishable(cast), by=cast.formand_herning)


def public_place(published: PublishedActionPlan) -> dict[str, Any]:
    """The parts of its address."""
    place = published.plan.council.municipality
    assert place is not None
    where = {"district": place.district.slug, "year": published.plan.year, "municipality": place.slug}
    return where | {"name": published.address}


REACH = {
    ActionPlanState.DRAFT: lambda cast: with_an_activity(cast).plan,
    ActionPlanState.ADOPTED: adopted,
    ActionPlanState.EVALUATED: evaluated,
}


def typed(**changes: str) -> dict[str, str]:
    """The form of an action plan, as it is filled in."""
    return WORDS | {"version": "1"} | changes


def typed_activity(**changes: str) -> dict[str, str]:
    told = {"what": "Lys på stien", "who": "Kommunen", "with_whom": "Politiet", "due_on": f"1-9-{YEAR}"}
    return told | {"cost": "25.000 kr.", "seen_by": "Flere går hjem ad stien.", "version": "1"} | changes
