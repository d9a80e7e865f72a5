"""What the document has beside its text: heads and feet of pages, comments, and what nobody understood."""

from collections.abc import Iterator

from plans.importing.blocks import Kind, LeftOut
from plans.importing.word.alternatives import plain_lines, repeated
from plans.importing.word.counting import ON_EVERY_PAGE
from plans.importing.word.elements import PARAGRAPH, TEXTS, Element, W
from plans.importing.word.package import Package
from plans.importing.word.signs import SIGNS
from plans.importing.word.walk import Walk
from plans.importing.word.word_ends import lines

_OF_PAGES = dict(zip(ON_EVERY_PAGE, (Kind.HEADER, Kind.FOOTER), strict=True))


def besides(package: Package, walk: Walk) -> list[LeftOut]:
    """After the walk; what stands on every page once, however many parts of the file repeat it."""
    found: list[LeftOut] = []
    seen: set[tuple[str, ...]] = set()
    for _, root in package.parts():
        if kind := _OF_PAGES.get(root.tag):
            for one in walk.leave(kind, root, kind.value):
                if (said := (kind, *one.text.split())) not in seen:
                    found.append(one)
                    seen.add(said)
        elif root.tag == f"{W}comments":
            for comment in root.findall(f"{W}comment"):
                place = walk.places_of_comments.get(comment.get(f"{W}id", ""), Kind.COMMENT.value)
                found += walk.leave(Kind.COMMENT, comment, place)
    for note in walk.notes.uncalled():
        found += walk.leave(Kind.UNCALLED_NOTE, note, "noter")
    return [*found, *_not_understood(package, walk)]


def _not_understood(package: Package, walk: Walk) -> Iterator[LeftOut]:
    """Every element of text that the walk did not meet, wherever it stands, a paragraph at a time."""
    for name, root in package.parts():
        paragraphs: dict[Element | None, list[Element]] = {}
        known = walk.visited | repeated(root)
        for element in root.iter(*TEXTS, *SIGNS):
            if element not in known:
                paragraphs.setdefault(next(element.iterancestors(PARAGRAPH), None), []).append(element)
        for paragraph, elements in paragraphs.items():
            said = plain_lines(elements)
            cut = [] if paragraph is None else lines(paragraph, walk.styles)
            if text := "\n".join(line.strip() for line in (cut if _letters(cut) == _letters(said) else said)):
                yield LeftOut(f"filens del {name}", Kind.UNKNOWN, text)
    for name in package.unreadable:
        yield LeftOut(f"filens del {name}, som ikke kan læses", Kind.UNKNOWN, "")


def _letters(said: list[str]) -> list[str]:
    return sorted("".join("".join(said).split()))
