from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from samarbejde.accounts import letters
from samarbejde.accounts.email_addresses import as_kept
from samarbejde.accounts.models import LinkKind, PersonalLink, User
from samarbejde.accounts.second_factor import Need, need_of
from samarbejde.danish import value_text
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock


@transaction.atomic
def invite(user: User, *, by: User) -> PersonalLink:
    """Send a person a link on which they choose their password; they may be invited again until they did."""
    user = lock(user)
    _check_may_be_invited(user)
    link = PersonalLink.objects.make(LinkKind.INVITATION, user, by=by)
    record("person.invited", f"{user} blev inviteret", by=by, subject=user, internal=True)
    queue(*letters.invitation(link))
    return link


@transaction.atomic
def accept_invitation(token: str, password: str) -> User:
    """Give the invited person this password; the link, and any other that they were sent, is used up."""
    user = _use(LinkKind.INVITATION, token, password)
    record("person.joined", f"{user} tog sin invitation i brug", by=user, subject=user, internal=True)
    return user


@transaction.atomic
def send_new_password_link(user: User) -> PersonalLink:
    """For somebody who has forgotten theirs; nothing changes until the link is used."""
    user = lock(user)
    link = PersonalLink.objects.make(LinkKind.NEW_PASSWORD, user, by=user)
    queue(*letters.new_password(link))
    return link


@transaction.atomic
def choose_new_password(token: str, password: str) -> User:
    """Give the person this password instead; it ends their sessions and every link that they were sent."""
    return _use(LinkKind.NEW_PASSWORD, token, password)


@transaction.atomic
def change_address(user: User, *, address: str | None, by: User) -> User:
    """Give a person another address, or none. Sessions and links end with the old one, which is told."""
    user = lock(user)
    old, new = user.email, as_kept(address)
    if old == new:
        return user
    _check_address_is_free(user, new)
    user.email = new
    user.save(update_fields=["email"])
    change = f"e-mail »{value_text(old)}« → »{value_text(new)}«"
    record("person.address_changed", f"Rettede person »{user}«: {change}", by=by, subject=user, internal=True)
    if old:
        queue(*letters.address_changed(user, old, by=by))
    return user


@transaction.atomic
def end_sessions(user: User) -> None:
    """Wherever the person is logged in."""
    for session in UserSession.objects.filter(user=user):
        session.end()


@transaction.atomic
def turn_off_second_factor(user: User, *, by: User) -> None:
    """For somebody who has lost both phone and recovery codes; they are told by mail, and asked again.

    Whoever finds the phone may be logged in on it, so every session ends.
    """
    if user == by:
        raise Refused("Dit eget totrinslogin slår du fra på »Min konto«, hvor du bekræfter, at det er dig.")
    user = lock(user)
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if not removed:
        raise Refused(f"{user} har ikke slået totrinslogin til.")
    required = need_of(user) is Need.REQUIRED
    if required:
        user.second_factor_due = timezone.now()
        user.save(update_fields=["second_factor_due"])
    end_sessions(user)
    text = f"Slog totrinslogin fra for {user}"
    record("person.second_factor_off", text, by=by, subject=user, internal=True)
    queue(*letters.second_factor_off(user, is_required=required, by=by))


def decline_second_factor(user: User) -> None:
    """Whoever is only offered one is not asked again."""
    User.objects.filter(pk=user.pk).update(second_factor_declined_at=timezone.now())


def _use(kind: LinkKind, token: str, password: str) -> User:
    link = PersonalLink.objects.opened_by(token, kind)
    user = lock(link.person) if link else None
    if user is None or (link := PersonalLink.objects.opened_by(token, kind)) is None:
        raise Refused("Linket er brugt eller for gammelt. Bed om et nyt.")
    link.used_at = timezone.now()
    link.save(update_fields=["used_at"])
    user.set_password(password)
    user.save(update_fields=["password"])
    return user


def _check_address_is_free(user: User, address: str | None) -> None:
    if address and User.objects.with_address(address).exclude(pk=user.pk).exists():
        raise Refused(f"En anden person har adressen {address}. Ret den der først, eller vælg en anden.")


def _check_may_be_invited(user: User) -> None:
    if not user.email:
        raise Refused(f"{user} har ingen e-mail. Skriv den på personen, og send så invitationen.")
    if not user.is_active:
        raise Refused(f"{user} kan ikke logge ind. Sæt hak ved »kan logge ind«, og send så invitationen.")
    if user.has_password:
        raise Refused(
            f"{user} har allerede valgt en adgangskode. "
            "Er den glemt, så bed personen vælge »Glemt adgangskode« på login-siden."
        )


def gather_news(user: User, on: bool) -> None:
    """Whether what only tells them something comes in one letter a day; otherwise each at once."""
    User.objects.filter(pk=user.pk).update(gathers_news=on)


def save_while_writing(user: User, on: bool) -> None:
    """Whether what they write saves itself; otherwise only when they say so."""
    User.objects.filter(pk=user.pk).update(saves_while_writing=on)
