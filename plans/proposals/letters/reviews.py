"""What a lokalråd is told of its proposal before the decision."""

from councils.register.mailing import to_leaders
from plans.proposals.models import Proposal, Review
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address


def changes_requested(proposal: Proposal, points: list[str]) -> list[Letter]:
    return to_leaders(
        proposal.council,
        f"Sekretariatet beder om ændringer: {proposal.title}",
        f"Sekretariatet har læst jeres forslag »{proposal.title}« til {proposal.round.plan}, "
        "og der er noget, I skal svare på:",
        "\n".join(f"{number}. {point}" for number, point in enumerate(points, start=1)),
        f"Svar på punkterne, ret forslaget, og indsend det igen her:\n{web_address('proposal', proposal.pk)}",
    )


def remark_shared(review: Review) -> list[Letter]:
    proposal = review.proposal
    return to_leaders(
        proposal.council,
        f"Bemærkning til jeres forslag: {proposal.title}",
        f"Sekretariatet har skrevet en bemærkning til jeres forslag »{proposal.title}«:",
        review.comment,
        f"Se forslaget her:\n{web_address('proposal', proposal.pk)}",
    )
