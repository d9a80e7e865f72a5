"""A figure's years drawn as columns beside their table: from its own cells, so that the two cannot differ."""

from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.html import HtmlElement

MOST = 12  # columns that can be told apart
_WIDTH, _HEIGHT, _COLUMN = 480, 200, 56
_TOP, _BOTTOM = 48, 28  # room for the values, and for the years
_LEGEND = "Stiplet linje: mål"
_FILL, _INK, _TARGET = "#004d99", "#1a1a1a", "#b42318"


@dataclass(frozen=True)
class _Year:
    label: str
    said: str
    value: float
    target: float | None


def add_charts(root: HtmlElement) -> None:
    for table in list(root.iter("table")):
        if table.get("data-figure") and (years := _years(table)):
            table.addprevious(_chart(" ".join(table.find(".//tr")[1].text_content().split()), years))


def _years(table: HtmlElement) -> list[_Year]:
    """Nothing where a cell is no number, as in one that is marked up, or where there is too much of it."""
    rows = [[" ".join(cell.text_content().split()) for cell in row] for row in table.iter("tr")][1:]
    try:
        years = [_Year(row[0], row[1], _number(row[1]), _target(row)) for row in rows]
    except ValueError:
        return []
    return years if 1 < len(years) <= MOST and min(year.value for year in years) >= 0 else []


def _target(row: list[str]) -> float | None:
    return _number(row[2]) if len(row) > 2 and row[2] else None


def _number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _chart(name: str, years: list[_Year]) -> HtmlElement:
    svg = lxml_html.Element("svg", {"class": "chart", "role": "img", "viewBox": f"0 0 {_WIDTH} {_HEIGHT}"})
    svg.set("width", str(_WIDTH))
    svg.set("height", str(_HEIGHT))
    _add(svg, "title").text = f"{name}: {', '.join(f'{year.label}: {year.said}' for year in years)}"
    top = max([year.value for year in years] + [year.target or 0 for year in years]) or 1
    room = _HEIGHT - _TOP - _BOTTOM
    step = _WIDTH / len(years)
    wide = min(_COLUMN, step * 0.6)
    for number, year in enumerate(years):
        middle = step * (number + 0.5)
        height = room * year.value / top
        at = _HEIGHT - _BOTTOM - height
        _add(svg, "rect", x=middle - wide / 2, y=at, width=wide, height=height, fill=_FILL)
        _words(svg, middle, _HEIGHT - 8, year.label)
        level = at if year.target is None else _HEIGHT - _BOTTOM - room * year.target / top
        _words(
            svg,
            middle,
            (level if level - 24 < at < level + 24 and level < at else at) - 8,
            year.said,
            bold=True,
        )
        if year.target is not None:
            line = _add(svg, "line", x1=middle - wide * 0.7, x2=middle + wide * 0.7, y1=level, y2=level)
            line.set("stroke", _TARGET)
            line.set("stroke-width", "3")
            line.set("stroke-dasharray", "6 4")
    if any(year.target is not None for year in years):
        _words(svg, _WIDTH, 14, _LEGEND, end=True)
    base = _HEIGHT - _BOTTOM
    _add(svg, "line", x1=0, x2=_WIDTH, y1=base, y2=base).set("stroke", _INK)
    return svg


def _words(
    svg: HtmlElement, x: float, y: float, words: str, *, bold: bool = False, end: bool = False
) -> None:
    text = _add(svg, "text", x=x, y=y, fill=_INK)
    text.set("text-anchor", "end" if end else "middle")
    text.set("font-family", "Plex, IBM Plex Sans, sans-serif")
    text.set("font-size", "14")
    if bold:
        text.set("font-weight", "600")
    text.text = words


def _add(svg: HtmlElement, tag: str, **attributes: float | str) -> HtmlElement:
    part: HtmlElement = lxml_html.Element(tag)
    for name, value in attributes.items():
        part.set(name, f"{value:.1f}" if isinstance(value, int | float) else value)
    svg.append(part)
    return part
