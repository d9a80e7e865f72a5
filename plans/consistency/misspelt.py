"""Whether a word is another with one letter wrong. Inflections are never taken for slips."""

from collections.abc import Iterable

SHORTEST = 10  # letters: shorter words are too often other words


def meant(word: str, right_words: Iterable[str]) -> str:
    """The one of these that `word` is a slip of; "" where it is none, or is right."""
    return next((right for right in right_words if is_slip(word, right)), "")


def is_slip(word: str, right: str) -> bool:
    """One letter wrong, missing, too many, or two changed about – but not the first or the last."""
    if word[:1] != right[:1] or word[-1:] != right[-1:]:  # most are told apart by this
        return False
    if word == right or min(len(word), len(right)) < SHORTEST or abs(len(word) - len(right)) > 1:
        return False
    first = next(at for at, (one, other) in enumerate(zip(word, right, strict=False)) if one != other)
    one, other = word[first:], right[first:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or _swapped(one, other)


def _swapped(one: str, other: str) -> bool:
    return one[:2] == other[1::-1] and one[2:] == other[2:]


def distance(one: str, other: str) -> int:
    """Letters put in, left out, changed, or two changed about, from one word to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        before, above, row = row, before, [at]
        for to, wanted in enumerate(other, start=1):
            steps = [before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted)]
            if at > 1 and to > 1 and one[at - 2 : at] == wanted + other[to - 2]:
                steps.append(above[to - 2] + 1)
            row.append(min(steps))
    return row[-1]
