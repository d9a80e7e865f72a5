import re
from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Place, Replacement
from plans.consistency.misspelt import SHORTEST, meant
from plans.consistency.word_lists import HOUSE_WORDS, RIGHT_WORDS

_LONG = re.compile(rf"(?<![\w-])\w{{{SHORTEST - 1},}}(?![\w-])")


class HouseWords(Check):
    """Words and names that are written in one way; one finding a word, wherever it stands."""

    code = "house-words"
    title = "Husets ord"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        listed = HOUSE_WORDS | dict(plan.facts.house_words)
        listed = {wrong: right for wrong, right in listed.items() if wrong not in plan.facts.own_words}
        by_length = sorted(listed, key=len, reverse=True)
        any_listed = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, by_length))})(?!\w)", re.IGNORECASE)
        right_words = RIGHT_WORDS | {word.casefold() for word in listed.values()}
        folded = {wrong.casefold(): right for wrong, right in listed.items()}
        slips: dict[str, str] = {}
        found: dict[tuple[str, str], list[tuple[str, Place]]] = defaultdict(list)
        for text in plan.texts:
            for said in any_listed.findall(text.words):
                found[said.casefold(), folded[said.casefold()]].append((said, text.place))
            for said, right in _slips(text, right_words, slips):
                if said.casefold() not in folded and said.casefold() not in plan.facts.own_words:
                    found[said.casefold(), right].append((said, text.place))
        for (wrong, right), uses in found.items():
            if any(said != right for said, _ in uses):
                yield self._of(wrong, right, uses)

    def _of(self, wrong: str, right: str, uses: list[tuple[str, Place]]) -> Finding:
        places = tuple(dict.fromkeys(place for _, place in uses))
        sections = tuple(place for place in places if place.section)
        often = "" if len(uses) == 1 else f" {len(uses)} gange"
        said = uses[0][0]
        like_it = right[:1].upper() + right[1:] if said[:1].isupper() else right
        return self.finding(
            f"Der står »{said}«{often}. Vi skriver »{like_it}«.",
            quotation=said,
            also=places,
            mend=Replacement(sections, wrong, right, same_case=False) if sections else None,
        )


def _slips(text: Text, right_words: frozenset[str], known: dict[str, str]) -> Iterator[tuple[str, str]]:
    for said in _LONG.findall(text.words):
        word = said.casefold()
        if word not in known:
            known[word] = "" if word in right_words else meant(word, right_words)
        if known[word]:
            yield said, known[word]
