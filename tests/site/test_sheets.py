"""Lists as files for a spreadsheet, read back as Excel would."""

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.http import Http404
from openpyxl import load_workbook

from samarbejde.site.sheets import Sheet, as_csv, as_xlsx, sheet_answer

HARMFUL = ["=1+1", "+45 12345678", "-5 grader", "@SUM(A1)", "\t=1", "\r=1"]


def a_sheet(*rows):
    return Sheet("tal-2027", "Tal for hele politikredsen i 2027 og før", ["Hvad", "Hvornår"], rows)


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def read_xlsx(content):
    page = load_workbook(io.BytesIO(content)).worksheets[0]
    return page, [[cell.value for cell in row] for row in page.iter_rows()]


def test_a_danish_excel_reads_the_csv_without_a_question():
    content = as_csv(a_sheet(["Æblerov; i »Ødis«", date(2027, 3, 1)]))
    assert content.startswith("\ufeffHvad;Hvornår\r\n".encode())
    assert read_csv(content)[1] == ["Æblerov; i »Ødis«", "01-03-2027"]


def test_moments_are_danish_time_and_numbers_have_a_comma():
    summer = datetime(2027, 7, 1, 22, 30, tzinfo=UTC)
    rows = [[Decimal("1234.50"), summer], [None, 7]]
    assert read_csv(as_csv(a_sheet(*rows)))[1:] == [["1234,50", "02-07-2027 00.30"], ["", "7"]]
    page, read = read_xlsx(as_xlsx(a_sheet(*rows)))
    assert read[1:] == [[1234.5, datetime(2027, 7, 2, 0, 30)], [None, 7]]  # noqa: DTZ001 (Excel has no zones)
    assert page["B2"].number_format == 'dd-mm-yyyy hh"."mm'


@pytest.mark.parametrize("words", HARMFUL)
def test_no_words_become_a_formula(words):
    [[told, _]] = read_csv(as_csv(a_sheet([words, 1])))[1:]
    assert told == f"'{words}"
    page, _ = read_xlsx(as_xlsx(a_sheet([words.strip(), 1])))
    assert page["A2"].data_type == "s"
    assert page["A2"].value == words.strip()
    assert page["A2"].quotePrefix or not words.strip().startswith(("=", "+", "-", "@"))


def test_a_number_below_zero_stays_a_number():
    assert read_csv(as_csv(a_sheet([-5, Decimal("-1.5")])))[1] == ["-5", "-1,5"]
    assert read_xlsx(as_xlsx(a_sheet([-5, Decimal("-1.5")])))[1][1] == [-5, -1.5]


def test_the_first_row_stays_in_view_and_filters_and_columns_have_room():
    page, rows = read_xlsx(as_xlsx(a_sheet(["Et langt navn på et indsatsområde", 1], ["\x07kort", 2])))
    assert rows[0] == ["Hvad", "Hvornår"]
    assert rows[2][0] == "kort"  # what XML cannot hold is left out
    assert page["A1"].font.bold
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:B3")
    assert page.column_dimensions["A"].width == len("Et langt navn på et indsatsområde") + 2
    assert len(page.title) == 31


def test_an_empty_list_is_its_headings():
    assert read_csv(as_csv(a_sheet())) == [["Hvad", "Hvornår"]]
    assert read_xlsx(as_xlsx(a_sheet()))[1] == [["Hvad", "Hvornår"]]


def test_the_file_has_its_name_and_type_and_no_other_ending_is_known():
    answer = sheet_answer(a_sheet(), "csv")
    assert answer["Content-Disposition"] == 'attachment; filename="tal-2027.csv"'
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert sheet_answer(a_sheet(), "xlsx")["Content-Type"].endswith("spreadsheetml.sheet")
    with pytest.raises(Http404):
        sheet_answer(a_sheet(), "exe")
