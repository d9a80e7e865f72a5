"""A quotation's place in a text: the right one of several, whatever happened around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.comments.anchoring import AROUND, Quotation, found_in, place_of, quotation_at, text_of, words
from plans.comments.wording import Wording
from plans.document.models import Plan, Section
from tests.plans.comments.stages import BODY

TEXT = text_of(Section(body=BODY))
SECOND = TEXT.rindex("går tur")


def test_a_text_is_its_words_whatever_they_stand_in():
    assert TEXT == "Politiet går tur i nattelivet. Skolerne går tur med de unge på torvet."


def test_words_are_found_as_they_are_written_and_as_they_are_read():
    section = Section(heading="Møder i {planens år}", body="<p>Vi mødes i {planens år}.</p>")
    written = Wording(Plan(year=2027)).texts(section)
    texts = [next(written) for _ in range(3)]
    assert texts == ["Vi mødes i {planens år}.", "Vi mødes i 2027.", "Møder i 2027"]
    assert found_in(Quotation("i {planens år}"), texts) == (9, texts[0])
    assert found_in(Quotation("i 2027"), texts) == (9, texts[1])
    assert found_in(Quotation("i 2026"), texts) is None


@pytest.mark.parametrize(
    ("quotation", "text", "place"),
    [
        (Quotation("går tur", "Skolerne ", " med de unge"), TEXT, SECOND),
        (Quotation("går tur", "Skolerne", "med de unge"), TEXT, SECOND),
        (Quotation("går tur", "Politiet ", " i nattelivet"), TEXT, TEXT.index("går tur")),
        (Quotation("går tur"), TEXT, TEXT.index("går tur")),
        (Quotation("nattelivet. Skolerne"), TEXT, TEXT.index("nattelivet")),
        (Quotation("går tur", "Skolerne ", " med"), f"Nyt. {TEXT}", SECOND + 5),
        (Quotation("går tur", "Skolerne ", " med"), TEXT.replace("Skolerne går tur", "De løber"), 9),
        (Quotation("kører tur", "Skolerne ", " med"), TEXT, None),
        (Quotation("går tur", "", " med de unge"), TEXT, SECOND),
        (Quotation("A", "x", "b"), "xAc yAb", 1),  # each has one side of it: the first
        (Quotation("l", "al", "e"), "alle", 2),
        (Quotation("går tur"), "", None),
        (Quotation(""), TEXT, None),
    ],
)
def test_the_place_with_most_of_the_words_around_it(quotation, text, place):
    assert place_of(quotation, text) == place


def test_what_stands_on_both_sides_is_kept():
    kept = quotation_at(SECOND, "går tur", TEXT)
    assert kept.prefix.endswith("nattelivet. Skolerne ")
    assert kept.suffix.startswith(" med de unge")
    assert len(kept.prefix) == AROUND
    assert kept.prefix + kept.exact + kept.suffix in TEXT


@given(st.text("ab c", min_size=1, max_size=60).map(words).filter(bool), st.data())
def test_what_is_kept_of_a_place_leads_back_to_words_that_look_like_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kept = quotation_at(start, text[start:end], text)
    found = place_of(kept, text)
    assert text[found : found + end - start] == text[start:end]
    assert text[max(0, found - AROUND) : found].strip() == kept.prefix.strip()
