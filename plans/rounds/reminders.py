"""Which lokalråd is reminded on a day, and why the others are not: one sentence for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max
from django.utils import timezone

from councils.models import Council
from councils.register.mailing import leaders
from plans.proposals.models import DAYS_BETWEEN, ProposalRound
from samarbejde.danish import date_text, moment_text
from samarbejde.deadlines import day_told

DAYS_LEFT = (14, 7, 1, -1, -7)


@dataclass(frozen=True)
class Verdict:
    """What becomes of one lokalråd on a day: `days_left` is the day that it is reminded of, if it is."""

    council: Council
    why: str
    days_left: int | None = None

    @property
    def gets_one(self) -> bool:
        return self.days_left is not None


def verdicts(round_: ProposalRound, today: date) -> list[Verdict]:
    """Of every lokalråd that was asked, in Danish order."""
    councils = list(round_.councils)
    if why := _why_nobody(round_):
        return [Verdict(council, why) for council in councils]
    missing = {council.pk for council in round_.unanswered()}
    led, last = leaders(councils), latest_reminders(round_)
    found = []
    for council in councils:
        why = next(_reasons(round_, council, today, missing, set(led), last), "")
        days = day_told((timezone.localdate(round_.deadline_for(council)) - today).days, DAYS_LEFT)
        found.append(Verdict(council, why) if why else Verdict(council, _told(days), days))
    return found


def latest_reminders(round_: ProposalRound) -> dict[int, date]:
    """By lokalråd, the last day on which it was reminded."""
    rows = round_.reminders.order_by().values_list("council").annotate(last=Max("sent_on"))
    return dict(rows.values_list("council", "last"))


def is_too_soon(last: date | None, today: date) -> bool:
    return last is not None and today - last < timedelta(days=DAYS_BETWEEN)


def _why_nobody(round_: ProposalRound) -> str:
    if round_.called_at is None:
        return f"runden åbner først {moment_text(round_.opens_at)}"
    if round_.is_closed:
        return "runden er lukket, for planens tekst ligger fast"
    return ""


def _reasons(
    round_: ProposalRound,
    council: Council,
    today: date,
    missing: set[int],
    led: set[int],
    last: dict[int, date],
) -> Iterator[str]:
    """What stands in the way, the weightiest first."""
    due = timezone.localdate(round_.deadline_for(council))
    invited = timezone.localdate(round_.called_at) if round_.called_at else None
    if council.pk not in missing:
        yield "har svaret"
    if council.pk not in led:
        yield "registret har ingen formand med e-mail"
    if is_too_soon(last.get(council.pk), today):
        yield f"blev mindet {date_text(last[council.pk])}, og der går mindst {DAYS_BETWEEN} dage imellem"
    if invited and is_too_soon(invited, today):
        yield f"blev indbudt {date_text(invited)}"
    if day_told((due - today).days, DAYS_LEFT) is None:
        yield f"fristen er {date_text(due)}; {_coming((due - today).days)}"


def _coming(left: int) -> str:
    following = max((days for days in DAYS_LEFT if days < left), default=None)
    return "der kommer ikke flere" if following is None else f"den næste går {_before(following)}"


def _told(days: int | None) -> str:
    return "" if days is None else f"den, der går {_before(days)}"


def _before(days: int) -> str:
    number = f"{abs(days)} {'dag' if abs(days) == 1 else 'dage'}"
    return f"{number} {'før' if days > 0 else 'efter'} fristen"
