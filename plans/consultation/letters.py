"""The secretariat is told of each body's first remarks, and of what comes too late."""

from councils.register.mailing import to_secretariat
from plans.approval.models import Consultation
from plans.consultation.bodies import Body
from samarbejde.outbox.letters import Letter
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
