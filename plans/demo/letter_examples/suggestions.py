from collections.abc import Iterator

from plans.suggestions import letters
from plans.suggestions.models import Suggestion, SuggestionState
from samarbejde.outbox.letters import Letter


def decided() -> Iterator[list[Letter]]:
    """Of somebody's own, and of a lokalråd's proposal."""
    made = Suggestion.objects.select_related("by", "plan__council", "proposal__council").order_by("pk")
    for suggestion in (made.filter(proposal=None).last(), made.exclude(proposal=None).last()):
        assert suggestion is not None, "the demo has one of each"
        for state, answer in (
            (SuggestionState.ACCEPTED, ""),
            (SuggestionState.DECLINED, "Skolerne har bedt om, at det bliver stående."),
        ):
            suggestion.state, suggestion.answer = state, answer
            yield letters.decided(suggestion)
