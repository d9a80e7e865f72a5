"""What a heading is numbered by: "3.1", "Kapitel 2", "IV.", "B)", "§ 5". The portal gives its own."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from plans.importing.blocks import Heading

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_VALUE = r"\d{1,3}|[IVXLC]{1,6}|[A-ZÆØÅ]"


class Style(Enum):
    DECIMAL = auto()
    CHAPTER = auto()
    ROMAN = auto()
    LETTER = auto()


@dataclass(frozen=True)
class Label:
    written: str  # as the document has it
    numbers: tuple[int, ...]  # 3, 1 of "3.1"
    style: Style
    words: str  # of the heading, without it


_DECIMAL = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(\S.*)")
_CHAPTER = re.compile(rf"((?:kapitel|kap\.|§)\s*({_VALUE})\b)[\s.:–-]*(.*)", re.IGNORECASE)
_ROMAN_LABEL = re.compile(r"([IVXLC]{1,6})[.):]\s+(?![A-ZÆØÅ]\.)(\S.*)")
_LETTER = re.compile(r"([A-ZÆØÅ])[.):]\s+(?![A-ZÆØÅ]\.)(\S.*)")


def labels_of(heading: Heading) -> list[Label]:
    """The ways to read it, the likeliest first: »I.« is a Roman number or a letter."""
    if heading.number:
        return _counted(heading)
    words = heading.words
    if match := _DECIMAL.fullmatch(words):
        numbers = tuple(map(int, match[1].split(".")))
        return [Label(match[1], numbers, Style.DECIMAL, match[2])]
    if match := _CHAPTER.fullmatch(words):
        return [Label(match[1], (value_of(match[2]),), Style.CHAPTER, match[3])]
    found = []
    if match := _ROMAN_LABEL.fullmatch(words):
        found.append(Label(match[1], (value_of(match[1]),), Style.ROMAN, match[2]))
    if match := _LETTER.fullmatch(words):
        found.append(Label(match[1], (ord(match[1]) - ord("A") + 1,), Style.LETTER, match[2]))
    return found


def _counted(heading: Heading) -> list[Label]:
    """The program's own number, whatever it writes around it; none when there are no numbers in it."""
    parts = re.findall(rf"\b(?:{_VALUE})\b", heading.number)
    is_decimal = re.fullmatch(r"[\d.]+", heading.number) is not None
    style = Style.DECIMAL if is_decimal else Style.CHAPTER
    words = heading.words.removeprefix(heading.number).lstrip(" .:–-") or heading.words
    return [Label(heading.number.rstrip("."), tuple(map(value_of, parts)), style, words)] if parts else []


def value_of(sign: str) -> int:
    """Of a number, a Roman number or a letter."""
    if sign.isdigit():
        return int(sign)
    values = [_ROMAN[one] for one in sign.upper() if one in _ROMAN]
    if len(values) < len(sign):
        return ord(sign.upper()) - ord("A") + 1
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
