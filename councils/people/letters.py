"""What people are told of the posts that they hold."""

from collections.abc import Iterable

from councils.register.mailing import secretariat
from councils.register.models import Membership, PoliceDistrict
from councils.wordings.kinds import POSTS, Kind, Readers
from samarbejde.danish import date_text, in_a_sentence
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

APPOINTED = Kind(
    "ny-post",
    POSTS,
    "Nogen, der kan logge ind, har fået en post",
    subject="Din post i {råd}",
    text=(
        "Du sidder i {råd} som {post} {periode}.",
        "Er noget af det forkert, så skriv til sekretariatet.",
    ),
    fields={
        "råd": "Lokalrådet i Herning",
        "post": "formand",
        "periode": "fra 1. januar 2026 til 31. december 2029",
    },
    needed=("post", "periode"),
    to=Readers.WHOM_IT_CONCERNS,
)
RUN_OUT = Kind(
    "perioder-udloeber",
    POSTS,
    "Perioder i rådene udløber snart",
    subject="Perioder i rådene udløber snart",
    text=("Inden for to måneder udløber:\n{poster}", "Forny dem, eller sæt andre ind:\n{link}"),
    fields={
        "poster": "– Formanden i Herning, formand, Lokalrådet i Herning: sidste dag 31. december 2027",
        "link": "https://samarbejde.example/arbejdsbord/kreds/fyn/folk/",
    },
    needed=("link", "poster"),
    to=Readers.SECRETARIAT,
)


def appointed(term: Membership) -> list[Letter]:
    """To somebody who can log in already; others get an invitation."""
    until = f" til {date_text(term.last_day)}" if term.last_day else ""
    values = {
        "råd": str(term.council),
        "post": in_a_sentence(term.title),
        "periode": f"fra {date_text(term.first_day)}{until}",
    }
    return [APPOINTED.worded(term.council.district_id).to(term.user, values)]


def terms_run_out(district: PoliceDistrict, terms: Iterable[Membership]) -> list[Letter]:
    """To the secretariat, two months before."""
    lines = [
        f"– {term.user}, {in_a_sentence(term.title)}, {term.council}: "
        f"sidste dag {date_text(term.last_day or term.first_day)}"
        for term in terms
    ]
    values = {"poster": "\n".join(lines), "link": web_address("people", district.slug)}
    return RUN_OUT.worded(district.pk).to_each(secretariat(district.pk), values)
