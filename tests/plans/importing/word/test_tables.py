"""Tables: what their cells cover, and what stands in them."""

import pytest

from plans.importing.blocks import Cell, Item, Paragraph, Run, Table, grid
from tests.plans.importing.word.building import cell, left_out, p, r, read, row, running, table
from tests.plans.importing.word.test_lists import BULLETS
from tests.plans.importing.word.test_numbers import item, num


def table_of(body: str) -> Table:
    [found] = running(read(body))
    assert isinstance(found, Table)
    return found


def shown(found: Table) -> list[list[str]]:
    """Every place of the table."""
    return [
        ["/".join(getattr(block, "text", "") for block in one.blocks) for one in line] for line in grid(found)
    ]


BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def across(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_a_table_is_rows_of_cells():
    found = table_of(table(row(cell("a"), cell("b")), row(cell("c"), cell(""))))
    words = [Paragraph(f"afsnit {n}", (Run(text),)) for n, text in enumerate("abc", 1)]
    assert found == Table("afsnit 1", ((Cell((words[0],)), Cell((words[1],))), (Cell((words[2],)), Cell(()))))


def test_a_merged_cell_stands_once_with_all_that_it_covers():
    body = table(
        row(cell("a", BEGINS), cell("b", across(2))),
        row(cell("x", GOES_ON), cell("c"), cell("d")),
        row(cell("", GOES_ON), cell("e"), cell("f")),
        row(cell("g"), cell("h", BEGINS), cell("i")),
        row(cell("j"), cell("", GOES_ON), cell("k")),
    )
    found = table_of(body)
    assert [[(one.columns, one.rows) for one in line] for line in found.rows] == [
        [(1, 3), (2, 1)],
        [(1, 1), (1, 1)],
        [(1, 1), (1, 1)],
        [(1, 1), (1, 2), (1, 1)],
        [(1, 1), (1, 1)],
    ]
    assert shown(found) == [
        ["a/x", "b", "b"],
        ["a/x", "c", "d"],
        ["a/x", "e", "f"],
        ["g", "h", "i"],
        ["j", "h", "k"],
    ]


def test_a_cell_that_goes_on_from_nothing_is_one_of_its_own():
    body = table(row(cell("a", BEGINS)), row(cell("b")), row(cell("c", GOES_ON)))
    assert shown(table_of(body)) == [["a"], ["b"], ["c"]]


def test_a_cell_in_the_old_way_of_merging_along_the_row():
    body = table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("b", "<w:hMerge/>"), cell("c")))
    [[wide, last]] = table_of(body).rows
    assert (wide.columns, [one.text for one in wide.blocks], last.columns) == (2, ["a", "b"], 1)


def test_a_row_may_begin_further_in_and_rows_may_be_heads():
    body = table(
        row(cell("a"), cell("b"), look="<w:tblHeader/>"), row(cell("c"), look='<w:gridBefore w:val="1"/>')
    )
    found = table_of(body)
    assert [[one.is_head for one in line] for line in found.rows] == [[True, True], [False, False]]
    assert shown(found) == [["a", "b"], ["", "c"]]


def test_lists_and_tables_may_stand_in_a_cell():
    inner = table(row(cell("inde")))
    body = table(row(f"<w:tc>{item()}{inner}{p('efter')}</w:tc>"))
    [[[one]]] = [running(read(body, numbering=BULLETS + num(1)))[0].rows]
    listed, within, after = one.blocks
    assert isinstance(listed, Item)
    assert (listed.label, shown(within), after.text) == ("•", [["inde"]], "efter")


def test_rows_and_cells_in_content_controls_are_read():
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = table(control.format(row(cell("a"), control.format(cell("b")))), row(cell("c"), cell("d")))
    assert shown(table_of(body)) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(("look", "kind"), [("<w:del/>", "DELETED"), ("<w:hidden/>", "HIDDEN")])
def test_a_row_that_is_deleted_or_hidden_is_left_out(look, kind):
    found = read(table(row(cell("a")), row(cell("b"), cell("c"), look=look)))
    assert shown(running(found)[0]) == [["a"]]
    assert left_out(found) == [(kind, "b\nc")]


def test_what_is_left_out_in_a_cell_stands_in_the_cell():
    found = table_of(table(row(f"<w:tc>{p(r('se') + r('her', '<w:vanish/>'))}</w:tc>")))
    assert [type(block).__name__ for block in found.rows[0][0].blocks] == ["Paragraph", "LeftOut"]


@pytest.mark.parametrize("span", [10**9, 0, -7])
def test_a_span_without_bounds_is_kept_within_them(span):
    [[one]] = table_of(table(row(cell("a", across(span))))).rows
    assert one.columns == (63 if span > 0 else 1)
