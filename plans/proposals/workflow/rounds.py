"""The round itself: the call, its deadlines, and the lokalråd that have not answered."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from councils.models import Council, CouncilKind
from councils.register.mailing import without_leader
from plans.document.models import Plan
from plans.document.states import OPEN
from plans.proposals import letters
from plans.proposals.models import Extension, NoProposals, ProposalRound
from plans.proposals.permissions import may_extend_for
from plans.proposals.shortening import Hit, hit_by
from plans.proposals.states import ProposalState
from plans.proposals.workflow.closing import refuse_answers, refuse_calls
from plans.proposals.workflow.postponing import carry_over
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import UNSEEN, Refused, lock, lock_as_seen, refuse_overtaken, stands


@dataclass(frozen=True)
class Called:
    """A round that has been announced to the lokalråd, and those the register knows no chair of."""

    round: ProposalRound
    unreached: list[Council]


class Shortening(Refused):
    """The common deadline would come sooner than they were told to those of `hit`; it is to be confirmed."""

    def __init__(self, reason: str, hit: list[Hit]) -> None:
        super().__init__(reason)
        self.hit = hit


@transaction.atomic
def open_round(plan: Plan, *, guidance: str, deadline: datetime, by: User) -> Called:
    """Call for proposals and write to every lokalråd. The same call twice is one call."""
    plan = lock(plan)
    standing = ProposalRound.objects.filter(plan=plan).first()
    if standing is not None:
        if (standing.guidance, standing.deadline) == (guidance, deadline):
            return Called(standing, [])
        refuse_overtaken(standing, UNSEEN)
    if plan.council.kind != CouncilKind.DISTRICT or plan.state not in OPEN:
        raise Refused(
            "Der kan kun åbnes en forslagsrunde til kredsrådets plan, mens den er kladde eller i høring. "
            f"Planen er »{plan.get_state_display()}«."
        )
    _check_deadline(deadline)
    personal_numbers.refuse_in([guidance])
    round_ = ProposalRound.objects.create(
        plan=plan, guidance=guidance, opens_at=timezone.now(), deadline=deadline
    )
    record(
        "round.opened",
        f"Forslagsrunden blev åbnet med frist {danish.moment_text(deadline)}",
        by=by,
        subject=round_,
        within=plan,
    )
    queue(*letters.round_opened(round_))
    for proposal in carry_over(round_, by=by):
        queue(*letters.carried(proposal))
    return Called(round_, without_leader(round_.councils))


@transaction.atomic
def change_round(
    round_: ProposalRound,
    *,
    guidance: str,
    deadline: datetime,
    version: int,
    confirmed: datetime | None = None,
    by: User,
) -> Called:
    """Correct the guidance or the common deadline; a new deadline is told to every lokalråd.

    Raises `Shortening` for an earlier deadline that is not the one `confirmed`.
    """
    wanted = {"guidance": guidance, "deadline": deadline}
    round_ = lock_as_seen(round_, version, wanted)
    before = round_.deadline
    if stands(round_, wanted):
        return Called(round_, [])
    if deadline != before:
        refuse_calls(round_.plan)
        _check_deadline(deadline)
    if deadline < before and deadline != confirmed:
        raise Shortening(
            f"Fristen bliver kortere: den er nu {danish.moment_text(before)}. "
            "Se herunder, hvem det går ud over, og bekræft, hvis den skal forkortes.",
            hit_by(round_, deadline),
        )
    personal_numbers.refuse_in([guidance])
    round_.guidance, round_.deadline = guidance, deadline
    save_as_next(by, round_)
    moved = f"Den fælles frist for forslag er nu {danish.moment_text(deadline)}"
    text = moved if deadline != before else "Vejledningen til forslagsrunden blev rettet"
    record("round.changed", text, by=by, subject=round_, within=round_.plan)
    if deadline == before:
        return Called(round_, [])
    queue(*letters.round_changed(round_, before))
    return Called(round_, without_leader(round_.councils))


@transaction.atomic
def extend_deadline(
    round_: ProposalRound, council: Council, *, deadline: datetime, reason: str, by: User
) -> Extension:
    """Give one lokalråd longer time, and say why."""
    round_ = lock(round_)
    refuse_calls(round_.plan)
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
    _check_deadline(deadline)
    personal_numbers.refuse_in([reason])
    extension, _created = Extension.objects.update_or_create(
        round=round_, council=council, defaults={"deadline": deadline, "reason": reason}
    )
    text = f"{council} fik frist for forslag til {danish.moment_text(deadline)}"
    record("round.extended", text, by=by, subject=council, within=round_.plan)
    queue(*letters.deadline_extended(extension))
    return extension


@transaction.atomic
def remind(round_: ProposalRound, *, by: User) -> Called:
    """Write to the lokalråd that have not answered; once a day is enough."""
    round_ = lock(round_)
    refuse_calls(round_.plan)
    if round_.reminded_on == timezone.localdate():
        raise Refused("Påmindelsen er allerede sendt i dag. Du kan sende den igen i morgen.")
    missing = list(round_.unanswered())
    if not missing:
        raise Refused("Alle lokalråd har svaret, så der er ingen at minde om fristen.")
    round_.reminded_on = timezone.localdate()
    round_.save()
    places = danish.at_all(str(council.municipality) for council in missing)
    record(
        "round.reminded",
        f"Påmindelse om forslag sendt til lokalrådene {places}",
        by=by,
        subject=round_,
        within=round_.plan,
        internal=True,
    )
    queue(*letters.reminder(round_, missing))
    return Called(round_, without_leader(missing))


@transaction.atomic
def say_no_proposals(round_: ProposalRound, council: Council, *, by: User) -> NoProposals:
    """The lokalråd's answer that it has nothing to propose. It stands until a proposal is submitted."""
    refuse_answers(lock(round_.plan))
    handed_in = round_.proposals.filter(council=council).submitted_once()
    if handed_in.exclude(state=ProposalState.WITHDRAWN).exists():
        raise Refused(
            "I har indsendt et forslag. Træk det tilbage først, hvis I alligevel ingen forslag har i år."
        )
    answer, created = NoProposals.objects.get_or_create(
        round=round_, council=council, defaults={"said_by": by}
    )
    if created:
        text = f"{council} meldte, at de ingen forslag har i år"
        record("round.no_proposals", text, by=by, subject=council, within=round_.plan)
    return answer


def _check_deadline(deadline: datetime) -> None:
    if is_over(deadline):
        raise Refused("Fristen er allerede passeret. Vælg en dag, der ikke er gået endnu.")
    if deadline <= timezone.now():
        raise Refused("Der er under et minut til fristen. Vælg en senere dag, så lokalrådene kan svare.")
