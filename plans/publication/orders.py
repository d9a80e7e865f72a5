"""Whether a plan may be published, and whether an order is still of the plan as it stands."""

from plans.approval.frozen import signed_text
from plans.approval.models import Discussion
from plans.document.models import Plan
from plans.document.snapshot import read_snapshot
from plans.document.states import PlanState
from plans.publication.models import Publication, PublicationState


def is_ready(plan: Plan) -> bool:
    """Discussed, and signed unless its signatures are switched off."""
    return plan.state == PlanState.SIGNED or (
        plan.state == PlanState.DISCUSSED and not plan.signatures_required
    )


def is_still_the_plan(publication: Publication, plan: Plan) -> bool:
    """Nobody has reopened the plan since, and what was signed is what was printed."""
    discussion = publication.discussion
    if not is_ready(plan):
        return False
    if discussion and _is_overtaken(discussion, publication):
        return False
    standing = plan.signature_rounds.standing().first()
    return standing is None or read_snapshot(publication.snapshot) == signed_text(standing)


def _is_overtaken(discussion: Discussion, publication: Publication) -> bool:
    begun = discussion.correction_pass
    return bool(discussion.stood_until or (begun and begun.begun_at > publication.ordered_at))


def is_held(publication: Publication, plan: Plan) -> bool:
    """It waits for what the server lacks, and will publish the plan as it stands."""
    return publication.state == PublicationState.HELD and is_still_the_plan(publication, plan)
