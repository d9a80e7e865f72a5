import re
import time

from samarbejde.accounts.models import User
from tests.outbox.conftest import PostOffice

PATIENCE = 20  # seconds until a mail has come: the worker looks every 0.2


class Post:
    """What people find in their mailboxes."""

    def __init__(self, office: PostOffice) -> None:
        self.office = office

    def to(self, person: User, *words: str, number: int = 1) -> str:
        """The first mail to this person with all these words, or a later `number`, as soon as it is there."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if len(found := self.letters(person, *words)) >= number:
                return found[number - 1]
            time.sleep(0.1)
        raise AssertionError(f"No mail to {person.email} with {words} among {self.letters(person)}")

    def letters(self, person: User, *words: str) -> list[str]:
        letters = [
            f"{mail['Subject']}\n\n{mail.get_content()}"
            for mail in list(self.office.received)
            if mail["To"] == person.email
        ]
        return [letter for letter in letters if all(word in letter for word in words)]

    def link(self, person: User, *words: str, number: int = 1) -> str:
        """The address in that mail."""
        found = re.search(r"https?://\S+", self.to(person, *words, number=number))
        assert found
        return found.group()
