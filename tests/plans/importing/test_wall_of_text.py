"""A document that lost its lines: headings are found by its list of contents."""

from datetime import date
from decimal import Decimal

import pytest

from plans.importing.blocks import Heading, Kind, LeftOut, Paragraph, Words
from plans.importing.findings.places import Places
from plans.importing.text.wall import read_wall, without_host_page
from tests.plans.importing.losses import sentences_left_out
from tests.plans.importing.reading import plan_of


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
    plan = plan_of(wall_text.replace("Kontorfolk*) 30", "Kontorfolk*) 31"), places)
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


CONTENTS = "Indhold Forord 2 Sådan mødes vi 3 Ro i havnen 4 Øen i tal 5"
PAGES = [
    "Plan for øen 1",
    CONTENTS,
    "Forord Vi vil samarbejde med alle. 2",
    "Sådan mødes vi Rådet mødes tit. Kaffen er god. 3",
    "Ro i havnen Både larmer om natten. 4",
    "Øen i tal Her bor mange. 5",
]


def wall_of(*pages: str):
    return read_wall("\n\n".join(pages or PAGES))


def shown(wall) -> list[tuple[str, str]]:
    return [
        ("#" * block.level if isinstance(block, Heading) else "", block.text)
        for block in wall
        if isinstance(block, Words)
    ]


def changed(place: int, page: str) -> list[str]:
    return [*PAGES[:place], page, *PAGES[place + 1 :]]


def test_each_heading_is_cut_out_of_its_page():
    assert shown(wall_of()) == [
        ("", "Plan for øen"),
        ("#", "Forord"),
        ("", "Vi vil samarbejde med alle."),
        ("#", "Sådan mødes vi"),
        ("", "Rådet mødes tit. Kaffen er god."),
        ("#", "Ro i havnen"),
        ("", "Både larmer om natten."),
        ("#", "Øen i tal"),
        ("", "Her bor mange."),
    ]


def test_contents_and_page_numbers_are_left_out_as_what_they_are():
    left = [(block.kind, block.text) for block in wall_of() if isinstance(block, LeftOut)]
    assert left == [
        (Kind.CONTENTS, CONTENTS),
        *((Kind.PAGE_NUMBER, page[-1]) for page in PAGES if page != CONTENTS),
    ]


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("Ro i havnen Både larmer. 4", True),
        ("RO I HAVNEN Både larmer. 4", True),
        ("Ro i havnene Både larmer. 4", True),
        ("Ro i byens parker Både larmer. 4", False),  # other words
        ("Vi siger ro i havnen Både larmer. 4", False),  # where no sentence begins
        ("Vi siger det. Ro i havnen Både larmer. 4", True),
        ("Ro i havnen er godt for alle. 4", False),  # a sentence
        ("Ro i havnen. Både larmer. 4", False),
    ],
)
def test_a_heading_stands_where_a_sentence_may_begin_and_before_one(text, is_heading):
    headings = [words.casefold() for mark, words in shown(wall_of(*changed(4, text))) if mark]
    assert any(words.startswith("ro i havne") for words in headings) is is_heading


@pytest.mark.parametrize(
    ("listed", "written", "is_heading"),
    [("Natteliv", "Natteløb", True), ("Nattely", "Natteur", False)],  # 6 letters of 8, and 5 of 7
)
def test_a_heading_has_three_of_four_letters_of_its_entry(listed, written, is_heading):
    pages = changed(1, CONTENTS.replace("Ro i havnen", listed))
    pages[4] = f"{written} Både larmer om natten. 4"
    assert (("#", written) in shown(wall_of(*pages))) is is_heading


@pytest.mark.parametrize(("page", "is_found"), [(3, True), (4, True), (5, True), (2, False)])
def test_a_heading_stands_on_the_page_that_the_contents_name_or_beside_it(page, is_found):
    pages = [CONTENTS, *(f"Side med tekst og mere. {n}" for n in range(1, 7))]
    pages[page] = f"Ro i havnen Både larmer. {page}"
    found = [words for mark, words in shown(wall_of(*pages)) if mark]
    assert found == (["Ro i havnen"] if is_found else [])


