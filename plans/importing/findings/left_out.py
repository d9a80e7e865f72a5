"""The account of a file: what stands beside its running text, and whether the sum of its words holds."""

import re
from collections import defaultdict
from collections.abc import Iterable

from plans.importing.blocks import Kind, ReadFile
from plans.importing.findings.plan import ReadPlan
from plans.importing.likeness import letters
from samarbejde.danish import listing

LONGEST_SHOWN, MOST_SHOWN = 60, 5
_MADE_BY_PORTAL = (Kind.CONTENTS, Kind.PAGE_NUMBER)
_LONE_NUMBER = re.compile(r"(?:side\s+)?\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?", re.IGNORECASE)
_TOLD_ELSEWHERE = (Kind.HOST_PAGE,)


def tell_of_left_out(file: ReadFile, plan: ReadPlan) -> None:
    """Each kind once, with its words; and the words that nobody knows the place of."""
    by_kind: dict[Kind, list[str]] = defaultdict(list)
    for block in file.left_out:
        kind = Kind.PAGE_NUMBER if _LONE_NUMBER.fullmatch(block.text.strip()) else block.kind
        if letters(block.text):
            by_kind[kind].append(" ".join(block.text.split()))
    for kind, texts in by_kind.items():
        if kind in _MADE_BY_PORTAL:
            plan.made_by_portal.append(f"{kind} ({len(texts)})")
        elif kind is Kind.UNKNOWN:
            _add(plan, texts)
        elif kind not in _TOLD_ELSEWHERE:
            plan.left_out.append(told(kind, list(dict.fromkeys(texts))))
            _add(plan, texts)
    plan.came_along += [f"{what[0].upper()}{what[1:]} ({number})" for what, number in file.followed.items()]
    _tell_of_sum(file, plan)


def _add(plan: ReadPlan, texts: Iterable[str]) -> None:
    plan.not_understood += [text for text in dict.fromkeys(texts) if text not in plan.not_understood]


def _tell_of_sum(file: ReadFile, plan: ReadPlan) -> None:
    """Words of the file that the reading does not have, and words that it has beyond them."""
    if missing := file.missing:
        shown = "".join(missing) if file.by_letters else " ".join(missing.elements())
        plan.not_understood.append(shown)
        plan.remarks.append("Noget af filens tekst kunne ikke læses. Det står under »Ikke forstået«.")
    if (invented := file.invented) and not file.by_letters:
        words = listing(f"»{word}«" for word in list(invented)[:MOST_SHOWN])
        plan.remarks.append(f"Ord kan være løbet sammen: {words}. Læs dem efter i planen.")


def told(kind: Kind, texts: list[str]) -> str:
    shown = ", ".join(f"»{shortened(one)}«" for one in texts[:MOST_SHOWN])
    more = f" og {len(texts) - MOST_SHOWN} til" if len(texts) > MOST_SHOWN else ""
    return f"{kind[0].upper()}{kind[1:]} ({len(texts)}): {shown}{more}"


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
