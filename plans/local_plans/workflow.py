"""A lokalråd's plan is begun with the district's topics in it, and its chair lets others write it."""

from collections.abc import Iterable

from django.db import transaction

from councils.models import Council
from councils.register.members import members_of, name_members
from plans.document.districts_plan import districts_plan
from plans.document.models import Plan, PlanWriter
from plans.document.states import PlanState
from plans.drafting import workflow as drafting
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused, lock


@transaction.atomic
def begin_local_plan(council: Council, year: int, *, previous: Plan | None, by: User) -> Plan:
    """From the lokalråd's `previous` plan, or with the usual headings; the district's topics come along."""
    if previous is None:
        plan = drafting.start_plan(council, year, by=by)
    else:
        plan = drafting.carry_forward(previous, year, by=by)
        _let_write_on(previous, plan, by)
    if districts_plan(plan) is not None:
        drafting.take_over_topics(plan, by=by)
    return plan


@transaction.atomic
def name_writers(plan: Plan, people: Iterable[User], *, by: User) -> None:
    """Let these of the lokalråd's members write its plan, and nobody else of them."""
    plan = lock(plan)
    if plan.state == PlanState.PUBLISHED:
        raise Refused("Planen er offentliggjort. Begynd en ny udgave, og vælg så, hvem der skriver.")
    names = name_members(
        plan.council,
        plan.writers.select_related("user"),
        people,
        lambda person: PlanWriter(plan=plan, user=person),
        by=by,
    )
    if names is not None:
        who = danish.listing(names) or "kun formanden og næstformanden"
        record("plan.writers_named", f"Lokalrådets plan skrives af {who}", by=by, subject=plan)


def _let_write_on(previous: Plan, plan: Plan, by: User) -> None:
    """Whoever wrote last year's and still sits in the lokalråd."""
    for person in members_of(plan.council).filter(pk__in=previous.writers.values("user")):
        with_editor(by, PlanWriter(plan=plan, user=person)).save()
