"""`python -m samarbejde.running.typefaces`: write static/css/typefaces.css, after a new version of dkfds.

The design system's own rules load every face whole, one of them three times. Its package has the same faces
in parts as well, each for some characters: a browser fetches a part when the page has one of its characters.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

from samarbejde.running import CHECKOUT

STYLESHEET = CHECKOUT / "static" / "css" / "typefaces.css"
FONTS = CHECKOUT / "node_modules" / "dkfds" / "dist" / "fonts"
FOLDER = "IBMPlexSans/split/woff2"
FACES = {  # as the files call them: weight and style
    "Regular": (400, "normal"),
    "Italic": (400, "italic"),
    "Medium": (500, "normal"),
    "SemiBold": (600, "normal"),
    "SemiBoldItalic": (600, "italic"),
    "Bold": (700, "normal"),
    "BoldItalic": (700, "italic"),
}
PARTS = ("Latin1", "Latin2", "Latin3", "Pi", "Greek", "Cyrillic")  # what two have is taken from the first
HEAD = """\
/* IBM Plex Sans in parts; licence beside them. Written by `python -m samarbejde.running.typefaces`. */
html { font-family: "Plex", system-ui, sans-serif; }
"""
RULE = """\
@font-face {{ font-family: "Plex"; font-weight: {weight}; font-style: {style}; font-display: swap; \
src: url("../dkfds/fonts/{file}") format("woff2"); unicode-range: {range}; }}
"""


def stylesheet() -> str:
    return HEAD + "".join(_rule(face, part, signs) for part, signs in parts().items() for face in FACES)


def parts() -> dict[str, set[int]]:
    """The characters that each part is fetched for, those that every face has in it."""
    taken: set[int] = set()
    found = {}
    for part in PARTS:
        found[part] = set.intersection(*(characters(file_of(face, part)) for face in FACES)) - taken
        taken |= found[part]
    return found


def file_of(face: str, part: str) -> str:
    return f"{FOLDER}/IBMPlexSans-{face}-{part}.woff2"


def characters(file: str) -> set[int]:
    with TTFont(FONTS / file) as font:
        return {sign for sign in font.getBestCmap() if sign >= ord(" ")}


def _rule(face: str, part: str, signs: Iterable[int]) -> str:
    weight, style = FACES[face]
    return RULE.format(weight=weight, style=style, file=file_of(face, part), range=", ".join(_spans(signs)))


def _spans(signs: Iterable[int]) -> Iterator[str]:
    """`U+20-7E` for what follows on each other, `U+131` for one alone."""
    spans: list[list[int]] = []
    for sign in sorted(signs):
        if spans and sign == spans[-1][1] + 1:
            spans[-1][1] = sign
        else:
            spans.append([sign, sign])
    for first, last in spans:
        yield f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}"


def main() -> int:
    Path(STYLESHEET).write_text(stylesheet())
    return 0


if __name__ == "__main__":
    sys.exit(main())
