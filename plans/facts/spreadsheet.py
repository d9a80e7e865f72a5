"""Figures out of a spreadsheet, pasted or as a file: the columns are those of the register's own list."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath

from openpyxl import load_workbook

from councils.models import Figure, PoliceDistrict
from plans.facts.figures import key_of
from plans.facts.forms.facts import FigureForm
from samarbejde.transitions import Refused

HEADINGS = {
    "tabel": "table",
    "række": "row",
    "planår": "year",
    "periode": "period",
    "værdi": "value",
    "enhed": "unit",
    "mål": "target",
    "kilde": "source",
    "opgjort den": "as_of",
}
NEEDED = ("table", "row", "value")
MOST_ROWS, MOST_COLUMNS = 2000, 40
LARGEST_FILE = 5_000_000  # bytes, as of the whole file unpacked
UNPACKED = 50_000_000
NEW, CHANGED, SAME, WRONG = "ny", "rettes", "uændret", "kan ikke læses"
Cells = list[str]


@dataclass(frozen=True)
class ReadRow:
    """A row as it was read: `number` is its own in the spreadsheet, `before` the figure that stands."""

    number: int
    form: FigureForm
    before: Figure | None

    @property
    def state(self) -> str:
        if self.form.errors:
            return WRONG
        if self.before is None:
            return NEW
        kept = {name: getattr(self.before, name) for name in FigureForm.ANSWERS}
        return SAME if kept == self.form.answers else CHANGED

    @property
    def why(self) -> list[str]:
        return [
            f"{self.form.fields[name].label}: {error}" if name in self.form.fields else str(error)
            for name, errors in self.form.errors.items()
            for error in errors
        ]

    @property
    def table(self) -> str:
        return self._typed("table")

    @property
    def name(self) -> str:
        return self._typed("row")

    @property
    def year(self) -> str:
        return self._typed("year")

    @property
    def value(self) -> str:
        return self._typed("value")

    @property
    def unit(self) -> str:
        return self._typed("unit")

    def _typed(self, name: str) -> str:
        return str(self.form.data.get(name, ""))


def table_of_file(name: str, content: bytes) -> str:
    """The rows of an `.xlsx` or `.csv` as they would be pasted; raises `Refused` for what is neither."""
    ending = PurePath(name).suffix.lower()
    if len(content) > LARGEST_FILE:
        raise Refused(f"Filen fylder mere end {LARGEST_FILE // 1_000_000} MB. Gem kun arket med tallene.")
    if ending == ".xlsx":
        return _pasted(_xlsx_rows(content))
    if ending in (".csv", ".txt"):
        return _pasted(_split(_decoded(content)))
    raise Refused("Filen skal være et regneark (.xlsx) eller en kommasepareret fil (.csv).")


def read_rows(pasted: str, district: PoliceDistrict, usual: dict[str, str]) -> list[ReadRow]:
    """Each row below the headings; `usual` says what stands in a cell that is empty.

    Raises `Refused` where the headings are not known.
    """
    rows = list(_split(pasted))
    if not rows:
        raise Refused("Der er ingen rækker. Kopiér dem med overskrifter fra regnearket.")
    names = [HEADINGS.get(" ".join(cell.lower().split()), "") for cell in rows[0]]
    if lacking := [heading for heading, name in HEADINGS.items() if name in NEEDED and name not in names]:
        raise Refused(
            f"Den første række skal være overskrifter, og her mangler »{'«, »'.join(lacking)}«. "
            "Hent listen som Excel, så har du dem alle."
        )
    if len(rows) > MOST_ROWS:
        raise Refused(f"Der er {len(rows)} rækker. Hent højst {MOST_ROWS} ad gangen.")
    standing: dict[tuple[object, ...], Figure] = {
        (*key_of(one), one.year): one for one in district.figures.all()
    }
    return [_read(number, _told(names, row, usual), standing) for number, row in enumerate(rows[1:], 2)]


def _told(names: Cells, row: Cells, usual: dict[str, str]) -> dict[str, str]:
    cells = {name: cell.strip() for name, cell in zip(names, row, strict=False) if name}
    return usual | {name: _plain(cell) for name, cell in cells.items() if cell}


def _plain(cell: str) -> str:
    """Without the apostrophe that the register's own CSV puts before what looks like a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def _read(number: int, told: dict[str, str], standing: dict[tuple[object, ...], Figure]) -> ReadRow:
    form = FigureForm(told)
    form.full_clean()
    key = tuple(form.cleaned_data.get(name) for name in ("table", "row", "unit", "year"))
    return ReadRow(number, form, standing.get(key))


def _split(text: str) -> Iterator[Cells]:
    """As Excel copies (tabs) or as Danish CSV (semicolons), without empty rows."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    separator = "\t" if "\t" in head else ";"
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if any(cell.strip() for cell in row):
                yield row[:MOST_COLUMNS]
    except csv.Error as broken:
        raise Refused("Rækkerne kan ikke læses: et anførselstegn mangler sin mage.") from broken


def _pasted(rows: Iterable[Cells]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter="\t").writerows(rows)
    return file.getvalue()


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("Filens bogstaver kan ikke læses. Gem den som »CSV UTF-8«, og prøv igen.")


def _xlsx_rows(content: bytes) -> Iterator[Cells]:
    """Of the first sheet, formulas by their last value."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > UNPACKED:
                raise Refused("Filen er for stor, når den pakkes ud. Gem kun arket med tallene.")
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for row in book.worksheets[0].iter_rows(
            max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True
        ):
            yield [_said(value) for value in row]
    except Refused:
        raise
    except Exception as broken:  # whatever openpyxl meets in a file that is no workbook
        raise Refused(
            "Filen kan ikke læses som et regneark. Er den beskyttet, så gem den uden adgangskode."
        ) from broken


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        value = Decimal(str(value)).normalize()
        return f"{value:f}".replace(".", ",")
    return str(value)
