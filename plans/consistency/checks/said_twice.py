from collections import Counter, defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, Place

_PARAGRAPH, _SENTENCE = 100, 140  # letters: shorter ones may well stand twice


class SaidTwice(Check):
    """The same paragraph, or the same long sentence, in two places."""

    code = "said-twice"
    title = "Gentagelser"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        found: dict[str, list[Place]] = defaultdict(list)
        for text in plan.texts:
            for block in text.blocks:
                lines = Counter(line for line in block.lines if len(line) >= _PARAGRAPH)
                long = Counter(one for one in block.sentences if len(one) >= _SENTENCE)
                for part in (lines | long).elements():  # a line may be one sentence
                    found[part].append(text.place)
        told: list[str] = []
        for part in sorted(found, key=len, reverse=True):
            if len(found[part]) > 1 and not any(part in longer for longer in told):
                told.append(part)
                yield self._of(part, found[part])

    def _of(self, part: str, places: list[Place]) -> Finding:
        begins = f"{part[:70].rsplit(' ', 1)[0]} …"
        return self.finding(
            f"Den samme tekst står {len(places)} steder: {begins}",
            quotation=begins,
            also=dict.fromkeys(places),
        )
