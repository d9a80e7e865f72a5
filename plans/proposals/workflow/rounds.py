"""The round itself: the call, its deadlines, and the lokalråd that have not answered."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from councils.models import Council, CouncilKind
from plans.document.models import Plan
from plans.proposals import letters
from plans.proposals.models import Extension, NoProposals, ProposalRound
from plans.proposals.permissions import may_extend_for
from plans.proposals.states import ProposalState
from samarbejde import danish, personal_numbers
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.transitions import Refused, lock


@dataclass(frozen=True)
class Called:
    """A round that has been announced to the lokalråd, and those the register knows no chair of."""

    round: ProposalRound
    unreached: list[Council]


@transaction.atomic
def open_round(plan: Plan, *, guidance: str, deadline: datetime, by: User) -> Called:
    """Call for proposals and write to every lokalråd. The same call twice is one call."""
    plan = lock(plan)
    standing = ProposalRound.objects.filter(plan=plan).first()
    if standing is not None:
        if (standing.guidance, standing.deadline) == (guidance, deadline):
            return Called(standing, [])
        raise Refused(
            "Forslagsrunden er allerede åbnet, måske af en anden, mens du skrev. "
            "Se den vejledning og frist, der gælder, og ret dem her, hvis de skal være anderledes."
        )
    if plan.council.kind != CouncilKind.DISTRICT or not plan.is_open:
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
    return Called(round_, letters.round_opened(round_))


@transaction.atomic
def change_round(
    round_: ProposalRound, *, guidance: str, deadline: datetime, version: int, by: User
) -> Called:
    """Correct the guidance or the common deadline; a new deadline is told to every lokalråd."""
    round_ = lock(round_)
    before = round_.deadline
    if (round_.guidance, round_.deadline) == (guidance, deadline):
        return Called(round_, [])
    if round_.version != version:
        raise Refused(
            "En anden har rettet runden, siden du åbnede siden. Det, der gælder nu, står herunder. "
            "Det, du skrev, står i felterne: tryk på knappen igen, hvis det skal gælde i stedet."
        )
    if deadline != before:
        _check_deadline(deadline)
    personal_numbers.refuse_in([guidance])
    round_.guidance, round_.deadline, round_.version = guidance, deadline, version + 1
    round_.save()
    moved = f"Den fælles frist for forslag er nu {danish.moment_text(deadline)}"
    text = moved if deadline != before else "Vejledningen til forslagsrunden blev rettet"
    record("round.changed", text, by=by, subject=round_, within=round_.plan)
    return Called(round_, letters.round_changed(round_) if deadline != before else [])


@transaction.atomic
def extend_deadline(
    round_: ProposalRound, council: Council, *, deadline: datetime, reason: str, by: User
) -> Extension:
    """Give one lokalråd longer time, and say why."""
    round_ = lock(round_)
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
    letters.deadline_extended(round_, extension)
    return extension


@transaction.atomic
def remind(round_: ProposalRound, *, by: User) -> Called:
    """Write to the lokalråd that have not answered; once a day is enough."""
    round_ = lock(round_)
    if round_.reminded_on == timezone.localdate():
        raise Refused("Påmindelsen er allerede sendt i dag. Du kan sende den igen i morgen.")
    missing = list(round_.unanswered())
    if not missing:
        raise Refused("Alle lokalråd har svaret, så der er ingen at minde om fristen.")
    round_.reminded_on = timezone.localdate()
    round_.save()
    names = danish.listing(str(council.municipality) for council in missing)
    record(
        "round.reminded",
        f"Påmindelse om forslag sendt til lokalrådene i {names}",
        by=by,
        subject=round_,
        within=round_.plan,
        internal=True,
    )
    return Called(round_, letters.reminder(round_, missing))


@transaction.atomic
def say_no_proposals(round_: ProposalRound, council: Council, *, by: User) -> NoProposals:
    """The lokalråd's answer that it has nothing to propose. It stands until a proposal is submitted."""
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
    if deadline <= timezone.now():
        raise Refused("Fristen er allerede passeret. Vælg en dag, der ikke er gået endnu.")
