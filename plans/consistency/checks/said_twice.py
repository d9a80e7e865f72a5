import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, Place

_PARAGRAPH, _SENTENCE = 100, 140  # letters: shorter ones may well stand twice
_IN_A_ROW = 6  # words, by which sentences are compared
_ALIKE = 0.5  # of these rows: one word changed takes six of them away
_COMMON = 5  # sentences: what stands in more of them tells nothing


class SaidTwice(Check):
    """The same paragraph, or the same long sentence, in two places; also where a word of it was changed."""

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
        yield from self._nearly(found)
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

    def _nearly(self, found: dict[str, list[Place]]) -> Iterator[Finding]:
        for one, other in _nearly_the_same(found):
            begins = f"{one[:70].rsplit(' ', 1)[0]} …"
            yield self.finding(
                f"Næsten den samme tekst står to steder: {begins} Skal den stå ens, eller kun ét sted?",
                quotation=begins,
                also=dict.fromkeys([*found[one], *found[other]]),
            )


def _nearly_the_same(parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    rows = {part: _rows(part) for part in parts if len(part) >= _SENTENCE}
    first: dict[str, str] = {}
    having: dict[str, list[str]] = {}  # in two parts or more: most rows are in one alone
    for part, own in rows.items():
        for row in own:
            if (before := first.setdefault(row, part)) is not part:
                having.setdefault(row, [before]).append(part)
    shared = Counter(
        pair for those in having.values() if len(those) <= _COMMON for pair in combinations(those, 2)
    )
    for (one, other), count in shared.items():
        is_part = one in other or other in one
        if not is_part and count >= _ALIKE * max(len(rows[one]), len(rows[other])):
            yield one, other


def _rows(part: str) -> set[str]:
    words = re.findall(r"\w+", part.casefold())
    return {" ".join(words[at : at + _IN_A_ROW]) for at in range(len(words) - _IN_A_ROW + 1)}
