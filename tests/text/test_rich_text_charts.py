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
