"""Codes that people type: the app's, which is good for one login, and the ten on paper.

The app's code of the present 30 seconds is accepted and that of the 30 seconds before, for a clock that is
slow and a hand that is; never one that is as old as the last accepted (RFC 6238 § 5.2). The last step stands
in the database, so it holds for all processes.
"""

import secrets
import time
import unicodedata

from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.core.exceptions import ValidationError
from django.db.models import Q

from samarbejde.accounts.models import User

WRONG = "Koden er forkert. Skriv den, som appen viser nu, eller en gendannelseskode, du ikke har brugt."
USED = "Koden er brugt én gang. Vent, til appen viser en ny, og skriv den."


def bare(typed: str) -> str:
    """`123 456`, `1234-5678` and `１２３` as they are meant: the letters and digits alone."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", typed) if sign.isalnum())


def step_of(secret: str, typed: str) -> int | None:
    """The 30 seconds whose code this is: the present ones, or those just passed."""
    now = int(time.time()) // app_settings.TOTP_PERIOD
    code = bare(typed).encode()
    for step in (now, now - 1):
        if secrets.compare_digest(format_hotp_value(hotp_value(secret, step)).encode(), code):
            return step
    return None


def use_up(person: User, step: int) -> bool:
    """Whether this step's code was still to be used; now it is not, nor is any older."""
    older = Q(last_code_step=None) | Q(last_code_step__lt=step)
    return bool(User.objects.filter(older, pk=person.pk).update(last_code_step=step))


def accept(person: User, typed: str) -> Authenticator:
    """What the code belongs to; it is used up. ValidationError says what is wrong with it."""
    own = Authenticator.objects.filter(user=person)
    for app in own.filter(type=Authenticator.Type.TOTP):
        if (step := step_of(decrypt(app.data["secret"]), typed)) is not None:
            if not use_up(person, step):
                raise ValidationError(USED, code="used")
            return app
    for paper in own.filter(type=Authenticator.Type.RECOVERY_CODES):
        codes = paper.wrap()
        if codes.validate_code(bare(typed)):
            used: Authenticator = codes.instance
            return used
    raise ValidationError(WRONG, code="incorrect_code")


def left(paper: Authenticator) -> int:
    """How many recovery codes are not used yet; it needs no secret to know."""
    used: int = paper.data["used_mask"]
    return app_settings.RECOVERY_CODE_COUNT - used.bit_count()
