"""The lokalråds' own plans: each as far as another, and last year's behind one of them."""

from datetime import timedelta

from django.utils import timezone

from plans.demo.clock import on
from plans.demo.people import People
from plans.document.models import Plan
from plans.drafting import workflow as drafting
from plans.local_plans import workflow as local_plans
from samarbejde.accounts.models import User

WHERE, BESIDE = "Herning", "Viborg"
HEADING = "Lokalrådets organisering og ansvar"
FIRST = "<p>Lokalrådet mødes fire gange om året og holder øje med midtbyen, stationen og skolerne.</p>"
SINCE = "<p>Ungdomsskolen er kommet med i lokalrådet og deltager i alle møder.</p>"
BEGUN, CARRIED, CHANGED = timedelta(days=200), timedelta(days=30), timedelta(days=6)


def write_own_plans(people: People) -> Plan:
    today, chair = timezone.localdate(), people.chair(WHERE)
    with on(today - BEGUN):
        plan = local_plans.begin_local_plan(people.lokalraad[WHERE], today.year, previous=None, by=chair)
        _write(plan, FIRST, chair)
    with on(today - CARRIED):
        later = local_plans.begin_local_plan(people.lokalraad[WHERE], today.year + 1, previous=plan, by=chair)
        other = people.chair(BESIDE)
        local_plans.begin_local_plan(people.lokalraad[BESIDE], today.year, previous=None, by=other)
    with on(today - CHANGED):
        _write(plan, FIRST + SINCE, chair)
    return later


def _write(plan: Plan, body: str, chair: User) -> None:
    section = plan.sections.get(heading=HEADING)
    drafting.save_section(section, by=chair, version=section.version, heading=HEADING, body=body)
