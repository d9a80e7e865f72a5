"""The piece of a section that is shown with a hit."""

import pytest
from django.utils.html import strip_tags

from plans.public.searching.asking import Asked
from plans.public.searching.snippets import LENGTH, snippet
from plans.publication.models import Passage
from samarbejde.text.words import words

CITRON = [Asked("citron", ("citron",))]


def shown(text: str) -> str:
    return snippet(Passage(text=text, words=words(text)), CITRON)


@pytest.mark.parametrize("before", range(0, 30, 7))
def test_it_begins_and_ends_with_whole_words(before):
    text = f"{'forebyggelse ' * before}citron {'forebyggelsesindsats ' * 30}".strip()
    piece = shown(text)
    assert "<mark>citron</mark>" in piece
    assert set(strip_tags(piece).split()) <= {*text.split(), "…"}
    assert piece.endswith(" …")


def test_a_short_text_is_shown_whole():
    assert shown("En citron.") == "En <mark>citron</mark>."


def test_a_word_longer_than_the_piece_is_cut():
    assert len(strip_tags(shown(f"citron {'x' * 1_000}"))) == LENGTH + len(" …")
