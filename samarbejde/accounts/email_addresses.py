"""One way to write an e-mail address, so that one mailbox is one account."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def as_kept(address: str | None) -> str | None:
    """Lower case, of plain signs, without blanks around it or a dot behind; None for an empty one."""
    plain = unicodedata.normalize("NFKC", address or "").strip().rstrip(".").lower()
    return unicodedata.normalize("NFKC", plain) or None


def validate_address(address: str) -> None:
    """Beside Django's rules: the name before the @ is of plain ASCII, where no letter looks like another."""
    validate_email(address)
    name = address.rpartition("@")[0]
    if not name.isascii() or " " in name:
        raise ValidationError("Skriv det, der står før @, uden æ, ø, å, accenter og mellemrum.", code="odd")
