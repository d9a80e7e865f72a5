"""A published plan, and the new edition that is begun of it, without a PDF."""

from plans.desk import workflow
from plans.desk.as_published import fingerprint, published_record, rows_of
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.publication.models import PublicationState
from plans.publication.workflow import order_publication
from tests.cast import Cast
from tests.making import an_edition
from tests.plans.approval import stages


def published(cast: Cast, plan: Plan | None = None) -> Plan:
    plan = plan or stages.signed(cast)
    order = order_publication(plan, note="Ny.", by=cast.sekretariat)
    an_edition(plan)
    order.state = PublicationState.DONE
    order.save()
    plan.state = PlanState.PUBLISHED
    plan.save()
    return stages.fresh(plan)


def reopened(cast: Cast) -> Plan:
    return stages.reopen(cast, published(cast), "En fejl i kapitel 2.")


def shown(plan: Plan) -> str:
    """What the page of cancelling has shown."""
    record = published_record(plan)
    assert record is not None
    return fingerprint(rows_of(plan, record.history_date))


def cancel(cast: Cast, plan: Plan, seen: str = "") -> None:
    workflow.cancel_edition(plan, seen=seen or shown(plan), by=cast.sekretariat)
