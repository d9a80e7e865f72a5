import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.checks.old_status import STATUS
from plans.consistency.findings import Finding
from plans.consistency.text_sources import has_source_note, names_a_source

_FIGURE = re.compile(
    r"(?<![\d./§-])(?:\d+(?:[.,]\d+)?\s?(?:%|procent|pct\b|promille)|\d{1,3}(?:\.\d{3})+|\d{3,})(?![\d-])"
)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LAW = re.compile(
    r"§|\b\w*(?:lov|loven|lovens|bekendtgørelse\w*|cirkulære\w*)\b|\bstk\.|\bnr\.", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\b(?:mindst|højst|mere end|mindre end|over(?:stiger|skrider)?|under|op til|minimum|maksimum|maksimalt"
    r"|fra\s\d+\s(?:til|-)|telefon\w*|tlf|ring)\b",
    re.IGNORECASE,
)


class FigureSources(TextCheck):
    """Figures of three digits and percentages that nobody can look up; one finding a section."""

    code = "figure-sources"
    title = "Status og tal"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        if text.data_kind == "figures":
            return
        figures = [
            found[0]
            for sentence in text.sentences
            if _DIGIT.search(sentence)  # most have none, and this is seen at once
            for found in _FIGURE.finditer(sentence)
            if not (_YEAR.fullmatch(found[0]) or _needs_no_source(sentence))
        ]
        if figures and not (has_source_note(text) or STATUS.search(text.words)):
            quoted = ", ".join(dict.fromkeys(figures))
            yield self.finding(
                f"»{text.place.title}« nævner {quoted} uden kilde og dato. Skriv, hvor tallene er fra.",
                text.place,
                quoted,
            )


def _needs_no_source(sentence: str) -> bool:
    return bool(_LAW.search(sentence) or _CONDITION.search(sentence)) or names_a_source(sentence)
