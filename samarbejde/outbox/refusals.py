"""Which answers to a mail are the last word: asking again is no use, somebody must look at the address."""

from smtplib import SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused

from django.core.exceptions import ValidationError

# RFC 5321: 5yz is for good, but these speak of the conversation or of the sender (RFC 4954), not of the
# recipient; and 552, a mailbox that is full, is to be treated as 452 (4.5.3.1.10).
_NOT_OF_THE_RECIPIENT = {500, 502, 503, 504, 530, 534, 535, 538, 552}


def is_final(error: Exception) -> bool:
    """The recipient's server refuses address or message, or no mail can be sent to such an address."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(_is_permanent(code) for code, _ in error.recipients.values())
    if isinstance(error, SMTPDataError):
        return _is_permanent(error.smtp_code)
    # an address that is none, or one with letters that this server does not take
    return isinstance(error, ValidationError | UnicodeEncodeError | SMTPNotSupportedError)


def in_words(error: Exception) -> str:
    """As the log of the message keeps it."""
    said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
    return f"{type(error).__name__}: {said}".replace("\x00", "")[:1000]


def _is_permanent(code: int) -> bool:
    return 500 <= code < 600 and code not in _NOT_OF_THE_RECIPIENT
