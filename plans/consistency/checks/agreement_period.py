import re
from collections import defaultdict
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding, Place
from samarbejde import danish

_AGREEMENT = re.compile(r"\b(?:flerårs)?aftale(?:n|r|rne)?\b", re.IGNORECASE)
_SPAN = re.compile(r"(?P<first>20\d\d)(?:\s?[–-]\s?|\stil\s(?:og med\s)?)(?P<last>20\d\d)")
_UNTIL = re.compile(
    r"\b(?:til og med|(?:forlænget|gælder|løber)(?: frem)? til(?: (?:udgangen|slutningen) af)?"
    r"|(?:udløber|slutter|ophører)(?: (?:med|ved) udgangen af| i)?)"
    r"\s(?:\w+\s)?(?P<last>20\d\d)"
)

# Of an agreement that came before: when that ended is no news.
_EARLIER = re.compile(
    r"\b(?:tidligere|forrige|foregående|hidtidige|gamle|udløb|ophørte|sluttede|afløser|afløste|erstatter)\b",
    re.IGNORECASE,
)


class AgreementPeriod(Check):
    """All that is said of when the multi-year agreement ends must be one year, and the register's."""

    code = "agreement-period"
    title = "Flerårsaftalen"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        ends: dict[int, list[tuple[str, Place]]] = defaultdict(list)
        for text in plan.sections:
            for year, words in _ends(text):
                ends[year].append((words, text.place))
        if not ends:
            return
        places = list(dict.fromkeys(place for said in ends.values() for _, place in said))
        if len(ends) > 1:
            quoted = danish.listing(f"»{ends[year][0][0]}«" for year in sorted(ends))
            yield self.finding(
                f"Planen siger {quoted} om, hvornår flerårsaftalen slutter. Skriv det samme overalt.",
                quotation=quoted,
                also=places,
            )
        yield from self._begun_otherwise(plan)
        latest = max(ends)
        registered = {agreement.last_year for agreement in plan.facts.agreements}
        if registered and latest not in registered:
            yield self.finding(
                f"Planen siger »{ends[latest][0][0]}« om flerårsaftalen. Registret har "
                f"{danish.listing(map(str, sorted(registered)))} som sidste år.",
                quotation=str(latest),
                also=places,
            )

    def _begun_otherwise(self, plan: CheckedPlan) -> Iterator[Finding]:
        """»2023-2027«, where the register has an agreement 2024-2027."""
        first = {agreement.last_year: agreement.from_year for agreement in plan.facts.agreements}
        first |= {agreement.to_year: agreement.from_year for agreement in plan.facts.agreements}
        for text in plan.sections:
            for said in _spans(text):
                begun = first.get(int(said["last"]), 0)
                if begun and int(said["first"]) != begun:
                    yield self.finding(
                        f"»{text.place.title}« siger »{said[0]}« om flerårsaftalen. Registret har "
                        f"{begun} som første år.",
                        text.place,
                        said[0],
                    )


def _is_of_it(words: str) -> bool:
    return bool(_AGREEMENT.search(words)) and not _EARLIER.search(words)


def _spans(text: Text) -> Iterator[re.Match[str]]:
    for words in (text.heading, *text.sentences):
        if _is_of_it(words):
            yield from _SPAN.finditer(words)


def _ends(text: Text) -> Iterator[tuple[int, str]]:
    if _is_of_it(text.heading) and (span := _SPAN.search(text.heading)):
        yield int(span["last"]), text.heading[: span.end()]
    for sentence in text.sentences:
        if not _is_of_it(sentence):
            continue
        for said in [*_SPAN.finditer(sentence), *_UNTIL.finditer(sentence)]:
            yield int(said["last"]), said[0]
