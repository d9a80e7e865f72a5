"""What people are told when a plan, or a new edition of it, is done away with as a whole."""

from collections.abc import Iterable

from councils.register.mailing import leaders
from councils.wordings.kinds import CALL, SIGNED, Kind, Readers
from plans.approval.mailing import manager
from plans.document.models import Plan
from plans.proposals.letter_fields import ROUND_FIELDS, round_values
from plans.proposals.models import ProposalRound
from plans.templatetags.public_addresses import public_address
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import whole_address

CALLED_OFF = Kind(
    "runden-er-aflyst",
    CALL,
    "Runden er aflyst, fordi planen er slettet",
    subject="Forslagsrunden til {plan} er aflyst",
    text=(
        "Sekretariatet har slettet {plan_og_kreds}, som var begyndt ved en fejl. "
        "Derfor er forslagsrunden til den aflyst, og I skal ikke sende forslag.",
    ),
    fields=ROUND_FIELDS,
    needed=(),
)
EDITION_CANCELLED = Kind(
    "ny-udgave-fortrudt",
    SIGNED,
    "En ny udgave er fortrudt",
    subject="Den nye udgave af {plan} er fortrudt",
    text=(
        "{hvem} var begyndt på en ny udgave af {plan}. Den bliver ikke til noget.",
        "Planen gælder, som den er offentliggjort:\n{link}",
        "Du skal ikke gøre noget. Bemærkninger og underskrifter til den nye udgave bliver ikke brugt.",
    ),
    fields={
        "plan": "Samarbejdsplan 2027",
        "hvem": "Sekretariatet",
        "link": "https://samarbejde.example/fyn/2027/",
    },
    to=Readers.COUNCILS,
)


def round_called_off(round_: ProposalRound) -> list[Letter]:
    asked = list(round_.councils)
    people, worded = leaders(asked), CALLED_OFF.worded(round_.plan.council.district_id)
    return [
        worded.to(person, round_values(round_, council))
        for council in asked
        for person in people.get(council.pk, [])
    ]


def edition_cancelled(plan: Plan, people: Iterable[User]) -> list[Letter]:
    """To those who were heard about the new edition, or asked to sign it."""
    values = {"plan": plan.title, "hvem": manager(plan), "link": whole_address(public_address(plan))}
    return EDITION_CANCELLED.worded(plan.council.district_id).to_each(people, values)
