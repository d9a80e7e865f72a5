"""A lokalråd's plan is begun with the district's topics in it, and its chair lets others write it."""

from collections.abc import Iterable

from django.db import transaction

from councils.models import Council
from plans.document.districts_plan import districts_plan
from plans.document.models import Plan, PlanWriter
from plans.document.states import PlanState
from plans.drafting import workflow as drafting
from plans.local_plans.candidates import candidates
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
    wanted = {person.pk: person for person in people}
    if not set(wanted) <= set(candidates(plan).values_list("pk", flat=True)):
        raise Refused("En af dem sidder ikke i lokalrådet mere. Se listen igen, og vælg derfra.")
    standing = {row.user_id: row for row in plan.writers.select_related("user")}
    for pk, row in standing.items():
        if pk not in wanted:
            with_editor(by, row).delete()
    for pk, person in wanted.items():
        if pk not in standing:
            with_editor(by, PlanWriter(plan=plan, user=person)).save()
    if set(wanted) != set(standing):
        names = danish.listing(sorted(map(str, wanted.values()))) or "kun formanden og næstformanden"
        record("plan.writers_named", f"Lokalrådets plan skrives af {names}", by=by, subject=plan)


def _let_write_on(previous: Plan, plan: Plan, by: User) -> None:
    """Whoever wrote last year's and still sits in the lokalråd."""
    for person in candidates(plan).filter(pk__in=previous.writers.values("user")):
        with_editor(by, PlanWriter(plan=plan, user=person)).save()
