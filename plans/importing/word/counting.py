"""The words of a Word document, counted by one who knows nothing of how it is read."""

from collections import Counter

from plans.importing.blocks.file import count
from plans.importing.word.elements import Element, W
from plans.importing.word.package import Package
from plans.importing.word.styles import Styles
from plans.importing.word.word_ends import lines

ON_EVERY_PAGE = (f"{W}hdr", f"{W}ftr")


def counted(package: Package, styles: Styles) -> Counter[str]:
    """In all its parts; what several of its parts show on every page counts once."""
    words: Counter[str] = Counter()
    seen: set[tuple[str, ...]] = set()
    for _, root in package.parts():
        found = _words(root, styles)
        if root.tag in ON_EVERY_PAGE:
            said = (root.tag, *found)
            if said in seen:
                continue
            seen.add(said)
        words += count(found)
    return words


def _words(root: Element, styles: Styles) -> list[str]:
    return [word for line in lines(root, styles) for word in line.split()]
