"""Partners outside the councils in the demo: two are asked about the plan, and one of them answers."""

from datetime import date, timedelta

from plans.consultation import workflow as consultation
from plans.demo.clock import on
from plans.demo.people import People
from plans.document.models import Plan
from plans.partners.models import Partner
from plans.partners.workflow import add_partner
from samarbejde.accounts.demo import address

ASKED = (
    ("Boligorganisationen i de fire byer", "Driftschefen", "boligorganisation"),
    ("Handelsstandsforeningen i midtbyerne", "Formanden", "handelsstand"),
)
ANSWERS = ASKED[0][0]
SAYS = (
    "Vi genkender billedet af uro om aftenen ved blokkene. Beboerrådgiverne er der, når det sker, "
    "men planen nævner dem ikke.\n\n"
    "Skriv dem gerne ind ved siden af lokalpolitiet, så det er klart, hvem der ringer til hvem."
)
ANSWERED = "Beboerrådgiverne er skrevet ind. Hvem der ringer, aftaler hvert lokalråd."


def list_partners(people: People) -> list[Partner]:
    return [
        add_partner(people.district, name=name, contact=contact, email=address(handle), by=people.secretariat)
        for name, contact, handle in ASKED
    ]


def answer_of_partners(plan: Plan, day: date) -> None:
    [sent] = plan.consultations.all()
    invitation = sent.invitations.get(partner__name=ANSWERS)
    with on(day):
        reply = consultation.answer_as_partner(invitation, SAYS, version=invitation.version)
    assert sent.sent_by is not None, "the secretariat sent it"
    with on(day + timedelta(days=18)):
        consultation.answer(reply, "partly", ANSWERED, version=0, by=sent.sent_by)
