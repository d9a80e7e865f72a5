"""An edition as people make it: discussed, signed by all, ordered, printed."""

from plans.document.models import Plan
from plans.publication import workflow
from plans.publication.models import Edition
from tests.cast import Cast
from tests.plans.approval import stages


def published(cast: Cast, plan: Plan | None = None, *, note: str = "") -> Edition:
    plan = plan or stages.signed(cast)
    workflow.publish(workflow.order_publication(plan, note=note, by=cast.sekretariat).pk)
    return plan.editions.latest("number")
