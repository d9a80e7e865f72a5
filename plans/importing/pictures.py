"""Pictures are no part of a plan's text: they are left out of it, and each is told with its place."""

import re
from collections.abc import Sequence

from plans.importing.findings import ReadPlan

_PICTURE = re.compile(r"(?<![ \t])[ \t]*!\[(?P<description>[^\[\]\n]*)\]\((?P<address>[^()\n]*)\)")
_MARKS = "#|*•- \t"
_PAGE = "side "
LONGEST_LINE, MOST_TOLD = 60, 30


def picture(description: str = "") -> str:
    """A picture as it stands in a document's text, the way of Markdown."""
    plain = re.sub(r"[^\w ,.:–-]+", " ", description).strip()
    return f"![{plain}]()"


def picture_on_page(number: int) -> str:
    return f"![]({_PAGE}{number})"


def without_pictures(text: str, plan: ReadPlan) -> str:
    """The text alone; `plan.remarks` tells of the pictures."""
    kept: list[str] = []
    end = 0
    for number, match in enumerate(_PICTURE.finditer(text), start=1):
        kept.append(text[end : match.start()])
        end = match.end()
        if number <= MOST_TOLD:
            what = f" og er beskrevet som »{match['description']}«" if match["description"] else ""
            plan.remarks.append(f"Et billede er ikke med. Det står {_place(match['address'], kept)}{what}.")
    plan.has_lost_signs = plan.has_lost_signs or bool(kept)
    if len(kept) > MOST_TOLD:
        plan.remarks.append(f"Det samme gælder {len(kept) - MOST_TOLD} andre billeder.")
    return "".join([*kept, text[end:]])


def _place(address: str, before: Sequence[str]) -> str:
    if address.startswith(_PAGE):
        return f"på {address}"
    lines = (line.strip(_MARKS) for part in reversed(before) for line in reversed(part.split("\n")))
    last = next(filter(None, lines), "")
    if not last:
        return "øverst i dokumentet"
    return f"efter »{last if len(last) <= LONGEST_LINE else f'… {last[-LONGEST_LINE:]}'}«"
