from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.duty_sentences import Duty, duties_in
from plans.consistency.findings import Finding


class Duties(TextCheck):
    """What »skal« or »bør« be done by nobody, or at no time; one finding a section.

    Appendices tell of the standing tasks of other bodies and are left out.
    """

    code = "duties"
    title = "Opgaver uden hvem og hvornår"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        if text.place.lineage in plan.in_appendices:
            return
        is_due = any(duty.due_year for duty in plan.facts.to_do if duty.section == text.place.lineage)
        open_ones = [
            duty for duty in duties_in(text.sentences) if not duty.has_who or not (duty.has_when or is_due)
        ]
        if open_ones:
            quoted = " · ".join(dict.fromkeys(_short(duty) for duty in open_ones))
            lacks = _lacks(open_ones, is_due=is_due)
            yield self.finding(
                f"»{text.place.title}« siger ikke, {lacks}: {quoted}{'' if quoted.endswith('…') else '.'}",
                text.place,
                quoted,
                plan.link("Tilføj en opgave", "duties"),
            )


def _short(duty: Duty) -> str:
    words = duty.sentence.rstrip(".")
    return words if len(words) <= 90 else f"{words[:90].rsplit(' ', 1)[0]} …"


def _lacks(duties: list[Duty], *, is_due: bool) -> str:
    who = any(not duty.has_who for duty in duties)
    when = not is_due and any(not duty.has_when for duty in duties)
    if who and when:
        return "hvem der skal gøre det, og hvornår"
    return "hvem der skal gøre det" if who else "hvornår det skal ske"
