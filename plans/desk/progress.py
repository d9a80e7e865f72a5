"""How far plans are: what the next step of each depends on besides its state, all in one query."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Func, IntegerField, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest

from councils.models import Council, CouncilKind
from plans.approval.models import Signature
from plans.document.models import Plan, PlanQuerySet
from plans.document.states import PlanState
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import AWAITING_DECISION, ProposalState
from plans.publication.models import Publication

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations


class Progress(TypedDict):
    was_heard: bool  # it has been in consultation before, and was taken back
    round_ends: datetime | None  # when the last lokalråd's deadline is; None where no round was opened
    asked: int  # lokalråd
    answered: int
    undecided: int  # proposals that await the secretariat
    returned: int  # proposals that await the lokalråd's answer
    unsigned: int
    departed: list[str]  # who left office before signing
    publication: str | None  # the state of the latest one
    is_followed: bool  # the year after has a plan


def with_progress(plans: PlanQuerySet) -> "QuerySet[WithAnnotations[Plan, Progress]]":
    of_plan = OuterRef("pk")
    proposals = Proposal.objects.filter(round__plan=of_plan)
    signatures = Signature.objects.filter(round__plan=of_plan)
    publications = Publication.objects.filter(plan=of_plan).order_by("-ordered_at", "-pk")
    rounds = ProposalRound.objects.filter(plan=of_plan)
    last_deadline = rounds.annotate(last=Greatest("deadline", Max("extensions__deadline")))
    return plans.annotate(
        was_heard=Exists(Plan.history.filter(id=of_plan, state=PlanState.CONSULTATION)),
        round_ends=Subquery(last_deadline.values("last")),
        asked=_number(_local_councils()),
        answered=_number(_local_councils().filter(_has_answered())),
        undecided=_number(proposals.filter(state__in=AWAITING_DECISION)),
        returned=_number(proposals.filter(state=ProposalState.CHANGES_REQUESTED)),
        unsigned=_number(signatures.pending()),
        departed=ArraySubquery(signatures.out_of_office().values("name")),
        publication=Subquery(publications.values("state")[:1]),
        is_followed=Exists(Plan.objects.filter(council=OuterRef("council"), year=OuterRef("year") + 1)),
    )


def _local_councils() -> QuerySet[Council]:
    return Council.objects.filter(kind=CouncilKind.LOCAL, district=OuterRef("council__district"))


def _has_answered() -> Any:
    """Of a lokalråd, inside a query of plans: a proposal is handed in, or the word that there is none."""
    own = {"round__plan": OuterRef(OuterRef("pk")), "council": OuterRef("pk")}
    handed_in = Proposal.objects.submitted_once().exclude(state=ProposalState.WITHDRAWN)
    return Exists(handed_in.filter(**own)) | Exists(NoProposals.objects.filter(**own))


def _number(rows: QuerySet[Any]) -> Subquery:
    """How many they are; an aggregate would group them, and give nothing where there are none."""
    counted = rows.order_by().annotate(number=Func("pk", function="COUNT"))
    return Subquery(counted.values("number"), output_field=IntegerField())
