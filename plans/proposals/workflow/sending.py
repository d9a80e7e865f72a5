"""A lokalråd's chair says who else hands in its proposals."""

from collections.abc import Iterable

from django.db import transaction

from councils.models import Council
from councils.register.members import name_members
from plans.proposals.models import ProposalRound, ProposalSender
from plans.proposals.workflow.closing import refuse_answers
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.transitions import lock


@transaction.atomic
def name_senders(round_: ProposalRound, council: Council, people: Iterable[User], *, by: User) -> None:
    """Let these of the lokalråd's members hand in its proposals in this round, and nobody else of them."""
    plan = lock(round_.plan)
    refuse_answers(plan)
    standing = ProposalSender.objects.filter(round=round_, council=council).select_related("user")
    names = name_members(
        council,
        standing,
        people,
        lambda person: ProposalSender(round=round_, council=council, user=person),
        by=by,
    )
    if names is not None:
        who = danish.listing(names) or "kun formanden og næstformanden"
        text = f"Forslag fra {council} indsendes af {who}"
        record("round.senders_named", text, by=by, subject=council)
