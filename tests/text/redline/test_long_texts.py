"""Texts of many blocks, and blocks of many words."""

import pytest

from samarbejde.text.redline import LONGEST, difference
from samarbejde.text.redline.pairs import alikeness
from samarbejde.text.redline.reading import blocks_of
from tests.steps import steps


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>afsnit {} om noget</p>", "<p>afsnit {} om alt</p>"),
        ("<p>helt{0} anden{0} tekst{0}</p>", "<p>intet{0} går{0} igen{0}</p>"),
        ("<ul><li>punkt {} om noget</li></ul>", "<ol><li>punkt {} om noget</li></ol>"),
    ],
)
def test_work_grows_with_the_length_and_not_with_its_square(before, after):
    once, four_times = (
        steps(lambda n=n: difference(*("".join(map(text.format, range(n))) for text in (before, after))))
        for n in (50, 200)
    )
    assert four_times < 5 * once


def test_of_a_long_stretch_of_words_that_return_nothing_is_looked_for():
    """Where no word stands once in both, the whole stretch is taken out and put in; its ends are known."""
    words = " ".join(f"ord{number % 9}" for number in range(LONGEST + 1))
    shown = difference(f"<p>Først {words} sidst</p>", f"<p>Først nyt {words} nyt sidst</p>").html
    assert shown == f"<p>Først <del>{words}</del> <ins>nyt {words} nyt</ins> sidst</p>"


@pytest.mark.parametrize(("before", "after"), [(LONGEST + 1, LONGEST), (LONGEST, LONGEST + 1)])
def test_so_it_is_when_only_one_of_the_two_is_too_long(before, after):
    words = [f"ord{number % 9}" for number in range(LONGEST + 1)]
    old, new = " ".join(words[:before]), " ".join(["x", *words[: after - 2], "x"])
    assert difference(f"<p>{old}</p>", f"<p>{new}</p>").html == f"<p><del>{old}</del> <ins>{new}</ins></p>"


def test_a_long_stretch_is_parted_at_words_that_stand_once_in_both():
    words = [f"ord{number}" for number in range(2 * LONGEST)]
    changed = list(words)
    changed[5], changed[-5] = "Først", "Sidst"
    assert difference(f"<p>{' '.join(words)}</p>", f"<p>{' '.join(changed)}</p>").html == (
        f"<p>{' '.join(words)}</p>".replace("ord5 ", "<del>ord5</del> <ins>Først</ins> ").replace(
            f"{words[-5]} ", f"<del>{words[-5]}</del> <ins>Sidst</ins> "
        )
    )


def test_the_longest_that_is_compared_word_by_word():
    words = [f"ord{number}" for number in range(LONGEST)]
    old, new = " ".join(words[:-1]), " ".join(words)
    assert difference(f"<p>{old}</p>", f"<p>{new}</p>").html == f"<p>{old} <ins>{words[-1]}</ins></p>"


@pytest.mark.parametrize("common", [0, 1, 500])
def test_long_blocks_are_alike_by_the_words_that_both_have(common):
    both = [f"begge{number}" for number in range(common)]
    old, new = ([*both, *(f"{which}{n}" for n in range(LONGEST + 1 - common))] for which in ("før", "nu"))
    [before], [after] = blocks_of(f"<p>{' '.join(old)}</p>"), blocks_of(f"<p>{' '.join(new)}</p>")
    assert alikeness(before, after) == common / (LONGEST + 1)
