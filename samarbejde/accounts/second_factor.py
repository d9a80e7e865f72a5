"""Who must log in with a second factor, from when, and who is offered one.

Who needs it depends on their offices, which accounts know nothing of: `settings.SECOND_FACTOR_NEED` names the
function that does.
"""

from datetime import datetime, timedelta
from enum import Enum
from math import ceil

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from samarbejde.accounts.models import User

GRACE = timedelta(days=14)
SOON = 3  # days


class Need(Enum):
    REQUIRED = "required"
    OFFERED = "offered"
    NONE = "none"


def need_of(person: User) -> Need:
    need: Need = import_string(settings.SECOND_FACTOR_NEED)(person)
    return need


def is_set_up(person: User) -> bool:
    """An app or a passkey; recovery codes alone are none."""
    own = Authenticator.objects.filter(user_id=person.pk)
    return own.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def begin_grace(person: User) -> None:
    """At the first login of somebody who needs it; those who had a login before begin at their next."""
    if person.second_factor_due is None and need_of(person) is Need.REQUIRED:
        person.second_factor_due = timezone.now() + GRACE
        person.save(update_fields=["second_factor_due"])


def due(person: User) -> datetime:
    return person.second_factor_due or timezone.now() + GRACE


def days_left(person: User) -> int:
    return max(0, ceil((due(person) - timezone.now()) / timedelta(days=1)))


def is_overdue(person: User) -> bool:
    """They are asked at once, at whatever page they open. The demo asks nobody: it is for looking around."""
    if settings.DEMO or due(person) > timezone.now():
        return False
    return need_of(person) is Need.REQUIRED and not is_set_up(person)


def told(person: User) -> dict[str, object]:
    """What the desk says to who will have to have one, or may and has not said no; else nothing."""
    need = need_of(person)
    declined = need is Need.OFFERED and person.second_factor_declined_at
    if need is Need.NONE or declined or is_set_up(person):
        return {}
    return standing(person)


def standing(person: User) -> dict[str, object]:
    """What a page tells them of it: whether they must, and how long there is to it."""
    left = days_left(person)
    return {
        "required": need_of(person) is Need.REQUIRED,
        "days_left": left,
        "is_soon": left <= SOON,
        "due": due(person),
        "enforced": not settings.DEMO,
    }


def described(person: User) -> str:
    """For administrators: `app, 2 adgangsnøgler`."""
    kinds = [one.type for one in Authenticator.objects.filter(user_id=person.pk)]
    passkeys = kinds.count(Authenticator.Type.WEBAUTHN)
    parts = ["app"] if Authenticator.Type.TOTP in kinds else []
    if passkeys:
        parts.append("1 adgangsnøgle" if passkeys == 1 else f"{passkeys} adgangsnøgler")
    return ", ".join(parts) or "slået fra"
