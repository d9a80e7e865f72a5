"""One lock for all that changes a plan's text: the plan's own row, taken before any other."""

from plans.document.models import Plan
from samarbejde.transitions import Refused, lock


def lock_open(plan: Plan) -> Plan:
    """The plan, held until the transaction ends; refuses when its text lies fast."""
    held = lock(plan)
    if not held.is_open:
        raise Refused(
            f"Planen er «{held.get_state_display()}», så teksten ligger fast. "
            "Tag planen tilbage til kladde, hvis der skal rettes i den."
        )
    return held
