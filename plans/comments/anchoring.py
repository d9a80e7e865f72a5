"""Where a quotation stands in a text: the TextQuoteSelector of the W3C Web Annotation Data Model.

A text is read as its words with single spaces, so that neither markup nor lines matter.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from plans.comments.models import AROUND
from plans.document.models import Section
from samarbejde.text.rich_text import plain_text


@dataclass(frozen=True)
class Quotation:
    exact: str = ""
    prefix: str = ""
    suffix: str = ""


WHOLE = Quotation()


def words(text: str) -> str:
    return " ".join(text.split())


def text_of(section: Section) -> str:
    """As it is written."""
    return words(plain_text(f"{section.body}{section.closing}"))


def found_in(quotation: Quotation, texts: Iterable[str]) -> tuple[int, str] | None:
    """Its place in the first of the texts that has it, with that text."""
    for text in texts:
        if (place := place_of(quotation, text)) is not None:
            return place, text
    return None


def place_of(quotation: Quotation, text: str) -> int | None:
    """Where it begins, or None; of several like it, the one with the most of the words around it."""
    places = list(_places(quotation.exact, text))
    if not places:
        return None
    return max(places, key=lambda place: (_around(quotation, text, place), -place))


def quotation_at(place: int, exact: str, text: str) -> Quotation:
    """What is kept of a place: the words, and a little of what stands around them."""
    end = place + len(exact)
    return Quotation(exact, text[max(0, place - AROUND) : place], text[end : end + AROUND])


def _places(exact: str, text: str) -> Iterator[int]:
    place = text.find(exact) if exact else -1
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def _around(quotation: Quotation, text: str, place: int) -> int:
    """How many characters before and after are as they were; spaces at the quotation do not count."""
    end = place + len(quotation.exact)
    before = text[max(0, place - AROUND) : place].rstrip()[::-1]
    after = text[end : end + AROUND].lstrip()
    return _alike(before, quotation.prefix.rstrip()[::-1]) + _alike(after, quotation.suffix.lstrip())


def _alike(first: str, second: str) -> int:
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
