"""How large and how deep plan text may be, and what the largest costs."""

import re

import pytest

from samarbejde.text.rich_text import LARGEST, clean, plain_text
from samarbejde.transitions import Refused
from tests.steps import steps


def test_a_text_of_200000_letters():
    words = "x " * (LARGEST // 2 - 4) + "x"
    assert clean(words) == f"<p>{words}</p>"
    with pytest.raises(Refused, match=r"200\.001 tegn, og et afsnit kan højst rumme 200\.000\. Del"):
        clean("x" * (LARGEST + 1))


@pytest.mark.parametrize("tag", ["b", "div", "span", "p", "x-y", "svg"])
def test_20000_nested_elements_without_meaning_are_flat(tag):
    nested = f"<{tag}>" * 20_000 + "ord"
    assert plain_text(clean(nested)) == "ord"


@pytest.mark.parametrize("tag", ["blockquote", "ul><li", "table><tr><td"])
def test_20000_nested_blocks_are_refused(tag):
    with pytest.raises(Refused, match="60 lag"):
        clean(f"<{tag}>" * (190_000 // (len(tag) + 2)) + "ord")


BITS = ["<", "<a ", "<!--", "&", "</p>", "<br>x", "<p>x", "<table><tr>x", "<tr>x", "<li>x", "<td>", "<b></i>"]
REASON = re.compile(r"kan højst rumme 200\.000|60 lag|højst have 30 kolonner")
bits = pytest.mark.parametrize("bit", BITS)
places = pytest.mark.parametrize("around", ["", "<table>"])


@bits
@places
def test_work_grows_with_the_length_and_not_with_its_square(bit, around):
    once, four_times = (steps(lambda n=n: clean(around + bit * n)) for n in (100, 400))
    assert four_times < 5 * once


@bits
@places
def test_the_worst_that_fits_loses_no_word_or_is_refused(bit, around):
    number = 190_000 // len(bit)
    read = words_or_reason(around + bit * number)
    assert read == ["x"] * number * bit.count("x") or REASON.search(str(read))


def words_or_reason(html: str) -> list[str] | str:
    try:
        return plain_text(clean(html)).split()
    except Refused as refusal:
        return str(refusal)
