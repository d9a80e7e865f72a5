"""What the secretariat is told when a lokalråd answers, and the receipt for it."""

from datetime import datetime

from councils.register.mailing import leaders, to_secretariat
from plans.proposals.models import Proposal
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def submitted(proposal: Proposal, *, again: bool) -> list[Letter]:
    what = "har svaret på jeres punkter og indsendt forslaget igen" if again else "har indsendt et forslag"
    return to_secretariat(
        proposal.council.district_id,
        f"{proposal.council} {'har svaret' if again else 'har indsendt et forslag'}: {proposal.title}",
        f"{proposal.council} {what} til {proposal.round.plan}:\n»{proposal.title}«",
        f"Læs det, og afgør det her:\n{web_address('proposal', proposal.pk)}",
    )


def receipt(proposal: Proposal, *, at: datetime, by: User) -> list[Letter]:
    """To whoever handed it in, and to the chair where that is somebody else."""
    plan, council = proposal.round.plan, proposal.council
    people = {person.pk: person for person in [by, *leaders([council]).get(council.pk, [])]}
    handed_in = f"indsendte {danish.moment_text(at)} forslaget »{proposal.title}« fra {council} til {plan}."
    paragraphs = [
        "Sekretariatet behandler det. I får besked på e-mail, når det er afgjort, "
        "eller hvis der er noget at svare på.",
        f"Læs forslaget:\n{web_address('proposal', proposal.pk)}",
        f"Se alle jeres forslag:\n{web_address('council-proposals', plan.pk, council.pk)}",
        f"Skriv et til senest {danish.moment_text(proposal.round.deadline_for(council))}:\n"
        f"{web_address('write-proposal', plan.pk, council.pk)}"
        if proposal.round.is_open_for(council)
        else "",
    ]
    return [
        letter(
            person,
            f"Kvittering: {proposal.title}",
            f"{'Du' if person == by else by.name} {handed_in}",
            *paragraphs,
        )
        for person in people.values()
    ]


def withdrawn(proposal: Proposal, title: str) -> list[Letter]:
    """`title` is the one that the secretariat has read."""
    return to_secretariat(
        proposal.council.district_id,
        f"{proposal.council} trækker et forslag tilbage: {title}",
        f"{proposal.council} trækker et forslag til {proposal.round.plan} tilbage:\n»{title}«",
        "I skal ikke gøre mere ved det.",
        f"Se forslaget her:\n{web_address('proposal', proposal.pk)}",
    )
