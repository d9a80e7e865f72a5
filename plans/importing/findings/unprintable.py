"""What cannot be printed is left out or parted, and told: no import fails for one odd sign."""

import re
from collections.abc import Sequence

from plans.importing.blocks import Block, Words, walk
from plans.importing.blocks.rewriting import rewritten
from plans.importing.findings.account import sentences_of
from plans.importing.findings.plan import ReadPlan
from samarbejde.danish import listing, number_text
from samarbejde.text.characters import LONGEST_WORD, unprinted, without_unprinted


def made_printable(blocks: Sequence[Block], plan: ReadPlan) -> list[Block]:
    """The blocks as they can be printed; what is left out stands in `plan.remarks`, words word for word."""
    texts = [block.text for block in walk(blocks) if isinstance(block, Words)]
    if odd := unprinted(" ".join(texts)):
        _tell(blocks, odd, plan)
        plan.has_lost_signs = True
        blocks = [block for block in rewritten(blocks, _printed) if not _is_empty(block)]
    if any(len(word) > LONGEST_WORD for text in texts for word in text.split()):
        blocks = rewritten(blocks, _parted)
        plan.remarks.append(f"Ord med over {number_text(LONGEST_WORD)} tegn er delt med mellemrum.")
    return list(blocks)


def _tell(blocks: Sequence[Block], odd: list[str], plan: ReadPlan) -> None:
    """Signs are told by themselves; letters and numbers, word for word, with the sentence they stand in."""
    shown = listing(f"»{run}«" for run in odd)
    plan.remarks.append(f"Planens PDF kan ikke vise {shown}. De tegn er udeladt.")
    words = [run for run in odd if any(map(str.isalnum, run))]
    for sentence in sentences_of(blocks) if words else ():
        if any(word in sentence for word in words):
            plan.not_understood.append(sentence)


def _is_empty(block: Block) -> bool:
    return isinstance(block, Words) and not block.words and not any(run.note for run in block.runs)


def _parted(text: str) -> str:
    return re.sub(r"\S+", _in_parts, text)


def _in_parts(word: re.Match[str]) -> str:
    return " ".join(word[0][at : at + LONGEST_WORD] for at in range(0, len(word[0]), LONGEST_WORD))


def _printed(text: str) -> str:
    return re.sub(" {2,}", " ", without_unprinted(text)) if unprinted(text) else text
