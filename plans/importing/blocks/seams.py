"""Where a line ended because it was full, the text runs on: with a space, or as one word that was divided."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plans.importing.blocks.blocks import Run

WRAP, BREAK = "\n", "\u2028"  # a line ended because it was full; because somebody wanted it so
_LINE_END = re.compile(f"[{WRAP}{BREAK}]")
_SEAM = re.compile(r"[ \t]*\n[ \t]*")
_DIVIDED = re.compile(r"(\w+)-$")


def flowing(text: str) -> str:
    """The text without `WRAP`; a line that somebody ended keeps its end."""
    for begin, end, between in reversed(_seams(text)):
        text = f"{text[:begin]}{between}{text[end:]}"
    return text


def flowing_runs(runs: "tuple[Run, ...]") -> "tuple[Run, ...]":
    """Likewise, each letter in its own look."""
    texts = [run.text for run in runs]
    for begin, end, between in reversed(_seams("".join(texts))):
        at = 0
        for place, text in enumerate(texts):
            first, last = max(begin - at, 0), min(end - at, len(text))
            at += len(text)
            if first < last:
                texts[place] = f"{text[:first]}{between}{text[last:]}"
                between = ""
    return tuple(replace(run, text=text) for run, text in zip(runs, texts, strict=True))


def lines_of(runs: "tuple[Run, ...]") -> "list[tuple[Run, ...]]":
    """Line by line, each letter in its own look; empty lines are none."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = _LINE_END.split(run.text)
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=other, note=None)] for other in others]
    seen = (tuple(run for run in line if run.text or run.note) for line in lines)
    return [line for line in seen if "".join(run.text for run in line).strip()]


def _seams(text: str) -> list[tuple[int, int, str]]:
    """Begin and end of what is to be replaced, and by what."""
    return [_seam(text, match) for match in _SEAM.finditer(text)]


def _seam(text: str, match: re.Match[str]) -> tuple[int, int, str]:
    """A divided word is made whole; the hyphen of "SSP-" and "Midt-" stays."""
    before, after = text[: match.start()], text[match.end() :]
    if before.endswith("/"):
        return match.start(), match.end(), ""
    divided = _DIVIDED.search(before[-100:])
    if not divided or after.startswith(("og ", "eller ", "samt ")):
        return match.start(), match.end(), " "
    if divided[1].isupper() or divided[1][-1].isdigit() or not after[:1].islower():
        return match.start(), match.end(), ""
    return match.start() - 1, match.end(), ""
