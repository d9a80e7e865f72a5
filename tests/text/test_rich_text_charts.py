"""A figure's years are drawn from their own table, wherever it is shown."""

import pytest
from lxml import html as lxml_html

from samarbejde.text.rich_text_showing import shown


def table(
    *rows: str,
    head: str = "<th>Periode</th><th>Øvelser</th><th>Mål</th>",
    attributes: str = ' data-figure="years"',
):
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
    return f"<table{attributes}><tbody><tr>{head}</tr>{lines}</tbody></table>"


def drawn(html: str) -> lxml_html.HtmlElement | None:
    return lxml_html.fragment_fromstring(shown(html), create_parent="div").find("svg")


def numbers(part: lxml_html.HtmlElement, *names: str) -> list[float]:
    return [float(part.get(name)) for name in names]


def test_each_year_is_a_column_with_its_number_and_its_name():
    chart = drawn(table("2025|1.400|", "2026|2.800,5|3.000"))
    assert chart.find("title").text == "Øvelser: 2025: 1.400, 2026: 2.800,5"
    first, second = (float(column.get("height")) for column in chart.findall("rect"))
    assert second / first == pytest.approx(2, rel=0.01)
    assert [text.text for text in chart.findall("text")] == [
        "2025",
        "1.400",
        "2026",
        "2.800,5",
        "Stiplet linje: mål",
    ]
    targets = [line for line in chart.findall("line") if line.get("stroke-dasharray")]
    assert len(targets) == 1
    assert float(targets[0].get("y1")) < float(chart.findall("rect")[1].get("y")), "above the column"


def test_columns_stand_on_one_line_each_between_its_year_and_its_number():
    chart = drawn(table("2025|1|", "2026|0|", "2027|4|2"))
    [base] = [line for line in chart.findall("line") if not line.get("stroke-dasharray")]
    assert numbers(base, "x1", "x2", "y1", "y2") == [0, 480, 172, 172]
    columns = [numbers(column, "x", "width", "y", "height") for column in chart.findall("rect")]
    assert columns == [[52, 56, 141, 31], [212, 56, 172, 0], [372, 56, 48, 124]]
    words = {text.text: numbers(text, "x", "y") for text in chart.findall("text")}
    assert [words[year] for year in ("2025", "2026", "2027")] == [[80, 192], [240, 192], [400, 192]]
    assert [words[value] for value in ("1", "0", "4")] == [[80, 133], [240, 164], [400, 40]]
    assert words["Stiplet linje: mål"] == [480, 14]


@pytest.mark.parametrize(("target", "level", "at"), [("95", 54.2, 40), ("120", 48, 40), ("130", 48, 68.6)])
def test_a_number_stands_clear_of_its_target(target, level, at):
    """The target is a line over the column; where it passes close above its top, the number is above both."""
    chart = drawn(table("2025|1|", f"2026|100|{target}"))
    [line] = [line for line in chart.findall("line") if line.get("stroke-dasharray")]
    assert numbers(line, "x1", "x2", "y1", "y2") == [320.8, 399.2, level, level]
    [number] = [text for text in chart.findall("text") if text.text == "100"]
    assert numbers(number, "y") == [at]


@pytest.mark.parametrize(
    "other",
    [
        table("2025|1|", "2026|2|", attributes=""),
        table("2026|2|"),
        table("2025|få|", "2026|2|"),
        table("2025|1<ins>2</ins><del>3.x</del>|", "2026|2|"),
        table(*(f"{year}|1|" for year in range(2000, 2020))),
        table("2025|-1|", "2026|2|"),
    ],
)
def test_what_is_not_a_series_of_numbers_stays_a_table(other):
    assert drawn(other) is None
    assert "<table" in shown(other)


def test_the_chart_has_no_styles_of_its_own():
    assert "style" not in shown(table("2025|1|", "2026|2|"))
