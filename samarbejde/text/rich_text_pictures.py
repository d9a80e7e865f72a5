"""Pictures in plan text: the text names each by its content and says what it shows; they lie elsewhere."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Self

from django.utils.html import escape, format_html

from samarbejde.text.characters import printable

LONGEST_WORDS = 600  # letters of what a picture shows
BIGGEST = 5_000  # pixels across or down

_NAME = re.compile(r"[0-9a-f]{64}")
_SIZE = re.compile(r"([1-9]\d{0,3})x([1-9]\d{0,3})")
_FIGURE = re.compile(
    r'<figure data-picture="(?P<name>[0-9a-f]{64})" data-size="(?P<width>\d+)x(?P<height>\d+)"'
    r' data-alt="(?P<alt>[^"]*)">(?:<figcaption>(?P<caption>[^<>]*)</figcaption>)?</figure>'
)


@dataclass(frozen=True)
class Picture:
    """As a text has it: `alt` is "" where it is decoration, `caption` where it has none. Both are plain."""

    name: str  # SHA-256 of what it is made of
    width: int
    height: int
    alt: str
    caption: str = ""

    @classmethod
    def read(cls, attributes: Mapping[str, str]) -> Self | None:
        """None where they name no picture."""
        name, size = attributes.get("data-picture", ""), _SIZE.fullmatch(attributes.get("data-size", ""))
        if not _NAME.fullmatch(name) or size is None or max(map(int, size.groups())) > BIGGEST:
            return None
        alt = " ".join(printable(attributes.get("data-alt", "")).split())
        return cls(name, int(size[1]), int(size[2]), alt)

    @property
    def is_decoration(self) -> bool:
        return not self.alt and not self.caption

    @property
    def opening(self) -> str:
        return (
            f'<figure data-picture="{self.name}" data-size="{self.width}x{self.height}"'
            f' data-alt="{escape(self.alt)}">'
        )

    @property
    def html(self) -> str:
        below = f"<figcaption>{escape(self.caption)}</figcaption>" if self.caption else ""
        return f"{self.opening}{below}</figure>"


def pictures(html: str) -> list[Picture]:
    """Those of a text that `clean` has written, in reading order."""
    return [_picture(match) for match in _FIGURE.finditer(html)] if "<figure" in html else []


def each_as(html: str, write: Callable[[Picture], str]) -> str:
    """The text with what `write` makes of each picture in its place."""
    return _FIGURE.sub(lambda match: write(_picture(match)), html) if "<figure" in html else html


def in_words(html: str) -> str:
    """The text with paragraphs of what its pictures show, and say below them, in their place."""

    def told(picture: Picture) -> str:
        return "".join(f"<p>{escape(words)}</p>" for words in (picture.alt, picture.caption) if words)

    return each_as(html, told)


def absent(html: str) -> str:
    """The text for where its pictures are not shown: each is told of."""

    def told(picture: Picture) -> str:
        shown = format_html("<p>[Billede: {}]</p>", picture.alt or "pynt")
        caption = format_html("<figcaption>{}</figcaption>", picture.caption) if picture.caption else ""
        return f'<figure class="picture is-absent">{shown}{caption}</figure>'

    return each_as(html, told)


def _picture(match: re.Match[str]) -> Picture:
    alt, caption = unescape(match["alt"]), unescape(match["caption"] or "")
    return Picture(match["name"], int(match["width"]), int(match["height"]), alt, caption)
