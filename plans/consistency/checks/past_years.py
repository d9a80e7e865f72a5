import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Replacement
from plans.consistency.past_years import in_heading, in_text
from samarbejde import danish

# What is carried along from year to year; a month, or an older year, is mostly of something that was.
_CARRIED = re.compile(r"(?:i|for|til|året|samarbejdsplan(?:en)?|planen) (20\d\d)", re.IGNORECASE)
_ONE_YEAR = re.compile(r"(20\d\d)")


class PastYears(TextCheck):
    """Years that came along with an earlier plan's headings and texts."""

    code = "past-years"
    title = "Årstal"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        year, place = plan.year, text.place
        if not text.is_topic and (others := in_heading(text.heading, year)):
            said = danish.listing(others)
            yield self.finding(
                f"Overskriften »{place.title}« nævner {said}, og planen gælder {year}.",
                place,
                said,
                _renewed(text, _ONE_YEAR, others, text.heading, year),
            )
        if words := in_text(text.body + text.closing, year):
            said = danish.listing(f"»{one}«" for one in words)
            name = f"»{place.title}«" if not text.is_topic else f"Emnet »{place.title}«"
            mend = _renewed(text, _CARRIED, words, words[0], year)
            yield self.finding(f"{name} siger {said}. Er det stadig sådan i {year}?", place, said, mend)


def _renewed(
    text: Text, pattern: re.Pattern[str], said: list[str], old: str, year: int
) -> Replacement | None:
    """The plan's year instead of the one before, where it alone is old and its words stand once."""
    found = pattern.fullmatch(said[0]) if len(said) == 1 else None
    if text.is_topic or found is None or int(found[1]) != year - 1 or text.words.count(old) > 1:
        return None
    return Replacement((text.place,), old, old.replace(found[1], str(year)))
