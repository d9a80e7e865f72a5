"""The lokalråd that have not answered are reminded: by themselves on certain days, and by the secretariat."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from councils.models import Council
from councils.register.mailing import leaders, without_leader
from plans.document.models import Plan
from plans.document.states import OPEN
from plans.proposals.models import DAYS_BETWEEN, ProposalRound, RoundReminder
from plans.proposals.workflow.closing import refuse_calls, refuse_early
from plans.rounds import letters
from plans.rounds.reminders import is_too_soon, latest_reminders, verdicts
from plans.rounds.workflow.calling import Called
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.deadlines import MORNING
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock


@transaction.atomic
def remind(round_: ProposalRound, *, by: User) -> Called:
    """Write to the lokalråd that have not answered, but for those who were reminded a few days ago."""
    round_.plan = lock(round_.plan)
    refuse_calls(round_.plan)
    refuse_early(round_)
    missing = list(round_.unanswered())
    if not missing:
        raise Refused("Alle lokalråd har svaret, så der er ingen at minde om fristen.")
    last, today = latest_reminders(round_), timezone.localdate()
    due = [council for council in missing if not is_too_soon(last.get(council.pk), today)]
    if len(due) < len(missing) and not leaders(due):
        raise Refused(
            f"Enhver, der mangler og kan nås, er mindet inden for {DAYS_BETWEEN} dage. "
            "Vent lidt, eller ring til dem."
        )
    _remind(round_, dict.fromkeys(due), by)
    return Called(round_, without_leader(due))


def remind_before_deadlines() -> int:
    """Every round's, on the days that are told; how many lokalråd. Called by the worker each minute."""
    if timezone.localtime().time() < MORNING:
        return 0
    plans = Plan.objects.filter(state__in=OPEN, proposal_round__called_at__isnull=False)
    return sum(map(_remind_of_today, plans.order_by("pk")))


@transaction.atomic
def _remind_of_today(plan: Plan) -> int:
    round_ = ProposalRound.objects.get(plan=plan)
    today = timezone.localdate()
    if not any(verdict.gets_one for verdict in verdicts(round_, today)):
        return 0
    round_.plan = lock(plan)  # one worker at a time, and asked again behind the lock
    due = {one.council: one.days_left for one in verdicts(round_, today) if one.gets_one}
    if due:
        _remind(round_, due, None)
    return len(due)


def _remind(round_: ProposalRound, due: dict[Council, int | None], by: User | None) -> None:
    """Those whom nobody reaches are not counted as reminded."""
    led = leaders(due)
    reached = [council for council in due if council.pk in led]
    for council in reached:
        reminder = RoundReminder.objects.create(round=round_, council=council, days_left=due[council], by=by)
        queue(*letters.reminder(round_, [council]), cause=reminder)
    if reached:
        record(
            "round.reminded",
            f"Påmindelse om forslag sendt til lokalrådene {_places(reached)}",
            by=by,
            subject=round_,
            within=round_.plan,
            internal=True,
        )


def _places(councils: Iterable[Council]) -> str:
    return danish.at_all(str(council.municipality) for council in councils)
