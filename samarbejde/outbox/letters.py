"""What every e-mail of the portal is made of. Each room says in its own `letters` what it writes."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.text import Truncator

if TYPE_CHECKING:
    from samarbejde.accounts.models import PersonalLink

LONGEST_SUBJECT = 200


class Recipient(Protocol):
    @property
    def pk(self) -> Any: ...
    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str | None: ...
    @property
    def is_active(self) -> bool: ...


@dataclass(frozen=True)
class Outsider:
    """Somebody without an account, who is written to all the same."""

    name: str
    email: str
    answers_go_to: tuple[str, ...] = ()
    pk: None = None
    is_active: bool = True


@dataclass(frozen=True)
class Letter:
    """One e-mail to one person, before `outbox.workflow.queue` writes it down."""

    to: Recipient
    subject: str
    text: str
    link: "PersonalLink | None" = None
    former_address: str = ""

    @cached_property
    def reply_to(self) -> list[str]:
        """The addresses that an answer reaches: the register knows who the reader's secretariat is."""
        if isinstance(self.to, Outsider):
            return list(self.to.answers_go_to)
        addresses: list[str] = import_string(settings.ANSWERS_GO_TO)(self.to)
        return addresses

    @property
    def body(self) -> str:
        """As it is read, with salutation and farewell; a personal link is filled in as the mail leaves."""
        context = {
            "name": self.to.name,
            "text": self.text.strip(),
            "reply_to": self.reply_to,
            "portal": settings.SITE_URL,
        }
        return render_to_string("outbox/letter.txt", context).replace("\x00", "")


def letter(
    person: Recipient,
    subject: str,
    *paragraphs: str,
    link: "PersonalLink | None" = None,
    former_address: str = "",
) -> Letter:
    """What is between salutation and farewell; an empty paragraph is left out.

    A personal `link` stands in a paragraph as `LINK`. A letter to a `former_address` goes to where a person
    could be reached until now, and never follows them to another address.
    """
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Letter(person, _one_line(subject), text, link, former_address)


def _one_line(subject: str) -> str:
    """Without the line breaks that would begin a new header, and as short as the column."""
    return Truncator(" ".join(subject.replace("\x00", " ").split())).chars(LONGEST_SUBJECT)
