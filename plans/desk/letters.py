"""What people are told when a plan, or a new edition of it, is done away with as a whole."""

from collections.abc import Iterable

from councils.register.mailing import to_leaders
from plans.document.models import Plan
from plans.proposals.models import ProposalRound
from plans.templatetags.public_addresses import public_address
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import whole_address


def round_called_off(round_: ProposalRound) -> list[Letter]:
    subject = f"Forslagsrunden til {round_.plan.title} er aflyst"
    text = (
        f"Sekretariatet har slettet {round_.plan}, som var begyndt ved en fejl. "
        "Derfor er forslagsrunden til den aflyst, og I skal ikke sende forslag."
    )
    return [letter for council in round_.councils for letter in to_leaders(council, subject, text)]


def edition_cancelled(plan: Plan, people: Iterable[User]) -> list[Letter]:
    """To those who were heard about the new edition, or asked to sign it."""
    address = whole_address(public_address(plan))
    whose = "Lokalrådet" if plan.is_local else "Sekretariatet"
    return [
        letter(
            person,
            f"Den nye udgave af {plan.title} er fortrudt",
            f"{whose} var begyndt på en ny udgave af {plan.title}. Den bliver ikke til noget.",
            f"Planen gælder, som den er offentliggjort:\n{address}",
            "Du skal ikke gøre noget. Bemærkninger og underskrifter til den nye udgave bliver ikke brugt.",
        )
        for person in people
    ]
