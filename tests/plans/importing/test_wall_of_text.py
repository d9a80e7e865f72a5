"""A document that lost its lines: headings are found by its list of contents."""

from datetime import date
from decimal import Decimal

from plans.importing.places import Places
from plans.importing.reading import read_plan
from tests.plans.importing.losses import sentences_left_out


def test_headings_are_found_by_the_contents_also_when_they_differ_a_little(wall):
    assert [(section.kind, section.number, section.heading) for section in wall.sections] == [
        ("foreword", "", "Forord"),
        ("chapter", "1", "Sådan samarbejder vi"),
        ("section", "1.1", "KREDSRÅD"),
        ("section", "1.2", "LOKALRÅD"),
        ("chapter", "2", "Indsatsområder i 2012"),
        ("section", "2.1", "Tyveri fra sommerhuse"),
        ("section", "2.2", "Ro i havnen"),
        ("chapter", "3", "Øen i tal"),
    ]
    assert (wall.year, wall.district) == (2012, "Bornholms Politi")


def test_page_numbers_are_dropped_and_sentences_joined_across_pages(wall):
    assert wall.sections[3].body == "<p>Lokalrådet består af tolv ildsjæle og en fast sekretær.</p>"


def test_focus_areas_are_new_or_carried(wall):
    assert [(area.title, area.carried) for area in wall.focus_areas] == [
        ("Tyveri fra sommerhuse", True),
        ("Ro i havnen", False),
    ]


def test_duties_have_a_quarter_a_year_and_someone_who_owes_them(wall):
    assert [(duty.who, duty.quarter, duty.year) for duty in wall.reporting_duties] == [
        ("Lokalrådet", 1, 2012),
        ("Bornholms Politi", 4, 2012),
    ]


def test_figures_are_read_with_their_sources_and_their_text_is_kept(wall):
    staff = [(figure.row, figure.value) for figure in wall.figures if figure.unit == "medarbejdere"]
    assert staff == [("Betjente", 90), ("Kontorfolk", 30), ("I alt", 120)]
    assert (wall.figures[0].source, wall.figures[0].as_of) == ("Bornholms Politi", date(2012, 2, 1))
    island = [(figure.row, figure.value, figure.unit) for figure in wall.figures if figure.row == "Bornholm"]
    assert island == [("Bornholm", Decimal("588.3"), "km²"), ("Bornholm", Decimal("41303"), "indbyggere")]
    assert (wall.figures[-1].source, wall.figures[-1].period) == ("Danmarks Statistik", "1. kvartal 2012")
    last = wall.sections[-1]
    assert last.data == "figures"
    assert last.body == ("<p>PERSONALE DER ER ANSAT I ALT 120 MEDARBEJDERE FORDELT PÅ:</p><p>ØEN DÆKKER:</p>")
    assert last.closing == (
        "<p>Kontorfolk: Heraf to elever. (Kilde: Bornholms Politi pr. 01.02.12)</p>"
        "<p>(Kilde: Danmarks Statistik 2012K1)</p>"
    )


def test_rows_that_do_not_add_up_to_their_total_stay_text(wall_text: str, places: Places):
    plan = read_plan(wall_text.replace("Kontorfolk*) 30", "Kontorfolk*) 31"), places)
    assert not [figure for figure in plan.figures if figure.table == "Ansatte"]
    assert "Kontorfolk*) 31" in plan.sections[-1].body


def test_the_web_page_around_the_transcript_is_told_not_read(wall):
    assert "Handleplan for et helt andet sted" in wall.not_understood[0]
    assert "BILAG 1" in wall.not_understood


def test_every_sentence_is_in_the_plan_or_in_the_list(wall, wall_text):
    contents = next(line for line in wall_text.split("\n") if line.startswith("Indhold"))
    figures = wall_text[wall_text.index("Betjente 90") : wall_text.index("*) Heraf")]
    areas = wall_text[wall_text.index("Bornholm 588") : wall_text.index("(Kilde: Danmarks")]
    text = wall_text
    for part in (contents, figures, areas):
        text = text.replace(part, "\n\n")
    assert sentences_left_out(text, wall, pages=True) == []
