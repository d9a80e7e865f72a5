"""Paragraphs and items that moved, were split, joined or built otherwise."""

import pytest

from samarbejde.text.redline import NOTE, difference
from samarbejde.text.redline.reading import blocks_of


def test_of_two_that_changed_places_the_longer_one_stayed():
    long, short = "<p>Et afsnit om mange ting</p>", "<p>Et kort</p>"
    assert difference(long + short, short + long).html == (
        f'<div class="redline-told"><p class="{NOTE}">Flyttet hertil:</p>{short}</div>{long}'
        f'<p class="{NOTE}">Flyttet herfra: »Et kort«</p>'
    )


def test_of_as_many_words_the_more_paragraphs_stayed():
    two, one = "<p>Ikast</p><p>Brande</p>", "<p>Ringkøbing Skjern</p>"
    assert difference(two + one, one + two).html == (
        f'<div class="redline-told"><p class="{NOTE}">Flyttet hertil:</p>{one}</div>{two}'
        f'<p class="{NOTE}">Flyttet herfra: »Ringkøbing Skjern«</p>'
    )


MEETINGS = "Vi holder møder hvert kvartal i alle byer."
STREETS = "Lokalpolitiet går ture i gaderne om aftenen."


def test_a_paragraph_that_was_split_is_told_to_be():
    shown = difference(
        f"<p>{MEETINGS} {STREETS}</p><p>Slut.</p>",
        f"<p>{MEETINGS}</p><p>{STREETS.replace('gaderne', 'byerne')}</p><p>Slut.</p>",
    ).html
    assert shown == (
        f'<div class="redline-told"><p class="{NOTE}">Delt i to:</p><p>{MEETINGS}</p>'
        "<p>Lokalpolitiet går ture i <del>gaderne</del> <ins>byerne</ins> om aftenen.</p></div><p>Slut.</p>"
    )


def test_paragraphs_that_were_joined_are_told_to_be():
    shown = difference(
        f"<p>Først.</p><p>{MEETINGS}</p><p>{STREETS}</p>", f"<p>Først.</p><p>{MEETINGS} Og {STREETS}</p>"
    ).html
    assert shown == (
        f'<p>Først.</p><div class="redline-told"><p class="{NOTE}">Samlet af to:</p>'
        f"<p>{MEETINGS} <ins>Og</ins> {STREETS}</p></div>"
    )


def test_paragraphs_that_became_a_list_are_not_marked_for_it():
    before = "<p>Første punkt her</p><p>Andet punkt der</p><p>Og helt væk</p>"
    after = "<ul><li>Første punkt her</li><li>Andet nyt punkt der</li></ul>"
    assert difference(before, after).html == (
        f'<div class="redline-told"><p class="{NOTE}">Opsat på en anden måde:</p>'
        "<p><del>Og helt væk</del></p>"
        "<ul><li>Første punkt her</li><li>Andet <ins>nyt</ins> punkt der</li></ul></div>"
    )


def test_so_it_is_with_those_that_became_a_table():
    before = "<p>Vi mødes på torvet hver fredag</p><p>Skolerne ringer hjem</p>"
    rows = "<tr><td>Vi mødes på torvet hver lørdag</td></tr><tr><td>Skolerne ringer hjem</td></tr>"
    after = f"<table><tbody>{rows}</tbody></table>"
    assert difference(before, after).html == (
        f'<div class="redline-told"><p class="{NOTE}">Opsat på en anden måde:</p>'
        f"{after.replace('lørdag', '<del>fredag</del> <ins>lørdag</ins>')}</div>"
    )


def test_items_of_lists():
    before = "<ul><li>Et om natteliv</li><li>Et om unge<ul><li>skoler</li></ul></li></ul>"
    after = "<ul><li>Et om unge<ul><li>klubber</li><li>skoler</li></ul></li><li>Et om natteliv</li></ul>"
    assert difference(before, after).html == (
        "<ul><li>Et om unge<ul><li><ins>klubber</ins></li><li>skoler</li></ul></li>"
        f'<li><span class="{NOTE}">Flyttet hertil: </span>Et om natteliv</li></ul>'
    )


