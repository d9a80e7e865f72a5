"""The text that was frozen, and the names under it."""

from datetime import UTC, datetime

from councils.models import Membership
from plans.approval.models import GivenSignature, RoundState, Signature, SignatureRound
from plans.document.models import FrozenText, Plan
from plans.document.snapshot import content_hash
from plans.document.states import PlanState


def sign(plan: Plan, text: dict[str, object], members: list[Membership]) -> None:
    """All have signed a plan that is published, and nobody the one that is under way."""
    signed_at = datetime(plan.year - 1, 12, 15, tzinfo=UTC)
    round_ = SignatureRound.objects.create(
        plan=plan,
        text=FrozenText.objects.create(snapshot=text, content_hash=content_hash(text)),
        place="Holstebro",
    )
    signatures = Signature.objects.bulk_create(
        Signature(
            round=round_,
            position=n,
            membership=member,
            name=f"Person {n}",
            title=member.title,
        )
        for n, member in enumerate(members)
    )
    if plan.state == PlanState.PUBLISHED:
        GivenSignature.objects.bulk_create(
            GivenSignature(signature=signature, signed_at=signed_at, signed_hash=round_.content_hash)
            for signature in signatures
        )
        round_.state, round_.closed_at = RoundState.COMPLETE, signed_at
        round_.save()
