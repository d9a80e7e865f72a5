import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.facts import Topic
from plans.consistency.findings import Finding, Link, Place, Replacement

_ALIKE = 0.9
_QUOTED = re.compile(r"[»”“\"]([^»«”“\"\n]{8,150})[«”“\"]")


class TopicTitles(Check):
    """One title per topic: two that are nearly the same are one that was written twice.

    Two local topics are two, however alike: »… i Vestbyen« and »… i Østbyen«.
    """

    code = "topic-titles"
    title = "Emnernes titler"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        for one, other in combinations(plan.facts.topics, 2):
            if not (one.is_local and other.is_local) and _nearly_the_same(one.title, other.title):
                yield self.finding(
                    f"Emnerne »{one.title}« og »{other.title}« ligner hinanden. "
                    "Er det ét emne, skal det have én titel.",
                    quotation=f"{one.title} / {other.title}",
                    mend=Link("Ret emnerne", "focus-areas", (plan.facts.plan,)),
                )
        for topic in plan.facts.topics:
            yield from self._headings(plan, topic)
        yield from self._quoted(plan)

    def _quoted(self, plan: CheckedPlan) -> Iterator[Finding]:
        """»Emnet »…« fortsætter«: a title that is nearly that of a topic."""
        titles = {topic.title.casefold(): topic.title for topic in plan.facts.topics if not topic.is_local}
        for text in plan.sections if titles else ():
            for said in dict.fromkeys(_QUOTED.findall(text.words)):
                words = said.strip(" .,")
                alike = [title for title in titles.values() if _nearly_the_same(words, title)]
                if alike and words.casefold() not in titles:
                    yield self.finding(
                        f"»{text.place.title}« nævner »{words}«. Emnet hedder »{alike[0]}«.",
                        text.place,
                        words,
                        None if text.is_topic else Replacement((text.place,), words, alike[0]),
                    )

    def _headings(self, plan: CheckedPlan, topic: Topic) -> Iterator[Finding]:
        """Of sections that are nearly called as a topic, and are not its own."""
        titles = {one.title.casefold() for one in plan.facts.topics}
        for text in plan.sections:
            is_another = text.heading.casefold() not in titles and text.place.lineage != topic.section
            if is_another and not topic.is_local and _nearly_the_same(text.heading, topic.title):
                place: Place = text.place
                yield self.finding(
                    f"Afsnittet »{place.title}« hedder næsten som emnet »{topic.title}«. "
                    "Et emne har én titel overalt.",
                    place,
                    text.heading,
                )


def _nearly_the_same(one: str, other: str) -> bool:
    first, second = one.casefold(), other.casefold()
    if first == second:
        return one != other
    apart = set(one.split()[1:]) ^ set(other.split()[1:])
    if any(word[0].isdigit() or word[0].isupper() for word in apart):
        return False  # of two places, or two ages
    alike = SequenceMatcher(None, first, second, autojunk=False)
    return alike.real_quick_ratio() >= _ALIKE and alike.quick_ratio() >= _ALIKE and alike.ratio() >= _ALIKE
