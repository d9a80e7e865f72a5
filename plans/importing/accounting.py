"""Nothing is lost: what was not read into the plan goes word for word to the list of the not understood."""

import re
from collections.abc import Iterable

from plans.importing.blocks import plain
from plans.importing.contents import letters
from plans.importing.findings import ReadPlan
from plans.importing.sentences import sentences

_MARK = re.compile(r"^\s*(?:#{1,6}|[-*•◦▪●–]|\d{1,2}[.)])\s+|^[\s|:-]+$", re.MULTILINE)


def missing_sentences(text: str, plan: ReadPlan) -> list[str]:
    """The sentences of the document, each once, that are neither in the plan nor in `plan.not_understood`."""
    read = letters(" ".join([*_texts(plan), *plan.not_understood]))
    missing: dict[str, None] = {}
    place = 0
    for sentence in sentences_of(text):
        wanted = letters(sentence)
        found = read.find(wanted, place)
        if found >= 0:
            place = found  # the plan keeps the document's order, so that the search seldom begins again
        elif wanted not in read:
            missing[sentence] = None
    return list(missing)


def sentences_of(text: str) -> Iterable[str]:
    """Of a whole document, without its marks; what is no words is left out."""
    for paragraph in re.split(r"\n\s*\n", text):
        for sentence in sentences(plain(_MARK.sub("", paragraph))):
            if sum(map(str.isalpha, sentence)) > 1:
                yield sentence


def _texts(plan: ReadPlan) -> Iterable[str]:
    """What was read, in the document's order; then a heading with its data, which may share its line."""
    yield from plan.title
    for section in plan.sections:
        yield from (section.written, section.heading)
        yield from (block.words for block in [*section.before, *section.taken, *section.after])
        if section.taken:
            yield from (section.heading, *(block.words for block in section.taken))
