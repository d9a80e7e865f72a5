"""Tables by tags, by the lines drawn around cells, by columns."""

import pytest

from plans.importing.blocks import Table
from tests.plans.importing.pdf.files import MEETING, drawn, line, pdf_file, read_whole, rule, shown

BOTH = pytest.mark.parametrize("tagged", [True, False], ids=["tagged", "untagged"])
RULED = "table { border-collapse: collapse } td, th { border: 0.5pt solid; padding: 3pt; text-align: left }"
OPEN = "td { padding: 2pt 12pt 2pt 0; vertical-align: top }"


@BOTH
def test_cells_with_lines_around_them_and_merged_ones(tagged):
    html = (
        f"<p>{MEETING}</p><table><tr><th>Kommune<th>Indsats<th>Antal</tr>"
        "<tr><td rowspan=2>Herning<td>Lys<td>3</tr><tr><td>Hegn<td></tr>"
        "<tr><td colspan=2>I alt<td>3</tr></table>"
    )
    [_, table] = read_whole(pdf_file(html, RULED, tagged=tagged)).blocks
    assert isinstance(table, Table)
    found = [[(" ".join(b.text for b in c.blocks), c.columns, c.rows) for c in row] for row in table.rows]
    assert found == [
        [("Kommune", 1, 1), ("Indsats", 1, 1), ("Antal", 1, 1)],
        [("Herning", 1, 2), ("Lys", 1, 1), ("3", 1, 1)],
        [("Hegn", 1, 1), ("", 1, 1)],
        [("I alt", 2, 1), ("3", 1, 1)],
    ]
    assert [cell.is_head for row in table.rows for cell in row].count(True) == (3 if tagged else 0)


@BOTH
def test_lists_and_paragraphs_in_cells(tagged):
    cell = "<p>Vi vil:</p><ul><li>Se</li><li>Gå</li></ul>"
    html = f"<p>{MEETING}</p><table><tr><td>Lys<td>{cell}</tr></table>"
    assert shown(read_whole(pdf_file(html, RULED, tagged=tagged)))[1] == [
        ["Lys", ["Vi vil:", ("-", "•", "Se"), ("-", "•", "Gå")]]
    ]


@BOTH
def test_columns_without_lines(tagged):
    html = (
        f"<p>{MEETING}</p><table><tr><td>Anna Almind<td>Politidirektør<td>Holstebro</tr>"
        "<tr><td>Bo Birk<td><td>Herning</tr>"
        f"<tr><td>Carla Cedertræ<td>Borgmester<br>i Lemvig<td>Lemvig</tr></table><p>{MEETING}</p>"
    )
    assert shown(read_whole(pdf_file(html, OPEN, tagged=tagged))) == [
        MEETING,
        [
            ["Anna Almind", "Politidirektør", "Holstebro"],
            ["Bo Birk", "", "Herning"],
            ["Carla Cedertræ", "Borgmester i Lemvig", "Lemvig"],
        ],
        MEETING,
    ]


@BOTH
def test_a_table_over_a_page_is_one_and_its_head_stands_once(tagged):
    rows = "".join(f"<tr><td>Række {n}<td>{MEETING}</tr>" for n in range(40))
    html = f"<p>{MEETING}</p><table><thead><tr><th>Navn<th>Indhold</tr></thead>{rows}</table><p>{MEETING}</p>"
    assert shown(read_whole(pdf_file(html, RULED, tagged=tagged))) == [
        MEETING,
        [["Navn", "Indhold"], *([f"Række {n}", MEETING] for n in range(40))],
        MEETING,
    ]


@BOTH
def test_a_row_over_a_page_is_one(tagged):
    long = "Her står det, som ikke kan slutte, før det hele er sagt, og det er meget, " * 90
    html = f"<table><tr><td>Navn<td>Indhold</tr><tr><td>Et<td>{long}</tr><tr><td>To<td>Kort</tr></table>"
    assert shown(read_whole(pdf_file(html, RULED, tagged=tagged))) == [
        [["Navn", "Indhold"], ["Et", long.strip()], ["To", "Kort"]]
    ]


def test_a_grid_that_is_drawn_at_once():
    level = "".join(f"60 {at} m 300 {at} l " for at in (600, 650, 700))
    grid = level + "".join(f"{at} 600 m {at} 700 l " for at in (60, 180, 300)) + "S"
    words = line("A", 70, 670) + line("B", 190, 670) + line("C", 70, 620) + line("D", 190, 620)
    assert shown(read_whole(drawn(grid + " " + words))) == [[["A", "B"], ["C", "D"]]]


def test_a_frame_around_a_text_is_no_table():
    frame = "60 600 240 100 re S "
    assert shown(read_whole(drawn(frame + line("Husk dette.", 70, 670) + line("Og dette.", 70, 610)))) == [
        "Husk dette.",
        "Og dette.",
    ]


def test_full_cells_are_not_run_together():
    walls = (
        " ".join(rule(at, 690, at, 715) for at in (60, 132, 240))
        + f" {rule(60, 690, 240, 690)} {rule(60, 715, 240, 715)} "
    )
    words = "BT /F1 11 Tf 63 700 Td (Nordjylland) Tj 72 0 Td (Politi) Tj ET"
    assert shown(read_whole(drawn(walls + words))) == [[["Nordjylland", "Politi"]]]
