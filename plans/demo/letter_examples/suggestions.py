from collections.abc import Iterator

from plans.suggestions import letters
from plans.suggestions.models import Suggestion, SuggestionState
from samarbejde.outbox.letters import Letter


def decided() -> Iterator[list[Letter]]:
    suggestion = Suggestion.objects.select_related("by", "plan__council").latest("pk")
    for state, answer in (
        (SuggestionState.ACCEPTED, ""),
        (SuggestionState.DECLINED, "Skolerne har bedt om, at det bliver stående."),
    ):
        suggestion.state, suggestion.answer = state, answer
        yield letters.decided(suggestion)
