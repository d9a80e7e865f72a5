"""What differs between two texts of one plan, as a list."""

import pytest

from plans.document.changes import STRUCTURE, changes
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Section
from tests.making import a_focus_area, a_plan, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


@pytest.fixture
def told(plan):
    before = make_snapshot(plan)

    def tell():
        return [(one["title"], one["what"], one["html"]) for one in changes(before, make_snapshot(plan))]

    return tell


def test_the_same_text_has_none(told):
    assert told() == []


def test_only_the_blocks_that_changed_are_told(plan, told):
    placed = section(plan, "Ny", "<p>Et.</p><p>To tre fire.</p>")
    before = make_snapshot(plan)
    placed.body = "<p>Et.</p><p>To tre fem.</p>"
    placed.save()
    [change] = changes(before, make_snapshot(plan))
    assert change["html"] == "<p>To tre <del>fire</del><ins> fem</ins>.</p>"
    assert change["anchor"] == placed.anchor


def test_words_in_no_paragraph_that_stand_as_they_did_are_left_out(plan):
    placed = section(plan, "Ny", "<p>Et to.</p><p>To tre fire.</p>Løse ord.")
    before = make_snapshot(plan)
    placed.body = "<p>Et tre.</p><p>To tre fem.</p>Løse ord."
    placed.save()
    [change] = changes(before, make_snapshot(plan))
    assert change["html"] == (
        "<p>Et <del>to</del><ins> tre</ins>.</p><p>To tre <del>fire</del><ins> fem</ins>.</p>"
    )


@pytest.mark.parametrize("part", ["body", "closing"])
def test_bold_alone_is_told_without_words(plan, told, part):
    placed = section(plan, "Ny", **{part: "<p>Et.</p>"})
    before = make_snapshot(plan)
    setattr(placed, part, "<p><strong>Et.</strong></p>")
    placed.save()
    assert [(one["what"], one["html"]) for one in changes(before, make_snapshot(plan))] == [(STRUCTURE, "")]


def test_new_gone_and_renamed_sections_are_told(plan, told):
    section(plan, "Ny", "<p>Et.</p>")
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(heading="Vores kredsråd")
    Section.objects.filter(plan=plan, heading="Beredskab").delete()
    assert told() == [
        (
            "1. Vores kredsråd",
            "Overskriften er rettet",
            "<p><del>Kredsrådet</del> <ins>Vores kredsråd</ins></p>",
        ),
        ("3. Ny", "Afsnittet er nyt", "<p>Et.</p>"),
        ("3. Beredskab", "Afsnittet er slettet", ""),
    ]


def test_a_moved_section_is_told_and_the_others_are_not(plan, told):
    Section.objects.filter(plan=plan, heading="Beredskab").update(position=0)
    assert [(title.split()[-1], what) for title, what, _ in told()] == [("Beredskab", "Afsnittet er flyttet")]


def test_what_a_list_gained_is_told_with_whose_it_is(plan, told, cast):
    a_focus_area(plan, "Natteliv", cast.lokalraad("Herning"))
    [(title, what, html)] = told()
    assert (title.split(maxsplit=1)[1], what) == ("Lokale indsatsområder", "Listen er rettet")
    assert html == "<ul><li>Herning: <ins>Natteliv</ins></li></ul>"


def test_words_are_written_as_words(plan, told):
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(heading="<b>A</b>")
    assert "&lt;b&gt;A&lt;/b&gt;" in told()[0][2]


def test_a_link_that_leads_elsewhere_is_told_with_both_addresses(plan):
    placed = section(plan, "Ny", '<p>Se <a href="https://politi.dk/a">siden</a>.</p>')
    before = make_snapshot(plan)
    placed.body = placed.body.replace("dk/a", "dk/b")
    placed.save()
    [change] = changes(before, make_snapshot(plan))
    assert (change["what"], change["html"]) == (
        "Links fører et andet sted hen",
        "<ul><li>siden: <del>https://politi.dk/a</del></li>"
        "<li>siden: <ins>https://politi.dk/b</ins></li></ul>",
    )
