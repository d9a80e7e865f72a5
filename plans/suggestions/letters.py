"""Whoever suggested new words is told what became of them; of a proposal's, its lokalråd."""

from councils.register.mailing import leaders
from councils.wordings.kinds import HEARD, Kind, Readers
from plans.suggestions.models import Suggestion, SuggestionState
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_FIELDS = {
    "afsnit": "Unge og kriminalitet",
    "plan_og_kreds": "Samarbejdsplan 2027, Fyn",
    "udfald": "er ikke optaget",
    "begrundelse": "Begrundelsen er:\n»Skolerne har bedt om, at det bliver stående.«",
}

DECIDED = Kind(
    "aendringsforslag-afgjort",
    HEARD,
    "Et ændringsforslag er optaget eller afvist",
    subject="Dit ændringsforslag til »{afsnit}« {udfald}",
    text=(
        "Sekretariatet har svaret på dit ændringsforslag til »{afsnit}« i {plan_og_kreds}. Det {udfald}.",
        "{begrundelse}",
        "Se forslaget her:\n{link}",
    ),
    fields=_FIELDS | {"link": "https://samarbejde.example/arbejdsbord/planer/3/aendringsforslag/12/"},
    needed=("link", "begrundelse"),
    to=Readers.WHOM_IT_CONCERNS,
    is_news=True,
)
PROPOSAL_DECIDED = Kind(
    "forslag-til-afsnit-afgjort",
    HEARD,
    "Et lokalråds forslag til et afsnit er optaget eller afvist",
    subject="Jeres forslag til »{afsnit}« {udfald}",
    text=(
        "Sekretariatet har svaret på det, I foreslog til »{afsnit}« i {plan_og_kreds}. Det {udfald}.",
        "{begrundelse}",
        "Se forslag {nummer} her:\n{link}",
    ),
    fields=_FIELDS | {"nummer": "2027-HER-02", "link": "https://samarbejde.example/arbejdsbord/forslag/12/"},
    needed=("link", "begrundelse"),
    is_news=True,
)


def decided(suggestion: Suggestion) -> list[Letter]:
    accepted = suggestion.state == SuggestionState.ACCEPTED
    values = {
        "afsnit": suggestion.section_title,
        "plan_og_kreds": str(suggestion.plan),
        "udfald": "er optaget" if accepted else "er ikke optaget",
        "begrundelse": f"Begrundelsen er:\n»{suggestion.answer}«" if suggestion.answer else "",
    }
    if (proposal := getattr(suggestion, "proposal", None)) is not None:
        values |= {"nummer": f"{proposal.number}", "link": web_address("proposal", proposal.pk)}
        people = leaders([proposal.council]).get(proposal.council_id, [])
        return PROPOSAL_DECIDED.worded(proposal.council.district_id).to_each(people, values)
    if suggestion.by_id == suggestion.decided_by_id:
        return []
    values |= {"link": web_address("suggestion", suggestion.plan_id, suggestion.pk)}
    return [DECIDED.worded(suggestion.plan.council.district_id).to(suggestion.by, values)]
