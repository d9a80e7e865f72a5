"""What was read before it is told: the decisions, and the letters that tell them."""

import hashlib
import json
from collections.abc import Iterable

from plans.decisions.letters import announced
from plans.decisions.models import PendingDecision
from plans.decisions.pending import ready, standing_in
from plans.proposals.models import ProposalRound
from samarbejde.outbox.letters import Letter


def seal(decisions: Iterable[PendingDecision], letters: Iterable[Letter]) -> str:
    """A checksum of all that these decisions and their letters say: what is announced is what was read."""
    decided = sorted(
        [
            *(one.proposal_id, one.outcome, one.reason, one.title, one.text, one.into_id or 0, one.seen),
            *(one.names_proposers, str(one.onto or "")),
        ]
        for one in decisions
    )
    written = [[one.to.pk, one.subject, one.body] for one in letters]
    return hashlib.sha256(json.dumps([decided, written]).encode()).hexdigest()


def seal_of(round_: ProposalRound) -> str:
    """Of all that can be announced as it stands."""
    decisions = ready(standing_in(round_))
    return seal(decisions, announced(round_, decisions))
