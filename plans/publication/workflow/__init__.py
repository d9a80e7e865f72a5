"""From a discussed plan to an edition that everybody can read."""

from plans.publication.workflow.drafting import make_draft, order_draft
from plans.publication.workflow.publishing import order_publication, publish
from plans.publication.workflow.sweeping import resume, sweep
from plans.publication.workflow.trying import send_to_be_approved, send_to_signature, send_untried, try_out

__all__ = [
    "make_draft",
    "order_draft",
    "order_publication",
    "publish",
    "resume",
    "send_to_be_approved",
    "send_to_signature",
    "send_untried",
    "sweep",
    "try_out",
]
