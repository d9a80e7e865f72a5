"""Somebody leaves a post, or does not take it after all."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from councils.people.posts import is_election
from councils.people.workflow.appointing import end_on, refuse_too_late
from councils.people.workflow.electing import take_back_election
from councils.register.models import Membership
from samarbejde.accounts.models import User
from samarbejde.accounts.workflow import invite
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused, lock


@transaction.atomic
def leave(term: Membership, last_day: date, *, by: User) -> Membership:
    """The term gets its last day. It is never made longer: that would be to give a post."""
    term = lock(term)
    refuse_too_late(last_day)
    if term.first_day > timezone.localdate():
        raise Refused("Perioden er ikke begyndt. Tag personen af posten i stedet.")
    if last_day < term.first_day:
        raise Refused(f"Perioden begyndte den {date_text(term.first_day)}. Vælg en dag fra da.")
    if term.last_day and last_day > term.last_day:
        raise Refused(
            f"Perioden slutter allerede den {date_text(term.last_day)}. "
            "Sæt personen på posten igen, hvis den skal vare længere."
        )
    if term.last_day != last_day:
        end_on(term, last_day, by)
        told = f"{term.user} er {term.title} i {term.council} til og med {date_text(last_day)}"
        record("people.left", told, by=by, subject=term, within=term.council, internal=True)
    return term


@transaction.atomic
def call_off(term: Membership, *, by: User) -> None:
    """A term that was to begin later does not; the one before it keeps the last day that it got.

    An election is taken back whole, for it moved people who never left.
    """
    term = lock(term)
    if term.first_day <= timezone.localdate():
        raise Refused("Perioden er begyndt. Skriv en sidste dag på den i stedet.")
    told = f"{term.user} bliver ikke {term.title} i {term.council} fra {date_text(term.first_day)} alligevel"
    record("people.called_off", told, by=by, subject=term.council, internal=True)
    with_editor(by, term).delete()
    if is_election(term):
        take_back_election(term, by=by)


@transaction.atomic
def invite_again(term: Membership, *, by: User) -> None:
    """Who holds a post and has not chosen a password gets a new link."""
    invite(term.user, by=by)
