"""Which words came and went, as a reader sees it."""

import pytest

from samarbejde.text.redline import difference, line_difference


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("<p>En to tre</p>", "<p>En to tre</p>", "<p>En to tre</p>"),
        ("<p>En to tre</p>", "<p>En to tre fire</p>", "<p>En to tre <ins>fire</ins></p>"),
        ("", "<p>Ny &lt;tekst&gt;</p>", "<p><ins>Ny &lt;tekst&gt;</ins></p>"),
        ("<p>Gammel <strong>tekst</strong></p>", "", "<p><del>Gammel <strong>tekst</strong></del></p>"),
        (
            '<p>a<span data-footnote="">En note her</span> b</p>',
            '<p>a<span data-footnote="">En anden note</span> b</p>',
            '<p>a<del><span data-footnote="">En note her</span></del>'
            '<ins><span data-footnote="">En anden note</span></ins> b</p>',
        ),
        (
            "<p>Det er 12 m2 CO<sub>2</sub></p>",
            "<p>Det er 14 m<sup>2</sup> CO<sub>2</sub></p>",
            "<p>Det er <del>12 m2</del> <ins>14 m<sup>2</sup></ins> CO<sub>2</sub></p>",
        ),
        ("<p>a</p><p>c</p>", "<p>a</p><p>b</p><p>c</p>", "<p>a</p><p><ins>b</ins></p><p>c</p>"),
        (
            "<p><strong><em>En to</em></strong></p>",
            "<p><strong><em>En tre</em></strong></p>",
            "<p><strong><em>En</em></strong> <del><strong><em>to</em></strong></del>"
            " <ins><strong><em>tre</em></strong></ins></p>",
        ),
        (
            "<p>Mødet er<br>kl. 9 i Herning</p>",
            "<p>Mødet er<br>kl. 10 i Herning</p>",
            "<p>Mødet er<br>kl. <del>9</del> <ins>10</ins> i Herning</p>",
        ),
        ("<p>– – –</p>", "<p>* * *</p>", "<p><del>– – –</del> <ins>* * *</ins></p>"),
        ("<p>* * *</p>", "<p>Et ord</p>", "<p><del>* * *</del></p><p><ins>Et ord</ins></p>"),
        (
            "<ul><li>Et langt punkt</li></ul>",
            "<ul><li>Et langt punkt</li><li>nyt<ul><li>under</li></ul></li></ul>",
            "<ul><li>Et langt punkt</li><li><ins>nyt</ins><ul><li><ins>under</ins></li></ul></li></ul>",
        ),
    ],
)
def test_words_that_came_and_went(before, after, shown):
    assert difference(before, after).html == shown


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a b</p>", "<p>a</p><p>b</p>"),
        ("<p>a b</p>", "<p><strong>a</strong> b</p>"),
        ("<p>a</p>", "<ul><li>a</li></ul>"),
    ],
)
def test_the_same_words_otherwise_built_are_said_to_be_so(before, after):
    found = difference(before, after)
    assert found.changed
    assert found.structure_only
    assert not difference(before, before).changed


def test_a_picture_is_taken_out_and_put_in_as_a_whole():
    one, other = (
        f'<figure data-picture="{name * 64}" data-size="8x6" data-alt="a"></figure>' for name in "ab"
    )
    found = difference(f"<p>a</p>{one}", f"<p>a</p>{other}")
    assert found.html == f"<p>a</p><del>{one}</del> <ins>{other}</ins>"
    assert not found.structure_only


def test_headings():
    assert line_difference("Indsatser 2025", "Indsatser 2026 <b>") == (
        "Indsatser <del>2025</del> <ins>2026 &lt;b&gt;</ins>"
    )
    assert line_difference("", "Ny") == "<ins>Ny</ins>"
    assert line_difference("Ny", "") == "<del>Ny</del>"


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Indsatser for unge", "Indsatser for alle unge", "Indsatser for <ins>alle</ins> unge"),
        ("Indsatser for alle unge", "Indsatser for unge", "Indsatser for <del>alle</del> unge"),
        ("Indsatser", "Indsatser", "Indsatser"),
        ("Nye indsatser", "Indsatser", "<del>Nye indsatser</del> <ins>Indsatser</ins>"),
    ],
)
def test_nothing_is_marked_where_nothing_came_or_went(before, after, shown):
    assert line_difference(before, after) == shown


def test_links_and_styles_stand_around_the_words_they_stood_around():
    link = '<a href="/x" title="&quot;X&quot;">Siden om alt</a>'
    before = f"<p>{link} og <strong>læs <em>den</em> nu</strong>.</p>"
    after = before.replace("alt</a>", "det</a>").replace("nu", "snart")
    assert difference(before, after).html == before.replace(
        "alt</a>", "<del>alt</del> <ins>det</ins></a>"
    ).replace(" nu</strong>", "</strong> <del><strong>nu</strong></del><ins> <strong>snart</strong></ins>")


def test_a_picture_is_one_thing():
    before = '<p>Før <img src="/a.png" alt="A"> efter</p>'
    assert difference(before, before.replace("/a", "/b")).html == (
        '<p>Før <del><img src="/a.png" alt="A"></del> <ins><img src="/b.png" alt="A"></ins> efter</p>'
    )