MORE = [
    STREETS,
    "Skolerne ringer, når nogen bliver væk fra timerne.",
    "Hallerne holder åbent for unge i ferierne.",
]


@pytest.mark.parametrize(("count", "told"), [(2, "tre"), (3, "fire")])
def test_the_parts_are_counted(count, told):
    parts = [MEETINGS, *MORE[:count]]
    whole, apart = f"<p>{' '.join(parts)}</p>", "".join(f"<p>{part}</p>" for part in parts)
    assert f"Delt i {told}:" in difference(f"{whole}<p>Slut.</p>", f"{apart}<p>Slut.</p>").html
    assert f"Samlet af {told}:" in difference(f"{apart}<p>Slut.</p>", f"{whole}<p>Slut.</p>").html


@pytest.mark.parametrize(("added", "is_told"), [("om aftenen", True), ("om hver aften", False)])
def test_a_part_has_three_of_five_words_from_the_whole(added, is_told):
    shown = difference(
        f"<p>{MEETINGS} Skolerne ringer hjem.</p>", f"<p>{MEETINGS}</p><p>Skolerne ringer hjem {added}.</p>"
    ).html
    assert ("Delt i to:" in shown, f"hjem<ins> {added}</ins>." in shown) == (is_told, is_told)


def test_what_was_split_or_joined_stands_once_where_it_was_moved_to():
    long = f"<p>{' '.join(MORE[1:] * 2)}</p>"
    whole, parts = f"<p>{MEETINGS} {STREETS}</p>", f"<p>{MEETINGS}</p><p>{STREETS}</p>"
    for before, after, told in ((whole, parts, "Delt i to:"), (parts, whole, "Samlet af to:")):
        assert difference(before + long, long + after).html == (
            f'<p class="{NOTE}">Flyttet herfra: »Vi holder møder hvert kvartal i …«</p>{long}'
            f'<div class="redline-told"><p class="{NOTE}">Flyttet hertil:</p>'
            f'<div class="redline-told"><p class="{NOTE}">{told}</p>{after}</div></div>'
        )


def test_a_paragraph_is_joined_to_one_neighbour_alone():
    between = "Begge råd får hver uge en liste over alle sager."
    shown = difference(
        f"<p>{MEETINGS}</p><p>{between}</p><p>{STREETS}</p>",
        f"<p>{MEETINGS} {between}</p><p>{between} {STREETS}</p>",
    ).html
    assert shown == (
        f'<div class="redline-told"><p class="{NOTE}">Samlet af to:</p><p>{MEETINGS} {between}</p></div>'
        f"<p><ins>{between}</ins> {STREETS}</p>"
    )


def test_a_paragraph_is_a_part_of_one_alone():
    between, last = "Sager drøftes hver uge.", " ".join(MORE)
    shown = difference(
        f"<p>{MEETINGS} {between}</p><p>{between} {last}</p>",
        f"<p>{MEETINGS}</p><p>{between}</p><p>{last}</p>",
    ).html
    assert shown == (
        f'<div class="redline-told"><p class="{NOTE}">Delt i to:</p><p>{MEETINGS}</p><p>{between}</p></div>'
        f"<p><del>{between}</del> {last}</p>"
    )


def test_words_in_no_paragraph_are_one_with_their_marks():
    [one] = blocks_of("Ord & <strong>fede</strong> ord")
    assert (one.tag, one.html) == ("p", "Ord &amp; <strong>fede</strong> ord")
    assert [one.html for one in blocks_of("Før<p>i</p>mellem<ul></ul>efter")] == [
        "Før",
        "<p>i</p>",
        "mellem",
        "<ul></ul>",
        "efter",
    ]
