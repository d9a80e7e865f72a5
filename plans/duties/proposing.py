"""The sentences of a plan that may be duties, and nobody has answered for yet. Reads only."""

from dataclasses import dataclass

from councils.models import Council
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.duty_reading import Seen, seen_in
from plans.consistency.findings import Place
from plans.consistency.preparing import checked
from plans.document.models import Plan
from plans.duties.models import DeclinedSentence
from plans.duties.reading import answers_in


@dataclass(frozen=True)
class Proposed:
    """One that the secretariat may tick, with the section it stands in and the columns of its duty."""

    seen: Seen
    place: Place
    answers: dict[str, object]


def proposed_in(plan: Plan) -> list[Proposed]:
    """In reading order; what is a duty already, or was declined before, is not asked again."""
    councils = Council.objects.local_in(plan.council.district_id)
    places = {str(council.municipality): council.pk for council in councils}
    known = _answered(plan)
    return [
        Proposed(seen, place, answers_in(seen, plan.year, places))
        for seen, place in _sentences(checked(plan))
        if seen.key not in known and seen.sentence not in known
    ]


@dataclass(frozen=True)
class Declined:
    sentence: DeclinedSentence
    stands: bool  # in the plan's text, so that it would be proposed again


def declined_in(plan: Plan) -> list[Declined]:
    """Of the plan's council, in whichever plan; what stands in this one's text first, then the newest."""
    keys = {seen.key for seen, _ in _sentences(checked(plan))}
    found = DeclinedSentence.objects.filter(council=plan.council_id).select_related("declined_by")
    shown = [Declined(one, one.key in keys) for one in found.order_by("-declined_at", "-pk")]
    return sorted(shown, key=lambda one: not one.stands)


def _sentences(plan: CheckedPlan) -> list[tuple[Seen, Place]]:
    """Each once; appendices tell of the standing tasks of other bodies and are left out."""
    found: dict[str, tuple[Seen, Place]] = {}
    for text in plan.sections:
        if text.place.lineage not in plan.in_appendices:
            for seen in seen_in(text.blocks):
                found.setdefault(seen.key, (seen, text.place))
    return list(found.values())


def _answered(plan: Plan) -> set[str]:
    declined = DeclinedSentence.objects.filter(council=plan.council_id).values_list("key", flat=True)
    taken = plan.duties.values_list("sentence_key", "wording")
    return {*declined, *(word for pair in taken for word in pair if word)}
