"""What a signature round loses with somebody who leaves their post."""

from councils.models import Membership
from plans.approval.models import Signature
from samarbejde.danish import listing


def signature_missing(term: Membership) -> str:
    """One of `settings.LEAVING_WARNINGS`: they are asked to sign, and have not."""
    same = {"membership__user": term.user_id, "membership__council": term.council_id}
    pending = Signature.objects.pending().filter(**same).select_related("round__plan")
    plans = [signature.round.plan.title for signature in pending]
    if not plans:
        return ""
    return (
        f"{term.user} mangler at underskrive {listing(plans)}. "
        "Sker det ikke inden da, skal planen sendes til underskrift igen."
    )
