import re
from collections.abc import Iterator

from plans.consistency.check import TextCheck
from plans.consistency.checked_plan import CheckedPlan, Text
from plans.consistency.findings import Finding

_NO_BRACKET = re.compile(r"(?:(?<=\s)|^)(?:[\w*]{1,2})\)|[:;]-?[()]")
_SIGNS = {
    "parenteserne": ("(", ")"),
    "de kantede parenteser": ("[", "]"),
    "anførselstegnene": ("»", "«"),
}
_ALIKE = ('"', "”“„")  # these open and close


class Brackets(TextCheck):
    """A bracket or a quotation that is opened and not closed, or the other way round."""

    code = "brackets"
    title = "Tegn"

    def find_in(self, text: Text, plan: CheckedPlan) -> Iterator[Finding]:
        for line in [text.heading, *(line for block in text.blocks for line in block.lines)]:
            rest = _NO_BRACKET.sub("", line)
            for signs, (opens, closes) in _SIGNS.items():
                if not _is_paired(rest, opens, closes):
                    yield self._of(text, line, signs)
            if any(sum(map(rest.count, marks)) % 2 for marks in _ALIKE):
                yield self._of(text, line, "anførselstegnene")

    def _of(self, text: Text, line: str, signs: str) -> Finding:
        quoted = line if len(line) <= 80 else f"{line[:80].rsplit(' ', 1)[0]} …"
        return self.finding(
            f"I »{text.place.title}« går {signs} ikke op to og to: {quoted.rstrip('.')}.", text.place, quoted
        )


def _is_paired(line: str, opens: str, closes: str) -> bool:
    """As many of both, and never one that closes before the one that opens."""
    if opens not in line and closes not in line:
        return True
    depth = 0
    for sign in line:
        depth += (sign == opens) - (sign == closes)
        if depth < 0:
            return False
    return depth == 0
