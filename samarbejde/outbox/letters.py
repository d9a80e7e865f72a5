"""What every e-mail of the portal is made of. Each room says in its own `letters` what it writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.module_loading import import_string
from django.utils.text import Truncator

from samarbejde.site.addresses import web_address

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
    @property
    def gathers_news(self) -> bool: ...


@dataclass(frozen=True)
class Outsider:
    """Somebody without an account, who is written to all the same."""

    name: str
    email: str
    answers_go_to: tuple[str, ...] = ()
    pk: None = None
    is_active: bool = True
    gathers_news: bool = False


@dataclass(frozen=True)
class Letter:
    """One e-mail to one person, before `outbox.workflow.queue` writes it down.

    `is_news` of what only tells, where nobody waits for the reader: it has time until the day's letter.
    """

    to: Recipient
    subject: str
    text: str
    link: "PersonalLink | None" = None
    former_address: str = ""
    is_news: bool = False

    @cached_property
    def reply_to(self) -> list[str]:
        """The addresses that an answer reaches: the register knows who the reader's secretariat is."""
        if isinstance(self.to, Outsider):
            return list(self.to.answers_go_to)
        return _answers_go_to([self.to])[self.to.pk]

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
    is_news: bool = False,
) -> Letter:
    """What is between salutation and farewell; an empty paragraph is left out.

    A personal `link` stands in a paragraph as `LINK`. A letter to a `former_address` goes to where a person
    could be reached until now, and never follows them to another address.
    """
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Letter(person, _one_line(subject), text, link, former_address, is_news)


def by_hand(person: Recipient, subject: str, text: str) -> Letter:
    """In the words of whoever has read it before it leaves."""
    return letter(person, subject, text)


def day_of_news(person: Recipient, news: Iterable[tuple[str, str]]) -> Letter:
    """The day's letter: subject and words of each that it carries."""
    told = [f"{number}. {subject}\n\n{words}" for number, (subject, words) in enumerate(news, start=1)]
    return letter(
        person,
        f"{len(told)} nyheder fra Samarbejde",
        "Her er det, der er sket, siden vi sidst skrev. Ingen venter på dig.",
        *told,
        f"Vil du have hver nyhed med det samme, så vælg det på din konto:\n{web_address('mfa_index')}",
    )


def know_where_answers_go(letters: Iterable[Letter]) -> None:
    """Ask for all of them at once what each else asks for itself as it is read."""
    asked = [one for one in letters if not isinstance(one.to, Outsider) and "reply_to" not in vars(one)]
    found = _answers_go_to([one.to for one in asked]) if asked else {}
    for one in asked:
        vars(one)["reply_to"] = found[one.to.pk]  # where a `cached_property` is remembered


def _answers_go_to(people: list[Recipient]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = import_string(settings.ANSWERS_GO_TO)(people)
    return found


def _one_line(subject: str) -> str:
    """Without the line breaks that would begin a new header, and as short as the column."""
    return Truncator(" ".join(subject.replace("\x00", " ").split())).chars(LONGEST_SUBJECT)
