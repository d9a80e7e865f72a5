"""Pictures are no part of a plan's text: each is told with its place, and what it shows."""

from collections.abc import Sequence

from plans.importing.blocks import Block, Picture, Words, walk
from plans.importing.findings.plan import ReadPlan

LONGEST_LINE, MOST_TOLD = 60, 30


def tell_of_pictures(blocks: Sequence[Block], plan: ReadPlan) -> None:
    last, number = "", 0
    for block in walk(blocks):
        if isinstance(block, Words):
            last = block.words or last
        if not isinstance(block, Picture):
            continue
        number += 1
        if number <= MOST_TOLD:
            shows = " ".join(block.shows.split())
            what = f" og er beskrevet som »{shows}«" if shows else ""
            plan.remarks.append(f"Et billede er ikke med. Det står {_place(block, last)}{what}.")
    plan.has_lost_signs = plan.has_lost_signs or number > 0
    if number > MOST_TOLD:
        plan.remarks.append(f"Det samme gælder {number - MOST_TOLD} andre billeder.")


def _place(picture: Picture, last: str) -> str:
    if picture.place.startswith("side "):
        return f"på {picture.place}"
    if not last:
        return "øverst i dokumentet"
    return f"efter »{last if len(last) <= LONGEST_LINE else f'… {last[-LONGEST_LINE:]}'}«"
