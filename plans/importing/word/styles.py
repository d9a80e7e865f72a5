"""Styles, each with what it takes over from the one it is based on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from plans.importing.blocks import Kind
from plans.importing.word.elements import Element, W, indent, is_on, value, whole

_LONGEST_CHAIN = 50
_SWITCHES = {f"{W}{name}": name for name in ("b", "i", "strike", "dstrike", "vanish")}
_TITLES = ("title", "titel", "subtitle", "undertitel")
_HEADING = re.compile(r"(?:heading|overskrift) ?([1-9])")
_CONTENTS = re.compile(r"(?:toc|contents|indholdsfortegnelse) ?[1-9]")
_BODY_TEXT = 9  # as a level in the outline


@dataclass(frozen=True)
class Look:
    bold: bool = False
    italic: bool = False
    raised: bool = False
    lowered: bool = False
    aside: Kind | None = None  # letters of this look are no running text


@dataclass(frozen=True)
class Style:
    """What a style says itself; None and nothing for what it does not say."""

    identity: str
    name: str = ""  # the first of its names, in small letters
    below: str = ""  # what it is based on
    outline: str | None = None
    list_: str | None = None
    list_level: str | None = None
    indent: int | None = None
    switches: Mapping[str, bool] = field(default_factory=dict)
    position: str | None = None


class Styles:
    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(f"{W}style")
        self._by_id = {style.get(f"{W}styleId", ""): _described(style) for style in styles}
        usual = (
            style.get(f"{W}styleId", "")
            for style in styles
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
        )
        self.default = next(usual, "")
        everywhere = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._everywhere = _switches(everywhere)
        self._chains: dict[str, list[Style]] = {}
        self._letters: dict[str, Style] = {}

    def of_paragraph(self, paragraph: Element) -> str:
        return value(paragraph, f"{W}pPr/{W}pStyle") or self.default

    def chain(self, identity: str) -> list[Style]:
        """The style and those below it, the nearest first; its identity alone, where nothing describes it."""
        if identity not in self._chains:
            found = [self._by_id.get(identity) or Style(identity, identity.casefold())]
            while len(found) < _LONGEST_CHAIN and (below := self._by_id.get(found[-1].below)):
                found.append(below)
            self._chains[identity] = found
        return self._chains[identity]

    def level(self, identity: str) -> int | None:
        """1–9 for a heading, 0 for a title; None for text. By the outline first: it knows no languages."""
        for style in self.chain(identity):
            if style.name in _TITLES:
                return 0
            if style.outline is not None:
                return outline_level(style.outline)
            if match := _HEADING.fullmatch(style.name):
                return int(match[1])
        return None

    def is_contents(self, identity: str) -> bool:
        return any(_CONTENTS.fullmatch(style.name) for style in self.chain(identity))

    def look(self, properties: Element | None, paragraph_style: str) -> Look:
        """Of a run with these properties. A switch in both its own style and the paragraph's is off again
        (ISO/IEC 29500-1, 17.7.3).
        """
        below, above = (
            self._of_letters(paragraph_style),
            self._of_letters(value(properties, f"{W}rStyle") or ""),
        )
        own = _switches(properties)
        on = {
            name
            for name in _SWITCHES.values()
            if own.get(name, self._is_on(name, [style.switches for style in (below, above)]))
        }
        position = value(properties, f"{W}vertAlign") or above.position or below.position
        aside = Kind.HIDDEN if "vanish" in on else Kind.STRUCK if on & {"strike", "dstrike"} else None
        return Look("b" in on, "i" in on, position == "superscript", position == "subscript", aside)

    def _is_on(self, name: str, styles: list[Mapping[str, bool]]) -> bool:
        said = [style[name] for style in styles if name in style]
        return sum(said) % 2 == 1 if said else self._everywhere.get(name, False)

    def _of_letters(self, identity: str) -> Style:
        """With all that it takes over."""
        if identity not in self._letters:
            chain = self.chain(identity)
            switches = {name: on for style in chain[::-1] for name, on in style.switches.items()}
            position = next((style.position for style in chain if style.position), None)
            self._letters[identity] = Style(identity, switches=switches, position=position)
        return self._letters[identity]


def outline_level(said: str) -> int | None:
    level = whole(said, _BODY_TEXT, 0, _BODY_TEXT)
    return level + 1 if level < _BODY_TEXT else None


def _described(style: Element) -> Style:
    look = style.find(f"{W}rPr")
    return Style(
        identity=style.get(f"{W}styleId", ""),
        name=(value(style, f"{W}name") or "").split(",")[0].strip().casefold(),
        below=value(style, f"{W}basedOn") or "",
        outline=value(style, f"{W}pPr/{W}outlineLvl"),
        list_=value(style, f"{W}pPr/{W}numPr/{W}numId"),
        list_level=value(style, f"{W}pPr/{W}numPr/{W}ilvl"),
        indent=indent(style.find(f"{W}pPr")),
        switches=_switches(look),
        position=value(look, f"{W}vertAlign"),
    )


def _switches(look: Element | None) -> dict[str, bool]:
    found = look if look is not None else ()
    return {_SWITCHES[one.tag]: is_on(one) for one in found if one.tag in _SWITCHES}
