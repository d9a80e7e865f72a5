"""Laws, agreements and figures of the register as a plan shows them: in a line, and as a block by itself."""

from collections.abc import Iterable, Iterator

from django.utils.html import escape, format_html, format_html_join

from councils.models import Figure, LawQuote
from plans.document.models import MultiYearAgreement
from samarbejde import danish
from samarbejde.text.rich_text_fields import Value


def law_value(law: LawQuote) -> Value:
    """Its name, with the link; by itself its wording, where somebody has written that in."""
    name = str(law)
    if not law.wording:
        return Value(name, law.link, needs_a_line=True)
    begun = name[:1].upper() + name[1:]
    title = format_html('<a href="{}">{}</a>', law.link, begun) if law.link else escape(begun)
    lines = format_html_join("", "<p>{}</p>", ((line,) for line in law.wording.splitlines() if line.strip()))
    checked = f"Ordlyden er kontrolleret {danish.date_text(law.checked_on)}." if law.checked_on else ""
    note = format_html("<p><em>{}</em></p>", checked) if checked else ""
    quote = format_html("<blockquote><p><strong>{}</strong></p>{}{}</blockquote>", title, lines, note)
    return Value(name, law.link, alone=quote)


def agreement_value(agreement: MultiYearAgreement) -> Value:
    """Its name, with the link; by itself also how long it holds, who made it, its marks and chosen themes."""
    name, link = agreement.name, agreement.link
    title = format_html('<a href="{}">{}</a>', link, name) if link else escape(name)
    parties = " ".join(agreement.parties.split())
    facts = [("Periode", agreement.period), *([("Parter", parties)] if parties else [])]
    lines = format_html_join("", "<p>{}: {}</p>", facts)
    lists = [("Pejlemærker", agreement.mark_list), ("Temaer, vi har valgt", agreement.theme_list)]
    more = format_html_join("", "<p>{}:</p>{}", ((word, as_list(rows)) for word, rows in lists if rows))
    box = format_html("<blockquote><p><strong>{}</strong></p>{}{}</blockquote>", title, lines, more)
    return Value(name, link, alone=box)


def as_list(rows: Iterable[str]) -> str:
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((row,) for row in rows)))


def figure_values(rows: Iterable[Figure], year: int) -> Iterator[tuple[str, Value]]:
    """Of each figure that the plan's year has, by its name; `rows` stand by table, row, unit and year."""
    for name, years in named_figures(rows, year):
        yield name, Value(amount(years[-1]), alone=_table(years) if len(years) > 1 else _one(years[-1]))


def named_figures(rows: Iterable[Figure], year: int) -> Iterator[tuple[str, list[Figure]]]:
    """Each with those of the years before it."""
    series: dict[tuple[str, str, str], list[Figure]] = {}
    for row in rows:  # whose years may stand apart, where its place was moved
        series.setdefault((row.table, row.row, row.unit), []).append(row)
    ordered = [sorted(years, key=lambda one: one.year) for years in series.values()]
    shown = [years for years in ordered if years[-1].year == year]
    names = [f"{years[-1].table}, {years[-1].row}" for years in shown]
    for name, years in zip(names, shown, strict=True):
        yield f"{name} ({years[-1].unit})" if names.count(name) > 1 else name, years


def amount(figure: Figure) -> str:
    """`2.800 anmeldelser`, `17 %`."""
    return f"{danish.number_text(figure.value)} {figure.unit}".strip()


def _one(figure: Figure) -> str:
    period = f" ({figure.period})" if figure.period else ""
    target = f" Målet er {danish.number_text(figure.target)}." if figure.target is not None else ""
    words = f": {amount(figure)}{period}.{target} {_source(figure)}"
    return format_html("<p><strong>{}</strong>{}</p>", figure.row, words)


def _table(years: list[Figure]) -> str:
    """One line a year. What is drawn of it is drawn from these numbers, wherever it is shown."""
    newest = years[-1]
    is_said = not newest.unit or newest.unit.casefold() == newest.row.casefold()
    heading = newest.row if is_said else f"{newest.row} ({newest.unit})"
    has_target = any(row.target is not None for row in years)
    head = ["Periode", heading, *(["Mål"] if has_target else [])]
    lines = [
        [
            row.period or str(row.year),
            danish.number_text(row.value),
            *([danish.number_text(row.target) if row.target is not None else ""] if has_target else []),
        ]
        for row in years
    ]
    cells = format_html_join("", "<th>{}</th>", ((word,) for word in head))
    body = format_html_join(
        "",
        "<tr>{}</tr>",
        ((format_html_join("", "<td>{}</td>", ((cell,) for cell in line)),) for line in lines),
    )
    return format_html(
        '<table data-figure="years"><tbody><tr>{}</tr>{}</tbody></table><p><em>{}</em></p>',
        cells,
        body,
        _source(newest),
    )


def _source(figure: Figure) -> str:
    day = f", opgjort {danish.date_text(figure.as_of)}" if figure.as_of else ""
    return f"Kilde: {figure.source}{day}."
