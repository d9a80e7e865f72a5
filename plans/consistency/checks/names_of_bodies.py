import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.facts import Facts
from plans.consistency.findings import Finding, Replacement
from plans.consistency.misspelt import distance

_CAPITAL = re.compile(
    r"(?<![\w-])(?P<word>[A-ZÆØÅ][a-zæøå]{3,}(?:-[A-ZÆØÅ][a-zæøå]+)?)(?P<kommune>\s[Kk]ommune)?(?![\w-])"
)
_LOCAL = re.compile(
    r"\b[Ll]okalrådet(?:s\s\w+)?\s(?:i|for)\s(?P<place>[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)?)"
)
_LONG = 7  # letters
_LOOSE = r"[\s-]*(?:og|&)?[\s-]*"


class NamesOfBodies(Check):
    """The politikreds and the kommuner, spelt as the register spells them; one finding a spelling."""

    code = "names-of-bodies"
    title = "Navne på myndigheder"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        for loose, right in _names(plan.facts):
            found: dict[str, list[Text]] = defaultdict(list)
            for text in plan.sections:
                for match in loose.finditer(text.words):
                    found[match[0]].append(text)
            for said, texts in found.items():
                if (spelt := right(said)) != said:
                    yield self._of(said, spelt, texts)
        for (said, spelt), texts in _slips(plan).items():
            yield self._of(said, spelt, texts)
        yield from self._of_elsewhere(plan)

    def _of_elsewhere(self, plan: CheckedPlan) -> Iterator[Finding]:
        """A lokalråd that the politikreds has not; of another spelling the rest of the check tells."""
        names = plan.facts.municipalities
        for text in plan.sections if names else ():
            for place in dict.fromkeys(said["place"] for said in _LOCAL.finditer(text.words)):
                is_known = any(name.startswith(place) for name in names) or _one_letter_from(place, names)
                if not is_known and place.removesuffix("s") not in names:
                    yield self.finding(
                        f"»{text.place.title}« nævner lokalrådet i {place}. Der er intet i politikredsen.",
                        text.place,
                        f"lokalrådet i {place}",
                    )

    def _of(self, said: str, spelt: str, texts: list[Text]) -> Finding:
        places = tuple(dict.fromkeys(text.place for text in texts))
        often = "" if len(texts) == 1 else f" {len(texts)} steder"
        words = " ".join(said.split())
        return self.finding(
            f"Der står »{words}«{often}. Registret skriver »{spelt}«.",
            quotation=words,
            also=places,
            mend=Replacement(places, said, spelt),
        )


def _slips(plan: CheckedPlan) -> dict[tuple[str, str], list[Text]]:
    """Kommuner with one letter wrong: »Holsterbro«. Of a short name only where »Kommune« follows."""
    found: dict[tuple[str, str], list[Text]] = defaultdict(list)
    meant: dict[str, str] = {}
    for text in plan.sections:
        for said in _CAPITAL.finditer(text.words):
            word = said["word"]
            if word not in meant:
                meant[word] = _one_letter_from(word, plan.facts.municipalities)
            if meant[word] and (len(word) >= _LONG or said["kommune"]):
                found[word, meant[word]].append(text)
    return found


def _one_letter_from(word: str, names: tuple[str, ...]) -> str:
    if word.removesuffix("s") in names or word in names:
        return ""
    alike = (name for name in names if abs(len(name) - len(word)) <= 1 and distance(word, name) == 1)
    return next(alike, "")


def _names(facts: Facts) -> Iterator[tuple[re.Pattern[str], Callable[[str], str]]]:
    """What finds a name however it is spelt, and what spells it right."""
    district = facts.district.removesuffix(" Politi")
    parts = [re.escape(part) for part in re.findall(r"\w+", district.removesuffix("s")) if part != "og"]
    if parts:
        # The place alone is no name of an authority.
        yield (
            re.compile(rf"(?<![\w-]){_LOOSE.join(parts)}s?[\s-]+(?:[Pp]olitis?|[Pp]olitikreds\w*)(?!\w)"),
            lambda said: f"{district} {_authority(said)}",
        )
    for name in facts.municipalities:
        first, hyphen, second = name.partition("-")
        if hyphen:
            loose = rf"(?<![\w-]){first}(?: |\s?[–—]\s?|- | -){second}(?![\w-])"
            yield re.compile(loose), partial(_always, name)


def _authority(said: str) -> str:
    """»Politi« has a capital in a name, »politikreds« has none."""
    word = re.split(r"[\s-]+", said)[-1].lower()
    return word.capitalize() if word in ("politi", "politis") else word


def _always(name: str, said: str) -> str:
    return name
