"""What cannot be printed is left out or parted, and told: no import fails for one odd sign."""

import re

from plans.importing.accounting import sentences_of
from plans.importing.findings import ReadPlan
from samarbejde.danish import listing, number_text
from samarbejde.text.characters import LONGEST_WORD, unprinted, without_unprinted


def made_printable(text: str, plan: ReadPlan) -> str:
    """The text as it can be printed; what is left out stands in `plan.remarks` and `plan.not_understood`."""
    if odd := unprinted(text):
        _tell(text, odd, plan)
        plan.has_lost_signs = True
        text = "\n".join(_printed(line) for line in text.split("\n"))
    parted = re.sub(r"\S+", _in_parts, text)
    if parted != text:
        plan.remarks.append(f"Ord med over {number_text(LONGEST_WORD)} tegn er delt med mellemrum.")
    return parted


def _in_parts(word: re.Match[str]) -> str:
    return " ".join(word[0][at : at + LONGEST_WORD] for at in range(0, len(word[0]), LONGEST_WORD))


def _tell(text: str, odd: list[str], plan: ReadPlan) -> None:
    """Signs are told by themselves; letters and numbers, word for word, with the sentence they stand in."""
    shown = listing(f"»{run}«" for run in odd)
    plan.remarks.append(f"Planens PDF kan ikke vise {shown}. De tegn er udeladt.")
    words = [run for run in odd if any(map(str.isalnum, run))]
    for sentence in sentences_of(text) if words else ():
        if any(word in sentence for word in words):
            plan.not_understood.append(sentence)


def _printed(line: str) -> str:
    return re.sub(" {2,}", " ", without_unprinted(line)).strip() if unprinted(line) else line
