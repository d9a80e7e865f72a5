"""The call: opened now or by itself at its minute, and corrected."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from councils.held_letters.workflow import hold
from councils.models import Council, CouncilKind
from councils.register.mailing import without_leader
from plans.decisions.workflow.postponing import carry_over
from plans.document.models import Plan
from plans.document.states import OPEN
from plans.proposals.models import ProposalRound
from plans.proposals.workflow.closing import refuse_calls
from plans.rounds import letters
from plans.rounds.asking import questions_for
from plans.rounds.shortening import Hit, hit_by
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import UNSEEN, Refused, lock, lock_as_seen, refuse_overtaken, stands

MINUTE = timedelta(minutes=1)  # between a page being read and being sent


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
def open_round(
    plan: Plan,
    *,
    guidance: str,
    deadline: datetime,
    opens_at: datetime | None = None,
    holds_letters: bool = False,
    by: User,
) -> Called:
    """Call for proposals: now, or at a later minute by itself. The same call twice is one call.

    A call made now can hold its letters, to be read before they leave.
    """
    plan = lock(plan)
    standing = ProposalRound.objects.filter(plan=plan).first()
    if standing is not None:
        when = standing.opens_at if opens_at is None or standing.is_called else opens_at
        if (standing.guidance, standing.deadline, standing.opens_at) == (guidance, deadline, when):
            return Called(standing, [])
        refuse_overtaken(standing, UNSEEN)
    if plan.council.kind != CouncilKind.DISTRICT or plan.state not in OPEN:
        raise Refused(
            "Der kan kun åbnes en forslagsrunde til kredsrådets plan, mens den er kladde eller i høring. "
            f"Planen er »{plan.get_state_display()}«."
        )
    _check_times(opens_at, deadline)
    _refuse_to_hold(opens_at, holds_letters)
    personal_numbers.refuse_in([guidance])
    opens = opens_at or timezone.now()
    round_ = ProposalRound.objects.create(
        plan=plan, guidance=guidance, questions=questions_for(plan), opens_at=opens, deadline=deadline
    )
    if opens > timezone.now():
        text = f"Forslagsrunden åbner {danish.moment_text(opens)} med frist {danish.moment_text(deadline)}"
        record("round.planned", text, by=by, subject=round_, within=plan)
        return Called(round_, without_leader(round_.councils))
    return _call(round_, by, holds_letters)


def open_due_rounds() -> int:
    """Those whose minute has come; how many. Called by the worker each minute."""
    due = ProposalRound.objects.due_to_open().order_by("plan")
    return sum(_open_if_due(plan) for plan in Plan.objects.filter(pk__in=due.values("plan")).order_by("pk"))


@transaction.atomic
def _open_if_due(plan: Plan) -> bool:
    """Asked again behind the lock: another worker, or the secretariat, may have been first."""
    plan = lock(plan)
    round_ = ProposalRound.objects.due_to_open().filter(plan=plan).first()
    if round_ is None or is_over(round_.deadline):
        return False
    round_.plan = plan
    round_.version += 1  # whoever has the page from before it was opened is told
    _call(round_, None)
    return True


def _call(round_: ProposalRound, by: User | None, holds_letters: bool = False) -> Called:
    """Write to every lokalråd, and take in what waits since earlier years; the plan is locked."""
    round_.called_at = timezone.now()
    with_editor(by, round_).save()
    text = f"Forslagsrunden blev åbnet med frist {danish.moment_text(round_.deadline)}"
    record("round.opened", text, by=by, subject=round_, within=round_.plan)
    written = list(letters.round_opened(round_))
    for proposal in carry_over(round_, by=by):
        written += letters.carried(proposal)
    if holds_letters and by is not None:
        step = f"Forslagsrunden til {round_.plan.title} er åbnet"
        hold(*written, district=round_.plan.council.district, step=step, by=by, cause=round_)
    else:
        queue(*written, cause=round_)
    return Called(round_, without_leader(round_.councils))


@transaction.atomic
def change_round(
    round_: ProposalRound,
    *,
    guidance: str,
    deadline: datetime,
    version: int,
    opens_at: datetime | None = None,
    confirmed: datetime | None = None,
    holds_letters: bool = False,
    by: User,
) -> Called:
    """Correct the guidance or the common deadline; a new deadline is told to every lokalråd.

    Raises `Shortening` for an earlier deadline that is not the one `confirmed`. Before the round is opened
    nobody has been told anything: then `opens_at` is corrected too, and without one it is opened at once,
    with letters that are held where `holds_letters` says so.
    """
    plan = lock(round_.plan)
    wanted = {"guidance": guidance, "deadline": deadline}
    round_ = lock_as_seen(round_, version, wanted)
    round_.plan = plan
    if not round_.is_called:
        _refuse_to_hold(opens_at, holds_letters)
        return _change_before(round_, wanted, opens_at, holds_letters, by)
    before = round_.deadline
    if stands(round_, wanted):
        return Called(round_, [])
    if deadline != before:
        refuse_calls(plan)
        check_deadline(deadline)
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
    record("round.changed", text, by=by, subject=round_, within=plan)
    if deadline == before:
        return Called(round_, [])
    queue(*letters.round_changed(round_, before), cause=round_)
    return Called(round_, without_leader(round_.councils))


def _change_before(
    round_: ProposalRound,
    wanted: dict[str, Any],
    opens_at: datetime | None,
    holds_letters: bool,
    by: User,
) -> Called:
    refuse_calls(round_.plan)
    if stands(round_, wanted | {"opens_at": opens_at}):
        return Called(round_, [])
    _check_times(opens_at, wanted["deadline"])
    personal_numbers.refuse_in([wanted["guidance"]])
    round_.guidance, round_.deadline = wanted["guidance"], wanted["deadline"]
    round_.opens_at = opens_at or timezone.now()
    save_as_next(by, round_)
    if opens_at is None:
        return _call(round_, by, holds_letters)
    text = (
        f"Forslagsrunden åbner nu {danish.moment_text(opens_at)} "
        f"med frist {danish.moment_text(round_.deadline)}"
    )
    record("round.planned", text, by=by, subject=round_, within=round_.plan)
    return Called(round_, [])


def _refuse_to_hold(opens_at: datetime | None, holds_letters: bool) -> None:
    if holds_letters and opens_at is not None:
        raise Refused(
            "Runden åbner af sig selv, og brevene går da. Vil I læse dem først, så lad »Åbner« stå tomt den "
            "dag, runden skal åbne."
        )


def _check_times(opens_at: datetime | None, deadline: datetime) -> None:
    check_deadline(deadline)
    if opens_at is not None and opens_at >= deadline:
        raise Refused(
            f"Runden åbner {danish.moment_text(opens_at)}, men fristen er "
            f"{danish.moment_text(deadline)}. Lad runden åbne før fristen."
        )
    if opens_at is not None and opens_at < timezone.now() - MINUTE:
        raise Refused(
            f"{danish.moment_text(opens_at)} er gået. Vælg et senere tidspunkt, "
            "eller lad feltet stå tomt, så åbner runden med det samme."
        )


def check_deadline(deadline: datetime) -> None:
    if is_over(deadline):
        raise Refused("Fristen er allerede passeret. Vælg en dag, der ikke er gået endnu.")
    if deadline <= timezone.now():
        raise Refused("Der er under et minut til fristen. Vælg en senere dag, så lokalrådene kan svare.")
