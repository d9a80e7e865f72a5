"""Figures of the district: tables that became running text ("Stevns 250,1 km 2 21.864 indbyggere")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from plans.importing.blocks import Block, Paragraph, Run
from plans.importing.findings.places import Places
from plans.importing.findings.plan import ReadFigure, ReadPlan, ReadSection
from samarbejde.danish import quarter_text

_NUMBER = r"\d{1,3}(?:\.\d{3}){1,2}(?:,\d{1,2})?|\d{1,9}(?:,\d{1,2})?"
_TOTAL = re.compile(rf"\bi\s?alt\s+(?P<total>{_NUMBER})\s+(?P<unit>[a-zæøå]+)\b[^:]{{0,120}}:", re.IGNORECASE)
_ROW = re.compile(rf"\s*(?P<row>[A-ZÆØÅ][^\d:()]{{1,60}}?(?:\*\))?)[:\s]\s*(?P<value>{_NUMBER})(?=\s|$)")
_SOURCE = re.compile(r"\(?\bKilde:\s*(?P<source>[^()]{1,150}?)(?:\)|\.?$)")
_AS_OF = re.compile(r"\s*(?:pr\.|d\.)\s*(\d{1,2})[.-](\d{1,2})[.-](\d{2,4})$")
_PERIOD = re.compile(r"\s*(\d{4})(?:\s?K([1-4]))?$")
MOST_ROWS = 60
PEOPLE_AND_AREA, STAFF = "Areal og befolkning", "Ansatte"


@dataclass
class _Table:
    begin: int
    end: int
    rows: list[ReadFigure]
    starred: str = ""  # the row that the note »*)« below is of


def find_figures(plan: ReadPlan, places: Places) -> None:
    for section in plan.sections:
        for place, block in enumerate(section.before):
            if section.data or not isinstance(block, Paragraph):
                continue
            if tables := _tables(block.text, places):
                plan.figures += [row for table in tables for row in table.rows]
                _fill(section, place, block, tables)
                break


def _fill(section: ReadSection, place: int, block: Paragraph, tables: list[_Table]) -> None:
    """Each table's introduction stays before the figures; notes and sources come after them."""
    introductions, notes, text = [], [], block.text
    begin, starred = 0, ""
    for table in tables:
        note, introduction = _note_and_introduction(text[begin : table.begin], is_first=begin == 0)
        notes.append(_named(note, starred))
        introductions.append(introduction)
        begin, starred = table.end, table.starred
    notes.append(_named(text[begin:].strip(), starred))
    section.fill_from_register("figures", [place], _paragraphs(introductions, block.place))
    section.after = [*_paragraphs(notes, block.place), *section.after]


def _paragraphs(texts: list[str], place: str) -> list[Block]:
    return [Paragraph(place, (Run(text),)) for text in texts if text]


def _note_and_introduction(text: str, *, is_first: bool) -> tuple[str, str]:
    sources = [] if is_first else list(_SOURCE.finditer(text))
    cut = sources[-1].end() if sources else 0
    return text[:cut].strip(), text[cut:].strip()


def _named(note: str, row: str) -> str:
    """The rows lose their stars: the note says which it is of."""
    return f"{row}: {note.removeprefix('*)').lstrip()}" if row and note.startswith("*)") else note


def _tables(text: str, places: Places) -> list[_Table]:
    tables = [table for table in (_staff(text), _people_and_area(text, places)) if table]
    return [_with_source(table, text) for table in sorted(tables, key=lambda table: table.begin)]


def _people_and_area(text: str, places: Places) -> _Table | None:
    row = re.compile(
        rf"{places.municipality_pattern}\s+(?P<area>{_NUMBER})\s*km\s?[2²]\s+(?P<people>{_NUMBER})\s+indbyggere"
    )
    matches = list(row.finditer(text))
    if len(matches) < 2:
        return None
    rows = []
    for match in matches:
        name = places.registered(match["municipality"])
        rows.append(ReadFigure(PEOPLE_AND_AREA, name, _number(match["area"]), "km²"))
        rows.append(ReadFigure(PEOPLE_AND_AREA, name, _number(match["people"]), "indbyggere"))
    return _Table(matches[0].start(), matches[-1].end(), rows)


def _staff(text: str) -> _Table | None:
    """Rows of a name and a number whose sum is the total that was promised before them."""
    for promise in _TOTAL.finditer(text):
        total, unit = _number(promise["total"]), promise["unit"].lower()
        rows: list[ReadFigure] = []
        starred = ""
        for match in _rows(text, promise.end()):
            rows.append(ReadFigure(STAFF, match["row"].strip("*) "), _number(match["value"]), unit))
            starred = rows[-1].row if "*" in match["row"] else starred
            if len(rows) > 1 and sum(row.value for row in rows) == total:
                whole = [*rows, ReadFigure(STAFF, "I alt", total, unit)]
                return _Table(promise.end(), match.end(), whole, starred)
    return None


def _rows(text: str, begin: int) -> Iterator[re.Match[str]]:
    """The rows from `begin` on, one after the other."""
    for _ in range(MOST_ROWS):
        match = _ROW.match(text, begin)
        if match is None:
            return
        yield match
        begin = match.end()


def _with_source(table: _Table, text: str) -> _Table:
    match = _SOURCE.search(text, table.end)
    if not match:
        return table
    source, as_of, period = match["source"].strip(), None, ""
    if found := _AS_OF.search(source):
        day, month, year = map(int, found.groups())
        as_of = _date(year + 2000 if year < 100 else year, month, day)
    elif found := _PERIOD.search(source):
        period = quarter_text(int(found[2]), int(found[1])) if found[2] else found[1]
    source = source[: found.start()] if found else source
    rows = [replace(row, source=source, period=period, as_of=as_of) for row in table.rows]
    return replace(table, rows=rows)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))
