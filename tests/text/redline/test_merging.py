"""Two people's changes in one text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samarbejde.text.redline import merged

BASE = "<p>Indledning</p><p>Natteliv</p><p>Unge</p><p>Afslutning</p>"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        (BASE, BASE, BASE),
        (BASE.replace("Indledning", "Forord"), BASE, BASE.replace("Indledning", "Forord")),
        (
            BASE.replace("Indledning", "Forord"),
            BASE.replace("Afslutning", "Slut"),
            BASE.replace("Indledning", "Forord").replace("Afslutning", "Slut"),
        ),
        (
            BASE + "<p>Mit</p>",
            BASE.replace("<p>Natteliv</p>", ""),
            BASE.replace("<p>Natteliv</p>", "") + "<p>Mit</p>",
        ),
        (BASE + "<p>Ens</p>", BASE + "<p>Ens</p>", BASE + "<p>Ens</p>"),
        (BASE + "<p>Mit</p>", BASE + "<p>Dit</p>", None),
        (BASE.replace("Natteliv", "Mit"), BASE.replace("Natteliv", "Dit"), None),
        (BASE.replace("Natteliv", "Mit"), BASE.replace("Unge", "Dit"), None),
    ],
)
def test_two_peoples_changes(mine, theirs, both):
    assert merged(BASE, mine, theirs) == both
    assert merged(BASE, theirs, mine) == both


PLACES = st.sets(st.integers(0, 9), max_size=4)


@settings(max_examples=100, deadline=None)
@given(PLACES, PLACES, PLACES)
def test_both_have_all_that_they_wrote_and_nothing_else_or_are_asked(mine, theirs, gone):
    """`gone` are taken out by me. None where they meet: the same block, or one beside the other."""
    base = [f"<p>Afsnit {n}</p>" for n in range(10)]
    mine = {n: f"<p>Mit {n}</p>" for n in mine} | dict.fromkeys(gone, "")
    theirs = {n: f"<p>Dit {n}</p>" for n in theirs}
    written, others, both = (
        "".join(changes.get(n, block) for n, block in enumerate(base))
        for changes in (mine, theirs, mine | theirs)
    )
    meet = any(abs(one - other) <= 1 for one in mine for other in theirs)
    assert merged("".join(base), written, others) == (None if meet else both)
    assert merged("".join(base), others, written) == (None if meet else both)
