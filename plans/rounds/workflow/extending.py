"""One lokalråd's own, longer deadline."""

from datetime import datetime

from django.db import transaction

from councils.models import Council
from plans.proposals.models import Extension, ProposalRound
from plans.proposals.permissions import may_extend_for
from plans.proposals.workflow.closing import refuse_calls, refuse_early
from plans.rounds import letters
from plans.rounds.workflow.calling import check_deadline
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock


@transaction.atomic
def extend_deadline(
    round_: ProposalRound, council: Council, *, deadline: datetime, reason: str, by: User
) -> Extension:
    """Give one lokalråd longer time, and say why."""
    round_ = lock(round_)
    refuse_calls(round_.plan)
    refuse_early(round_)
    if not may_extend_for(by, council):
        raise Refused(
            f"Du sidder i {council} og kan derfor ikke give det længere frist (forvaltningslovens § 3). "
            "Lad en anden i sekretariatet gøre det."
        )
    if not reason:
        raise Refused("Skriv, hvorfor lokalrådet får længere frist. Lokalrådet får det at se.")
    standing = Extension.objects.filter(round=round_, council=council).first()
    if standing is not None and (standing.deadline, standing.reason) == (deadline, reason):
        return standing
    until = round_.deadline_for(council)
    if deadline <= until:
        raise Refused(f"{council} har allerede frist {danish.moment_text(until)}. Vælg en senere dag.")
    check_deadline(deadline)
    personal_numbers.refuse_in([reason])
    extension, _created = Extension.objects.update_or_create(
        round=round_, council=council, defaults={"deadline": deadline, "reason": reason}
    )
    text = f"{council} fik frist for forslag til {danish.moment_text(deadline)}"
    record("round.extended", text, by=by, subject=council, within=round_.plan)
    queue(*letters.deadline_extended(extension), cause=extension)
    return extension
