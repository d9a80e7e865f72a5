"""The fields that several letters of a proposal round have, each with an example."""

from councils.models import Council
from plans.proposals.models import Proposal, ProposalRound
from samarbejde.site.addresses import web_address

ROUND_FIELDS = {
    "plan": "Samarbejdsplan 2027",
    "plan_og_kreds": "Samarbejdsplan 2027, Fyn",
    "lokalråd": "Lokalrådet i Herning",
}
PROPOSAL_FIELDS = ROUND_FIELDS | {
    "forslag": "»Tryg i nattelivet« (2027-HER-02)",
    "titel": "Tryg i nattelivet",
    "link": "https://samarbejde.example/arbejdsbord/forslag/12/",
}


def round_values(round_: ProposalRound, council: Council) -> dict[str, str]:
    return {"plan": round_.plan.title, "plan_og_kreds": str(round_.plan), "lokalråd": str(council)}


def proposal_values(proposal: Proposal, *, title: str = "", named: str = "") -> dict[str, str]:
    """`title` and `named` where the reader knows it by others than it has now."""
    return round_values(proposal.round, proposal.council) | {
        "forslag": named or proposal.named,
        "titel": title or proposal.title,
        "link": web_address("proposal", proposal.pk),
    }
