import secrets

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from samarbejde.accounts.models import INVITATION_LASTS, Invitation, User
from samarbejde.addresses import web_address
from samarbejde.danish import date_text
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock

LETTER = """\
Kære {name}

Du er inviteret til Samarbejde, hvor politiet og kommunerne skriver den årlige samarbejdsplan.

Vælg din adgangskode her:
{link}

Linket virker én gang, og senest {last_day}.
Er det for gammelt, så bed sekretariatet i din politikreds om et nyt.

Venlig hilsen
Samarbejde
"""

SECOND_FACTOR_OFF = """\
Kære {name}

{by} har slået engangskode ved login fra for din bruger i Samarbejde.
Du logger nu ind med din adgangskode alene.

Slå den til igen på »Min konto«, når du har en telefon at gøre det med.
Har du ikke bedt om det, så skriv straks til sekretariatet i din politikreds.

Venlig hilsen
Samarbejde
"""


@transaction.atomic
def invite(user: User, *, by: User) -> Invitation:
    """Send a person a link on which they choose their password; they may be invited again until they did."""
    user = lock(user)
    _check_may_be_invited(user)
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    invitation = Invitation.objects.create(
        user=user,
        token_hash=Invitation.hash_of(token),
        invited_by=by,
        created_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    record("person.invited", f"{user} blev inviteret", by=by, subject=user, internal=True)
    link = web_address("accept-invitation", token)
    last_day = date_text(timezone.localdate(invitation.expires_at))
    queue(user, "Invitation til Samarbejde", LETTER.format(name=user.name, link=link, last_day=last_day))
    return invitation


@transaction.atomic
def accept_invitation(token: str, password: str) -> User:
    """Give the invited person this password; the link, and any other that they were sent, is used up."""
    invitation = Invitation.objects.open().with_token(token).first()
    user = lock(invitation.user) if invitation else None
    if user is None or not user.invitations.open().with_token(token).exists():
        raise Refused("Linket er brugt eller for gammelt. Bed om en ny invitation.")
    user.set_password(password)
    user.save(update_fields=["password"])
    user.invitations.open().update(accepted_at=timezone.now())
    record("person.joined", f"{user} tog sin invitation i brug", by=user, subject=user, internal=True)
    return user


@transaction.atomic
def turn_off_second_factor(user: User, *, by: User) -> None:
    """For somebody who has lost both phone and recovery codes; they are told by mail."""
    user = lock(user)
    removed, _ = Authenticator.objects.filter(user=user).delete()
    if not removed:
        raise Refused(f"{user} har ikke slået engangskode til.")
    record("person.second_factor_off", f"Slog engangskode fra for {user}", by=by, subject=user, internal=True)
    queue(user, "Engangskode ved login er slået fra", SECOND_FACTOR_OFF.format(name=user.name, by=by))


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
