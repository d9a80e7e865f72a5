"""What the demo's story has left in the database, for letters to tell of."""

from councils.models import CouncilKind
from plans.approval.models import Signature, SignatureRound
from plans.document.models import Plan
from plans.proposals.models import Proposal, ProposalRound
from plans.publication.models import Edition
from samarbejde.accounts.demo import address
from samarbejde.accounts.models import User


def next_plan() -> Plan:
    plans = Plan.objects.select_related("council__district").filter(council__kind=CouncilKind.DISTRICT)
    return plans.latest("year")


def call() -> ProposalRound:
    """For proposals to next year's plan."""
    return ProposalRound.objects.select_related("plan__council__district").latest("plan__year")


def proposal(state: str) -> Proposal:
    return Proposal.objects.with_places().filter(round=call(), state=state).earliest("pk")


def edition() -> Edition:
    return Edition.objects.select_related("plan__council__district").latest("published_at")


def signed_round() -> SignatureRound:
    return SignatureRound.objects.select_related("plan__council").exclude(deadline=None).latest("pk")


def signatures() -> list[Signature]:
    return list(signed_round().signatures.select_related("membership__user"))


def person(handle: str) -> User:
    return User.objects.get(email=address(handle))
