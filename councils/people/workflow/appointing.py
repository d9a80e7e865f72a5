"""Somebody takes a post, and whoever held it leaves the day before."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from councils.people import letters
from councils.people.permissions import may_give_address
from councils.people.posts import Post
from councils.people.standing import has_login
from councils.register.councils import MembershipQuerySet
from councils.register.models import Membership, MembershipRole
from samarbejde.accounts.models import User
from samarbejde.accounts.workflow import change_address, invite
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock

LATEST_TOLD = timedelta(days=31)
NOT_YOURSELF = (
    "Du kan ikke give dig selv en post. Bed en anden i sekretariatet eller administratoren gøre det."
)


@dataclass(frozen=True)
class Newcomer:
    """Who takes a post: somebody whom the portal knows, or a new person by name and address."""

    name: str
    email: str = ""
    person: User | None = None


@dataclass(frozen=True)
class Term:
    title: str
    side: str
    first_day: date
    last_day: date | None = None

    @property
    def period(self) -> DateRange:
        return DateRange(self.first_day, self.last_day + timedelta(days=1) if self.last_day else None)


@transaction.atomic
def appoint(post: Post, newcomer: Newcomer, term: Term, *, by: User) -> Membership:
    """The term begins, the one before it ends, and who cannot log in yet is invited."""
    council = lock(post.council)
    refuse_too_late(term.first_day)
    person = _person(newcomer, council.district_id, by)
    if person == by:
        raise Refused(NOT_YOURSELF)
    _end_before(post, person, term.first_day, by)
    new = Membership(
        user=person,
        council=council,
        role=post.role,
        municipality=post.municipality,
        title=term.title,
        side=term.side,
        period=term.period,
    )
    _refuse_twice(post, new)
    save_term(new, by)
    told = f"{person} blev {new.title} i {council} fra {date_text(new.first_day)}"
    record("people.appointed", told, by=by, subject=new, within=council, internal=True)
    if has_login(person):
        queue(*letters.appointed(new))
    elif person.email:
        invite(person, by=by)
    return new


def before(post: Post, person: User | None, first_day: date) -> MembershipQuerySet:
    """The terms that end when `person` takes the post: its holder's, and their own in the same council."""
    terms = Membership.objects.on(first_day).filter(council=post.council).with_places()
    kept = terms.exclude(role=MembershipRole.SECRETARIAT) if post.role != "secretariat" else terms
    own = {term.pk for term in kept if person is not None and term.user_id == person.pk}
    held = {term.pk for term in kept if post.is_held_in(term) and not post.is_shared}
    return kept.filter(pk__in=own | held)


def refuse_too_late(day: date) -> None:
    """What lies long ago is history, which others have acted on."""
    if day < timezone.localdate() - LATEST_TOLD:
        raise Refused(
            f"Den {date_text(day)} er mere end en måned siden. "
            "Vælg en senere dag, eller bed administratoren rette perioden."
        )


def save_term(term: Membership, by: User, reason: str = "") -> None:
    """Refused in the words of the rule that it would break."""
    try:
        term.validate_constraints()
    except ValidationError as broken:
        raise Refused(" ".join(broken.messages)) from broken
    with_editor(by, term, reason).save()


def end_on(term: Membership, last_day: date, by: User, reason: str = "") -> None:
    term.period = DateRange(term.first_day, last_day + timedelta(days=1))
    save_term(term, by, reason)


def _end_before(post: Post, person: User, first_day: date, by: User) -> None:
    for term in before(post, person, first_day).select_for_update(of=("self",)):
        if term.first_day >= first_day:
            raise Refused(
                f"{term.user} er {term.get_role_display()} fra den {date_text(term.first_day)}. "
                "Lad den nye periode begynde en senere dag."
            )
        last_day = first_day - timedelta(days=1)
        end_on(term, last_day, by)
        told = f"{term.user} er {term.title} i {term.council} til og med {date_text(last_day)}"
        record("people.left", told, by=by, subject=term, within=term.council, internal=True)


def _refuse_twice(post: Post, new: Membership) -> None:
    """Several hold a shared post at once, but nobody holds it two times."""
    later = Membership.objects.filter(user=new.user, council=new.council, period__overlap=new.period)
    for term in later.select_related("council", "user"):
        if post.is_held_in(term):
            raise Refused(
                f"{term.user} har allerede posten fra den {date_text(term.first_day)}. "
                "Lad den nye periode slutte før den dag."
            )


def _person(newcomer: Newcomer, district_id: int, by: User) -> User:
    """Never two for one address."""
    known = newcomer.person or User.objects.with_address(newcomer.email).first()
    if known is None:
        made = User.objects.create_user(newcomer.email or None, newcomer.name)
        record("people.added", f"Oprettede personen {made}", by=by, subject=made, internal=True)
        return made
    known = lock(known)
    if not known.is_active:
        raise Refused(f"{known} er spærret. Bed administratoren lukke op, og udpeg så personen.")
    if not newcomer.email or known.email:
        return known
    if not may_give_address(known, district_id):
        raise Refused(f"{known} har ingen e-mail. Bed administratoren skrive den, og udpeg så personen.")
    return change_address(known, address=newcomer.email, by=by)
