"""A round with some proposals of each lokalråd: decided and announced, or under way in the last year."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from benchmarks.population.prose import Prose
from councils.models import Council, Membership, MembershipRole, Municipality
from plans.document.models import Plan
from plans.document.states import PlanState
from plans.proposals.models import (
    USUAL_QUESTIONS,
    Answered,
    Decision,
    DecisionAnnouncement,
    Proposal,
    ProposalRound,
    Review,
    Submission,
)
from plans.proposals.states import ProposalState

EACH = 10  # of each lokalråd
DONE = (ProposalState.ACCEPTED_DISTRICT, ProposalState.ACCEPTED_LOCAL, ProposalState.REJECTED)
UNDER_WAY = (ProposalState.SUBMITTED, ProposalState.RECOMMENDED, ProposalState.CHANGES_REQUESTED)


def add_proposals(plan: Plan, local: list[Council], prose: Prose, each: int = EACH) -> None:
    deadline = datetime(plan.year - 1, 11, 1, tzinfo=UTC)
    round_ = ProposalRound.objects.create(
        plan=plan,
        opens_at=deadline - timedelta(days=60),
        called_at=deadline - timedelta(days=60),
        deadline=deadline,
    )
    is_over = plan.state == PlanState.PUBLISHED
    states = DONE if is_over else UNDER_WAY
    letters = dict(Municipality.objects.values_list("pk", "letters"))
    proposals = Proposal.objects.bulk_create(
        Proposal(
            round=round_,
            council=council,
            state=states[n % len(states)],
            title=f"{prose.heading()} {n}",
            number=f"{plan.year}-{letters[council.municipality_id]}-{n + 1:02}",
            background=prose.body(),
            text=prose.body(),
            answers=_answers(prose),
            submitted_at=deadline - timedelta(days=5),
        )
        for council in local
        for n in range(each)
    )
    _hand_in(proposals, local)
    if is_over:
        _decide(proposals, deadline + timedelta(days=10))


def _answers(prose: Prose) -> list[Answered]:
    return [
        {"key": one["key"], "question": one["wording"], "answer": prose.heading()}
        for one in USUAL_QUESTIONS
        if one["obligatory"]
    ]


def _hand_in(proposals: list[Proposal], local: list[Council]) -> None:
    chairs = dict(
        Membership.objects.filter(council__in=local, role=MembershipRole.CHAIR).values_list("council", "user")
    )
    Submission.objects.bulk_create(
        Submission(
            proposal=proposal, number=1, submitted_by_id=chairs[proposal.council_id], **asdict(proposal.words)
        )
        for proposal in proposals
    )
    Review.objects.bulk_create(
        Review(
            proposal=proposal, author_id=chairs[proposal.council_id], comment="Det ligner et andet forslag."
        )
        for proposal in proposals
    )


def _decide(proposals: list[Proposal], moment: datetime) -> None:
    decisions = Decision.objects.bulk_create(
        Decision(
            proposal=proposal,
            outcome=proposal.state,
            reason="Emnet hører til lokalrådets egen plan.",
            decided_at=moment,
        )
        for proposal in proposals
    )
    DecisionAnnouncement.objects.bulk_create(
        DecisionAnnouncement(decision=decision, announced_at=moment) for decision in decisions
    )
