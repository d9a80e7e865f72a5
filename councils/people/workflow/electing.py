"""The kredsråd chooses its næstformand among the mayors, who keep their seats."""

from datetime import date, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from councils.people.workflow.appointing import NOT_YOURSELF, end_on, refuse_too_late, save_term
from councils.register.models import Membership, MembershipRole
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.transitions import Refused, lock


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
    end_on(term, first_day - timedelta(days=1), by)
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
