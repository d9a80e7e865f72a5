"""The secretariat is told of remarks; those who are heard of the deadline, and that they are missing."""

from collections.abc import Iterable

from councils.register.mailing import secretariat
from councils.wordings.kinds import HEARD, Kind, Readers
from plans.approval.models import Consultation
from plans.consultation.bodies import Body
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_FIELDS = {
    "plan": "Samarbejdsplan 2027",
    "link": "https://samarbejde.example/arbejdsbord/planer/3/tekst/",
}

REPLIED = Kind(
    "bemaerkning-til-udkast",
    HEARD,
    "Der er kommet en bemærkning til udkastet",
    subject="{hvem} {har_skrevet} om {plan}",
    text=(
        "{hvem} har skrevet om udkastet til {plan_og_kreds}.",
        "{for_sent}",
        "Læs alle bemærkninger her:\n{link}",
    ),
    fields={
        "hvem": "Lokalrådet i Nyborg",
        "har_skrevet": "har skrevet efter fristen",
        "for_sent": "Bemærkningen kom efter fristen.",
        "plan": "Samarbejdsplan 2027",
        "plan_og_kreds": "Samarbejdsplan 2027, Fyn",
        "link": "https://samarbejde.example/arbejdsbord/planer/3/hoering/",
    },
    to=Readers.SECRETARIAT,
    is_news=True,
)
REMINDED = Kind(
    "bemaerkning-mangler",
    HEARD,
    "Påmindelse til dem, der ikke har svaret på høringen",
    subject="Husk høringen om {plan}",
    text=(
        "Udkastet til {plan} er i høring, og vi mangler jeres bemærkning. "
        "Har I ingen, så sig det med ét klik.",
        "Læs udkastet, og {skriv_med_frist}:\n{link}",
    ),
    fields=_FIELDS | {"skriv_med_frist": "skriv senest 1. oktober 2027"},
    needed=("link", "skriv_med_frist"),
    to=Readers.HEARD,
)
DEADLINE_MOVED = Kind(
    "hoering-laengere-frist",
    HEARD,
    "Høringens frist er flyttet",
    subject="Længere frist i høringen om {plan}",
    text=(
        "Udkastet til {plan} er {i_høring_til}.",
        "{begrundelse}",
        "Læs det, og skriv jeres bemærkning her:\n{link}",
    ),
    fields=_FIELDS
    | {
        "i_høring_til": "i høring til og med 15. oktober 2027",
        "begrundelse": "Efterårsferien ligger imellem.",
    },
    needed=("link", "i_høring_til", "begrundelse"),
    to=Readers.HEARD,
)


def replied(consultation: Consultation, body: Body, *, late: bool) -> list[Letter]:
    plan, district = consultation.plan, consultation.plan.council.district_id
    values = {
        "hvem": str(body),
        "har_skrevet": "har skrevet efter fristen" if late else "har skrevet",
        "for_sent": "Bemærkningen kom efter fristen." if late else "",
        "plan": plan.title,
        "plan_og_kreds": str(plan),
        "link": web_address("consultation-replies", plan.pk),
    }
    return REPLIED.worded(district).to_each(secretariat(district), values)


def reminded(consultation: Consultation, people: Iterable[User]) -> list[Letter]:
    told = {"skriv_med_frist": f"skriv{_by(consultation, 'senest')}"}
    return _to_the_heard(REMINDED, consultation, people, told)


def deadline_moved(consultation: Consultation, people: Iterable[User], reason: str) -> list[Letter]:
    told = {"i_høring_til": f"i høring{_by(consultation, 'til og med')}", "begrundelse": reason}
    return _to_the_heard(DEADLINE_MOVED, consultation, people, told)


def _to_the_heard(
    kind: Kind, consultation: Consultation, people: Iterable[User], told: dict[str, str]
) -> list[Letter]:
    plan = consultation.plan
    values = {"plan": plan.title, "link": web_address("plan-text", plan.pk)}
    return kind.worded(plan.council.district_id).to_each(people, values | told)


def _by(consultation: Consultation, word: str) -> str:
    return f" {word} {date_text(consultation.answer_by)}" if consultation.answer_by else ""
