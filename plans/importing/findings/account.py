"""Nothing is lost: what was not read into the plan goes word for word to the list of the not understood."""

import re
from collections.abc import Iterable, Iterator

from plans.importing.blocks import Block, Table, Words, walk
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.sentences import sentences
from plans.importing.markup import as_html, words_in

_WORD = re.compile(r"[^\W_]+")


def missing_sentences(blocks: Iterable[Block], plan: ReadPlan) -> list[str]:
    """The sentences of the document, each once, that are neither in the plan nor in `plan.not_understood`."""
    read = _apart(" ".join([*_texts(plan), *plan.not_understood]))
    missing: dict[str, None] = {}
    place = 0
    for sentence in sentences_of(blocks):
        wanted = _apart(sentence)
        found = read.find(wanted, place)
        if found >= 0:
            place = found  # the plan keeps the document's order, so that the search seldom begins again
        elif wanted not in read:
            missing[sentence] = None
    return list(missing)


def sentences_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Of a whole document; what is no words is left out."""
    for words in _words(blocks):
        for sentence in sentences(words):
            if sum(map(str.isalpha, sentence)) > 1:
                yield sentence


def _texts(plan: ReadPlan) -> Iterator[str]:
    """What was read, in the document's order; then a heading with its data, which may share its line."""
    yield from plan.title
    for section in plan.sections:
        taken = [block for block in section.taken if not isinstance(block, Table)]
        yield from (section.written, section.heading)
        yield from (*_texts_of(section.before), *_words(taken), *_texts_of(section.after))
        if section.taken:
            yield from (section.heading, *_words(taken))
    yield from _data(plan)


def _texts_of(blocks: list[Block]) -> list[str]:
    return words_in(as_html(blocks)).split("\n")


def _data(plan: ReadPlan) -> Iterator[str]:
    """What was taken out of tables: a table may hold more than that."""
    yield from (f"{one.name} {one.title}" for one in plan.signatories)
    for municipality, titles in plan.priorities.items():
        yield from (f"{municipality} Kommune", *titles)
    for area in plan.prevention_areas:
        yield f"{area.name} {area.municipality}"


def _apart(text: str) -> str:
    """Word by word, so that two words which ran together are other words."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    yield from (block.words for block in walk(blocks) if isinstance(block, Words))
