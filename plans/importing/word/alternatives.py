"""The same content in two forms, of which a program shows the first that it knows."""

from collections import Counter
from collections.abc import Iterable

from plans.importing.word.elements import ALTERNATE, BOXES, PARAGRAPH, TEXTS, Element, W
from plans.importing.word.signs import SIGNS, letters

_SHOWS = (*TEXTS, *SIGNS, *BOXES, f"{W}drawing", f"{W}pict", f"{W}object")
_DEEPEST_COMPARED = 5  # each is compared anew in all that it stands in


def branches(alternate: Element) -> tuple[Element | None, list[Element]]:
    """The one that is shown, and of the others those that say something else."""
    every = list(alternate)
    shown = next((one for one in every if any(True for _ in one.iter(*_SHOWS))), None)
    if shown is None:
        return (every[0] if every else None), every[1:]
    if len(every) == 1 or sum(1 for _ in alternate.iterancestors(ALTERNATE)) > _DEEPEST_COMPARED:
        return shown, [one for one in every if one is not shown]
    words = _words(shown)
    return shown, [one for one in every if one is not shown and _words(one) - words]


def repeated(root: Element) -> set[Element]:
    """What stands in a branch that says no more than the one that is shown."""
    found: set[Element] = set()
    for alternate in root.iter(ALTERNATE):
        shown, others = branches(alternate)
        for branch in set(alternate) - {shown, *others}:
            found.update(branch.iter(*TEXTS, *SIGNS))
    return found


def plain_lines(elements: Iterable[Element]) -> list[str]:
    """What text and signs say, those of one paragraph in one line."""
    paragraphs: dict[Element | None, list[str]] = {}
    for element in elements:
        paragraph = next(element.iterancestors(PARAGRAPH), None)
        paragraphs.setdefault(paragraph, []).append(letters(element))
    return [line for said in paragraphs.values() if (line := "".join(said)).strip()]


def _words(branch: Element) -> Counter[str]:
    return Counter(word for line in plain_lines(branch.iter(*TEXTS, *SIGNS)) for word in line.split())
