"""How far right the lines of a column go."""

from collections.abc import Iterable

from plans.importing.pdf.characters import Character
from plans.importing.pdf.lines import Line

NEAR = 4  # points


class Edges:
    """Of lines that begin as far from the left, on the same page and in letters of the same height."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.found: dict[tuple[int, int, int, int], float] = {}
        for line in lines:
            key = _key(line.letters[0])
            self.found[key] = max(self.found.get(key, 0.0), line.right)

    def right_of(self, letter: Character) -> float:
        """Of the column in which a line begins with this letter; 0 where nothing is known."""
        page, turned, height, left = _key(letter)
        return max(self.found.get((page, turned, height, near), 0.0) for near in (left - 1, left, left + 1))


def _key(letter: Character) -> tuple[int, int, int, int]:
    return letter.look.page, letter.look.turned, round(letter.height), round(letter.left / NEAR)
