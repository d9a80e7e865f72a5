"""Whom an earlier deadline leaves with less time than they were told."""

from datetime import datetime
from typing import NamedTuple

from councils.models import Council
from plans.proposals.models import ProposalRound
from plans.proposals.states import ProposalState


class Hit(NamedTuple):
    council: Council
    is_writing: bool


def hit_by(round_: ProposalRound, deadline: datetime) -> list[Hit]:
    """The lokalråd that have not answered and lose time, in Danish order."""
    drafts = round_.proposals.filter(state=ProposalState.DRAFT)
    writing = set(drafts.values_list("council", flat=True))
    longer = {extension.council_id: extension.deadline for extension in round_.extensions.all()}
    return [
        Hit(council, council.pk in writing)
        for council in round_.unanswered().select_related("municipality")
        if longer.get(council.pk, deadline) < round_.deadline
    ]
