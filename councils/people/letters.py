"""What people are told of the posts that they hold."""

from councils.register.models import Membership
from samarbejde.danish import date_text, in_a_sentence
from samarbejde.outbox.letters import Letter, letter


def appointed(term: Membership) -> list[Letter]:
    """To somebody who can log in already; others get an invitation."""
    until = f" til {date_text(term.last_day)}" if term.last_day else ""
    return [
        letter(
            term.user,
            f"Din post i {term.council}",
            f"Du sidder i {term.council} som {in_a_sentence(term.title)} "
            f"fra {date_text(term.first_day)}{until}.",
            "Er noget af det forkert, så skriv til sekretariatet.",
        )
    ]
