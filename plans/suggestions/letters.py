"""Whoever suggested new words is told what became of them."""

from plans.suggestions.models import Suggestion, SuggestionState
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def decided(suggestion: Suggestion) -> list[Letter]:
    if suggestion.by_id == suggestion.decided_by_id:
        return []
    section, plan = suggestion.section_title, suggestion.plan
    accepted = suggestion.state == SuggestionState.ACCEPTED
    done = "er optaget" if accepted else "er ikke optaget"
    return [
        letter(
            suggestion.by,
            f"Dit ændringsforslag til »{section}« {done}",
            f"Sekretariatet har svaret på dit ændringsforslag til »{section}« i {plan}. Det {done}.",
            f"Begrundelsen er:\n»{suggestion.answer}«" if suggestion.answer else "",
            f"Se forslaget her:\n{web_address('suggestion', suggestion.plan_id, suggestion.pk)}",
        )
    ]
