"""The secretariat is told of remarks; those who are heard of the deadline, and that they are missing."""

from collections.abc import Iterable

from councils.register.mailing import to_secretariat
from plans.approval.models import Consultation
from plans.consultation.bodies import Body
from samarbejde.accounts.models import User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def replied(consultation: Consultation, body: Body, *, late: bool) -> list[Letter]:
    plan = consultation.plan
    when = " efter fristen" if late else ""
    return to_secretariat(
        plan.council.district_id,
        f"{body} har skrevet{when} om {plan.title}",
        f"{body} har skrevet om udkastet til {plan}.",
        "Bemærkningen kom efter fristen." if late else "",
        f"Læs alle bemærkninger her:\n{web_address('consultation-replies', plan.pk)}",
    )


def reminded(consultation: Consultation, people: Iterable[User]) -> list[Letter]:
    plan = consultation.plan
    return [
        letter(
            person,
            f"Husk høringen om {plan.title}",
            f"Udkastet til {plan.title} er i høring, og vi mangler jeres bemærkning. "
            "Har I ingen, så sig det med ét klik.",
            f"Læs udkastet, og skriv{_by(consultation)}:\n{web_address('plan-text', plan.pk)}",
        )
        for person in people
    ]


def deadline_moved(consultation: Consultation, people: Iterable[User], reason: str) -> list[Letter]:
    plan = consultation.plan
    return [
        letter(
            person,
            f"Længere frist i høringen om {plan.title}",
            f"Udkastet til {plan.title} er i høring{_by(consultation, 'til og med')}.",
            reason,
            f"Læs det, og skriv jeres bemærkning her:\n{web_address('plan-text', plan.pk)}",
        )
        for person in people
    ]


def _by(consultation: Consultation, word: str = "senest") -> str:
    return f" {word} {date_text(consultation.answer_by)}" if consultation.answer_by else ""
