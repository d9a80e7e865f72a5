"""What a page lists, as a file for a spreadsheet: its columns and rows, as Excel or as Danish CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.http import Http404, HttpResponse
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | Decimal | date | datetime | None

XLSX, CSV = "xlsx", "csv"
TYPES = {
    XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    CSV: "text/csv; charset=utf-8",
}
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with these a spreadsheet would begin to compute (CWE-1236)
WIDEST = 60  # characters of a column
DAY, MOMENT = "%d-%m-%Y", "%d-%m-%Y %H.%M"
EXCEL_DAY, EXCEL_MOMENT = "dd-mm-yyyy", 'dd-mm-yyyy hh"."mm'


@dataclass(frozen=True)
class Sheet:
    """`name` is the file's, without its ending; every row has a value below each heading."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def sheet_answer(sheet: Sheet, ending: str) -> HttpResponse:
    """The file, to be kept; raises Http404 for an ending that is neither `xlsx` nor `csv`."""
    if ending not in TYPES:
        raise Http404
    content = as_xlsx(sheet) if ending == XLSX else as_csv(sheet)
    headers = {"Content-Disposition": f'attachment; filename="{sheet.name}.{ending}"'}
    return HttpResponse(content, content_type=TYPES[ending], headers=headers)


def as_csv(sheet: Sheet) -> bytes:
    """Semicolons and a byte order mark: so Excel opens it in Denmark without a question."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";")
    writer.writerow(sheet.headings)
    writer.writerows([_as_text(value) for value in row] for row in sheet.rows)
    return file.getvalue().encode("utf-8-sig")


def as_xlsx(sheet: Sheet) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    page = book.create_sheet(sheet.title[:31])  # Excel's limit
    for values in [sheet.headings, *sheet.rows]:
        page.append([_cell(page, value) for value in values])
    for cell in page[1]:
        cell.font = Font(bold=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(number)].width = width
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(page: Worksheet, value: Value) -> Cell:
    cell = Cell(page, row=1, column=1)  # the page finds its place
    if isinstance(value, datetime):
        cell.value = timezone.localtime(value).replace(tzinfo=None)  # Excel knows no time zones
        cell.number_format = EXCEL_MOMENT
    elif isinstance(value, date):
        cell.value, cell.number_format = value, EXCEL_DAY
    elif isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.data_type = "s"  # whatever it begins with, it is words
        cell.quotePrefix = value.startswith(FORMULA)  # and stays so when somebody edits it
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    else:
        cell.value = value
    return cell


def _as_text(value: Value) -> str:
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime(MOMENT)
    if isinstance(value, date):
        return value.strftime(DAY)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _widths(sheet: Sheet) -> Iterable[int]:
    """Room for a column's longest line."""
    for column in zip(sheet.headings, *sheet.rows, strict=True):
        lines = [line for value in column for line in _as_text(value).split("\n")]
        yield min(max(map(len, lines)) + 2, WIDEST)
