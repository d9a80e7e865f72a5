"""How many proposals of a plan wait, and for whom: subqueries to annotate plans with, all in one query."""

from django.db.models import Exists, Func, IntegerField, Max, Model, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Greatest

from councils.models import Council, CouncilKind
from plans.proposals.models import NoProposals, Proposal, ProposalRound
from plans.proposals.states import AWAITING_DECISION, UNDECIDED, ProposalState


def proposals_waiting() -> dict[str, Subquery]:
    """`undecided` await the secretariat, `returned` the lokalråd's answer, `unsent` their being handed in.

    `to_decide` and `unannounced` are for the secretariat alone, since they tell what is decided and not told.
    """
    proposals = Proposal.objects.filter(round__plan=OuterRef("pk"))
    undecided = proposals.filter(state__in=AWAITING_DECISION)
    return {
        "undecided": number_of(undecided),
        "to_decide": number_of(undecided.filter(pending_decision=None)),
        "unannounced": number_of(proposals.filter(state__in=UNDECIDED).exclude(pending_decision=None)),
        "returned": number_of(proposals.filter(state=ProposalState.CHANGES_REQUESTED)),
        "unsent": number_of(proposals.filter(state=ProposalState.DRAFT)),
    }


def answers_waited_for() -> dict[str, Subquery]:
    """When the round opens, when the last lokalråd's deadline is, and how many have answered.

    Both times are None where there is no round.
    """
    rounds = ProposalRound.objects.filter(plan=OuterRef("pk"))
    last_deadline = rounds.annotate(last=Greatest("deadline", Max("extensions__deadline")))
    return {
        "round_opens": Subquery(rounds.values("opens_at")),
        "round_ends": Subquery(last_deadline.values("last")),
        "asked": number_of(_local_councils()),
        "answered": number_of(_local_councils().filter(_has_answered())),
    }


def number_of(rows: QuerySet[Model]) -> Subquery:
    """How many they are; an aggregate would group them, and give nothing where there are none."""
    counted = rows.order_by().annotate(how_many=Func("pk", function="COUNT"))
    return Subquery(counted.values("how_many"), output_field=IntegerField())


def _local_councils() -> QuerySet[Council]:
    return Council.objects.filter(kind=CouncilKind.LOCAL, district=OuterRef("council__district"))


def _has_answered() -> Q:
    """Of a lokalråd, inside a query of plans: a proposal is handed in, or the word that there is none."""
    own = {"round__plan": OuterRef(OuterRef("pk")), "council": OuterRef("pk")}
    handed_in = Proposal.objects.submitted_once().exclude(state=ProposalState.WITHDRAWN)
    return Q(Exists(handed_in.filter(**own))) | Q(Exists(NoProposals.objects.filter(**own)))
