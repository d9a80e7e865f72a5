"""Tables, by rows, columns and cells."""

import pytest

from samarbejde.text.redline import NOTE, difference


def test_one_changed_cell_does_not_mark_its_table():
    before = (
        "<table><tbody><tr><th>År</th><th>Antal</th></tr><tr><td>2025</td><td>10</td></tr></tbody></table>"
    )
    after = before.replace("10", "12")
    shown = difference(before, after).html
    assert "<th>År</th><th>Antal</th>" in shown
    assert "<td>2025</td>" in shown
    assert "<ins>12</ins>" in shown
    assert "<del>10</del>" in shown
    assert shown.count("<ins>") == 1


def test_columns_that_stay_beside_each_other_keep_their_places():
    rows = ("<tr><th>A</th><th>B</th><th>C</th></tr>", "<tr><td>1</td><td>2</td><td>3</td></tr>")
    before = f"<table><tbody>{''.join(rows)}</tbody></table>"
    assert difference(before, before.replace("2", "9")).html == before.replace(
        "2", "<del>2</del> <ins>9</ins>"
    )


TABLE = (
    "<table><tbody><tr><th>Kommune</th><th>Antal</th></tr><tr><td>Struer</td><td>12</td></tr>"
    "<tr><td>Lemvig</td><td>3</td></tr></tbody></table>"
)


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        (  # a row
            TABLE.replace("<tr><td>Lemvig", "<tr><td>Skive</td><td>8</td></tr><tr><td>Lemvig"),
            TABLE.replace(
                "<tr><td>Lemvig", "<tr><td><ins>Skive</ins></td><td><ins>8</ins></td></tr><tr><td>Lemvig"
            ),
        ),
        (  # a column
            TABLE.replace("<th>Antal", "<th>År</th><th>Antal")
            .replace("<td>12", "<td>2025</td><td>12")
            .replace("<td>3", "<td>2026</td><td>3"),
            TABLE.replace("<th>Antal", "<th><ins>År</ins></th><th>Antal")
            .replace("<td>12", "<td><ins>2025</ins></td><td>12")
            .replace("<td>3", "<td><ins>2026</ins></td><td>3"),
        ),
        (  # a paragraph before it
            "<p>Ny tekst</p>" + TABLE.replace("12", "14"),
            "<p><ins>Ny tekst</ins></p>" + TABLE.replace("12", "<del>12</del> <ins>14</ins>"),
        ),
        (  # the rows in another order
            TABLE.replace("<tr><td>Struer</td><td>12</td></tr>", "").replace(
                "</tbody>", "<tr><td>Struer</td><td>12</td></tr></tbody>"
            ),
            TABLE.replace("<tr><td>Struer</td><td>12</td></tr>", "")
            .replace("</tbody>", "<tr><td>Struer</td><td>12</td></tr></tbody>")
            .replace("<td>Lemvig", f'<td><span class="{NOTE}">Flyttet hertil: </span>Lemvig'),
        ),
        (  # a cell that reaches over two
            TABLE.replace("<td>Lemvig</td><td>3</td>", '<td colspan="2">Lemvig</td>'),
            TABLE.replace(
                "<tr><td>Lemvig</td><td>3</td></tr>",
                "<tr><td><del>Lemvig</del></td><td><del>3</del></td></tr>"
                '<tr><td colspan="2"><ins>Lemvig</ins></td></tr>',
            ),
        ),
    ],
    ids=["row", "column", "past", "order", "span"],
)
def test_tables_are_told_by_rows_columns_and_cells(after, shown):
    assert difference(TABLE, after).html == shown


def test_a_column_that_is_gone_is_marked_and_its_rows_are_as_wide_as_the_others():
    after = TABLE.replace("<th>Antal</th>", "").replace("<td>12</td>", "").replace("<td>3</td>", "")
    after = after.replace("</tbody>", "<tr><td>Holstebro</td></tr></tbody>")
    assert difference(TABLE, after).html == TABLE.replace("Antal", "<del>Antal</del>").replace(
        "12", "<del>12</del>"
    ).replace("3", "<del>3</del>").replace(
        "</tbody>", "<tr><td><ins>Holstebro</ins></td><td></td></tr></tbody>"
    )
