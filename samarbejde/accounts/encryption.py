"""Secrets of the second factor are kept encrypted, with a key that stands in no database and no backup of it.

`settings.SECOND_FACTOR_KEYS`: the first one encrypts, all of them decrypt, so that a key can be changed
(`manage.py change_second_factor_key`).
"""

import logging
from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError

logger = logging.getLogger(__name__)

UNREADABLE = (
    "Portalen kan ikke læse din engangskode lige nu. Log ind med en adgangsnøgle, hvis du har en. "
    "Ellers bed en administrator slå totrinslogin fra for dig, så du kan slå det til igen."
)


class Unreadable(ValidationError):
    """The key it was encrypted with is gone. A form says so as any other of its errors."""

    def __init__(self) -> None:
        super().__init__(UNREADABLE, code="unreadable")


def encrypt(text: str) -> str:
    return _box().encrypt(text.encode()).decode()


def decrypt(encrypted: str) -> str:
    try:
        return _box().decrypt(encrypted.encode()).decode()
    except InvalidToken:
        logger.error("A secret of the second factor is encrypted with a key that SECOND_FACTOR_KEY lacks")
        raise Unreadable from None


def is_readable(encrypted: str) -> bool:
    try:
        _box().decrypt(encrypted.encode())
    except InvalidToken:
        return False
    return True


def renewed(encrypted: str) -> str:
    """The same secret, encrypted with the first of the keys."""
    return _box().rotate(encrypted.encode()).decode()


def _box() -> MultiFernet:
    keys = [sha256(key.encode()).digest() for key in settings.SECOND_FACTOR_KEYS]
    return MultiFernet([Fernet(urlsafe_b64encode(key)) for key in keys])
