import re
from collections.abc import Iterator

from plans.consistency.check import Check
from plans.consistency.checked_plan import CheckedPlan
from plans.consistency.findings import Finding, Place
from samarbejde import danish

_KINDS = {
    "»…«": re.compile(r"»[^»«\n]+«"),
    "”…”": re.compile(r"[”“„][^”“„\n]+[”“]"),
    '"…"': re.compile(r'"[^"\n]+"'),
    "'…'": re.compile(r"(?<!\w)['‘’](?=\S)[^'‘’\n]{2,60}(?<=\S)['’](?!\w)"),
}


class QuotationMarks(Check):
    """One kind of quotation marks in the whole plan; what is used least is told."""

    code = "quotation-marks"
    title = "Tegn"

    def find(self, plan: CheckedPlan) -> Iterator[Finding]:
        used: dict[str, list[Place]] = {kind: [] for kind in _KINDS}
        for text in plan.texts:
            for kind, pattern in _KINDS.items():
                used[kind] += [text.place] * len(pattern.findall(text.words))
        kinds = sorted((kind for kind in used if used[kind]), key=lambda kind: len(used[kind]))
        if len(kinds) > 1:
            counted = danish.listing(f"{kind} ({len(used[kind])})" for kind in reversed(kinds))
            odd = dict.fromkeys(place for kind in kinds[:-1] for place in used[kind])
            yield self.finding(
                f"Planen blander anførselstegn: {counted}. Vælg den ene slags.",
                quotation=" ".join(sorted(kinds)),
                also=odd,
            )
