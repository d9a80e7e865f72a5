"""What people are told of the posts that they hold."""

from collections.abc import Iterable

from councils.register.mailing import to_secretariat
from councils.register.models import Membership, PoliceDistrict
from samarbejde.danish import date_text, in_a_sentence
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


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


def terms_run_out(district: PoliceDistrict, terms: Iterable[Membership]) -> list[Letter]:
    """To the secretariat, two months before."""
    lines = [
        f"– {term.user}, {in_a_sentence(term.title)}, {term.council}: "
        f"sidste dag {date_text(term.last_day or term.first_day)}"
        for term in terms
    ]
    return to_secretariat(
        district.pk,
        "Perioder i rådene udløber snart",
        "\n".join(["Inden for to måneder udløber:", *lines]),
        f"Forny dem, eller sæt andre ind:\n{web_address('people', district.slug)}",
    )
