"""The kredsråd chooses its næstformand among the mayors, who keep their seats."""

from datetime import date, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from councils.people.workflow.appointing import NOT_YOURSELF, end_on, refuse_too_late, save_term
from councils.register.models import Membership, MembershipRole
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused, lock

ELECTED = "Valg af næstformand"  # what the history of a term that it ended says


@transaction.atomic
def elect_vice_chair(mayor: Membership, first_day: date, *, by: User) -> Membership:
    """The mayor's term goes on as the næstformand's; the one before is a mayor like the others again."""
    council = lock(mayor.council)
    mayor = lock(mayor)
    _refuse_unfit(mayor, first_day, by)
    standing = Membership.objects.on(first_day).filter(council=council, role=MembershipRole.VICE_CHAIR)
    for former in standing.select_related("council", "user", "municipality").select_for_update(of=("self",)):
        _goes_on(former, first_day, MembershipRole.MEMBER, by)
    elected = _goes_on(mayor, first_day, MembershipRole.VICE_CHAIR, by)
    told = f"{mayor.user} blev næstformand i {council} fra {date_text(first_day)}"
    record("people.elected", told, by=by, subject=elected, within=council, internal=True)
    return elected


def take_back_election(elected: Membership, *, by: User) -> None:
    """After its term is called off: the mayor and the næstformand of before are what they were."""
    ended = Membership.objects.filter(council=elected.council, period__endswith=elected.first_day)
    ended = ended.with_places().select_for_update(of=("self",))
    for mayor in ended.filter(
        user=elected.user, municipality=elected.municipality, role=MembershipRole.MEMBER
    ):
        _lasts_until(mayor, elected.period.upper, by)
    for former in ended.filter(role=MembershipRole.VICE_CHAIR):
        _is_that_still(former, by)


def _is_that_still(former: Membership, by: User) -> None:
    """In the seat that they went on in, or, who had none, until the day that the election took from them."""
    if not former.municipality_id:
        latest = former.history.latest()
        if latest.history_change_reason == ELECTED:
            _lasts_until(former, latest.prev_record.period.upper, by)
        return
    own = Membership.objects.filter(user=former.user, council=former.council, role=MembershipRole.MEMBER)
    seat = own.filter(municipality=former.municipality, period__startswith=former.period.upper).first()
    if seat:
        with_editor(by, seat).delete()
        _lasts_until(former, seat.period.upper, by)


def _lasts_until(term: Membership, end: date | None, by: User) -> None:
    term.period = DateRange(term.first_day, end)
    save_term(term, by)


def _refuse_unfit(mayor: Membership, first_day: date, by: User) -> None:
    refuse_too_late(first_day)
    if mayor.user == by:
        raise Refused(NOT_YOURSELF)
    in_office = mayor.first_day < first_day and (not mayor.last_day or first_day <= mayor.last_day)
    if mayor.role != MembershipRole.MEMBER or not mayor.municipality_id or not in_office:
        raise Refused(
            f"{mayor.user} er ikke borgmester i kredsrådet den {date_text(first_day)} og dagen før. "
            "Vælg en anden dag eller en anden borgmester."
        )


def _goes_on(term: Membership, first_day: date, role: str, by: User) -> Membership:
    """In another role, in the same seat and as long; without a seat there is nothing to go on with."""
    if term.first_day >= first_day:
        raise Refused(f"Næstformanden tiltrådte den {date_text(term.first_day)}. Vælg en senere dag.")
    end = term.period.upper
    end_on(term, first_day - timedelta(days=1), by, ELECTED)
    if role == MembershipRole.MEMBER and not term.municipality_id:
        return term
    new = Membership(
        user=term.user,
        council=term.council,
        role=role,
        municipality=term.municipality,
        title=term.title,
        side=term.side,
        period=DateRange(first_day, end),
    )
    save_term(new, by)
    return new
