"""The text that those who have no login are asked about."""

from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, Step
from plans.document.snapshot import Snapshot, read_snapshot


def sent_text(plan: Plan) -> Snapshot:
    """As it was when the draft was last sent out: what is written in it since is the house's own.

    Drafts that were sent before versions were kept show what stands.
    """
    kept = plan.kept_versions.filter(name=Step.CONSULTATION).select_related("text").first()
    return read_snapshot(kept.text.snapshot) if kept else make_snapshot(plan)