def test_the_page_that_is_named_goes_before_its_neighbours():
    pages = changed(3, "Sådan mødes vi Rådet mødes tit. Ro i havnen Den er god. 3")
    words = [text for _, text in shown(wall_of(*pages))]
    assert "Rådet mødes tit. Ro i havnen Den er god." in words


def test_headings_keep_the_order_of_the_contents():
    pages = changed(2, "Forord Vi vil samarbejde. Forord Atter. 2")
    pages[1] = "Indhold Forord 2 Forord 2 Ro i havnen 4 Øen i tal 5"
    assert [text for _, text in shown(wall_of(*pages))][1:5] == [
        "Forord",
        "Vi vil samarbejde.",
        "Forord",
        "Atter.",
    ]


def test_two_numbers_at_the_ends_of_pages_are_text_and_three_are_page_numbers():
    kept = wall_of("Vi er 1", CONTENTS, "Forord Vi bor i nummer 2", "Rådet mødes.", "Slut.")
    assert [text for _, text in shown(kept)][:3] == ["Vi er 1", "Forord", "Vi bor i nummer 2"]
    dropped = wall_of("Vi er 1", CONTENTS, "Forord Vi bor i nummer 2", "Rådet mødes. 3", "Slut.")
    assert [text for _, text in shown(dropped)][:3] == ["Vi er", "Forord", "Vi bor i nummer"]


def test_a_number_out_of_the_run_is_text():
    assert ("", "Rådet fik 77") in shown(wall_of(*changed(3, "Sådan mødes vi Rådet fik 77")))


def test_capitals_are_the_upper_level_only_where_some_are_not():
    marks = [mark for mark, _ in shown(wall_of()) if mark]
    assert marks == ["#", "#", "#", "#"]
    mixed = CONTENTS.replace("Forord", "FORORD").replace("Øen i tal", "ØEN I TAL")
    assert [mark for mark, _ in shown(wall_of(*changed(1, mixed))) if mark] == ["#", "##", "##", "#"]
    capitals = mixed.replace("Sådan mødes vi", "SÅDAN MØDES VI").replace("Ro i havnen", "RO I HAVNEN")
    assert [mark for mark, _ in shown(wall_of(*changed(1, capitals))) if mark] == ["#", "#", "#", "#"]


def test_a_sentence_goes_on_over_the_page_and_a_new_one_does_not():
    pages = [*changed(3, "Sådan mødes vi Rådet mødes hver 3"), "måned. 6", "Slut. 7"]
    pages[4] = "uge i byen. Ro i havnen Både larmer. 4"
    words = [text for _, text in shown(wall_of(*pages))]
    assert "Rådet mødes hver uge i byen." in words
    assert words[-3:] == ["Her bor mange.", "måned.", "Slut."]


@pytest.mark.parametrize("text", ["# Samarbejdsplan 2012\n\n", "Tekst\n\n## Forord\n\n"])
def test_a_text_with_marked_headings_is_no_wall(text):
    assert wall_of(text, *PAGES) is None


def test_without_contents_there_is_no_wall():
    assert wall_of(*changed(1, "Indhold Forord 2 Møder 3 Emner 4")) is None


@pytest.mark.parametrize("word", ["Transkript:", "transkription", "  Transkript: ", "TRANSKRIPTION:"])
def test_what_a_host_page_put_before_the_transcript_is_parted_from_it(word):
    assert without_host_page(f"Andre planer\nFyn\n{word}\nPlanen") == (
        "\nPlanen",
        f"Andre planer\nFyn\n{word}".strip(),
    )
    assert without_host_page(f"Et {word.strip()} af mødet") == (f"Et {word.strip()} af mødet", "")


def test_blocks_of_a_wall_are_headings_and_paragraphs():
    assert {type(block) for block in wall_of() if isinstance(block, Words)} == {Heading, Paragraph}
