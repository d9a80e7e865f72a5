from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding
from plans.consistency.past_years import in_heading, in_text
from samarbejde import danish


class PastYears(TextCheck):
    """Years that came along with an earlier plan's headings and texts."""

    code = "past-years"
    title = "Årstal"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        year, place = plan.year, text.place
        if not text.is_topic and (others := in_heading(text.heading, year)):
            said = danish.listing(others)
            yield self.finding(
                f"Overskriften »{place.title}« nævner {said}, og planen gælder {year}.", place, said
            )
        if words := in_text(text.body + text.closing, year):
            said = danish.listing(f"»{one}«" for one in words)
            name = f"»{place.title}«" if not text.is_topic else f"Emnet »{place.title}«"
            yield self.finding(f"{name} siger {said}. Er det stadig sådan i {year}?", place, said)
