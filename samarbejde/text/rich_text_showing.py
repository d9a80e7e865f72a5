"""Plan text as pages and the PDF show it: its words as they are stored, its tables as readers need them.

The rows of headings become the table's head, which the PDF says again on each page. A table of many columns
stands in a frame of its own: on a screen it is scrolled in there, in the PDF it gets a page across.
"""

from itertools import takewhile

from django.utils.html import escape
from lxml import html as lxml_html
from lxml.html import HtmlElement

from samarbejde.text.rich_text_charts import add_charts
from samarbejde.text.rich_text_notes import below
from samarbejde.text.rich_text_pictures import absent

FITS = 3  # columns, on a phone
FITS_UPRIGHT = 8  # columns, on an upright sheet
FITS_ACROSS = 14  # columns, in letters of the usual size
_TOLD = 3  # headings in the name of a frame


def shown(html: str, where: str = "") -> str:
    """`where` is the title of what the text stands in, for who hears the names of its frames."""
    html = absent(below(html))
    if "<table" not in html:
        return html
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    add_charts(root)
    for number, table in enumerate(list(root.iter("table")), start=1):
        _head(table)
        if (columns := _columns(table)) > FITS:
            _frame(table, columns, f"Tabel {number} i {where}" if where else f"Tabel {number}")
    return escape(root.text or "") + "".join(lxml_html.tostring(part, encoding="unicode") for part in root)


def _head(table: HtmlElement) -> None:
    rows = list(table.iterfind("./tbody/tr"))
    head = _rows_of_headings(rows)
    if head and len(head) < len(rows):
        top = lxml_html.Element("thead")
        top.extend(head)
        table.insert(0, top)
        for cell in (cell for row in head for cell in row):
            cell.set("scope", "colgroup" if "colspan" in cell.attrib else "col")
    for row in table.iterfind("./tbody/tr"):
        if len(row) and row[0].tag == "th":
            row[0].set("scope", "row")


def _rows_of_headings(rows: list[HtmlElement]) -> list[HtmlElement]:
    """The first rows that hold headings alone, as far as none of their cells reaches below them."""
    found = list(takewhile(lambda row: all(cell.tag == "th" for cell in row), rows))
    reach = max(
        (place + int(cell.get("rowspan", 1)) for place, row in enumerate(found) for cell in row), default=0
    )
    return found if reach <= len(found) else []


def _columns(table: HtmlElement) -> int:
    first = table.find(".//tr")
    return sum(int(cell.get("colspan", 1)) for cell in first) if first is not None else 0


def _frame(table: HtmlElement, columns: int, name: str) -> None:
    classes = ["wide-table"]
    if columns > FITS_UPRIGHT:
        classes.append("is-across")
    if columns > FITS_ACROSS:
        classes.append("is-dense")
    words = [" ".join("".join(cell.itertext()).split()) for cell in table.find(".//tr")]
    told = ", ".join(list(filter(None, words))[:_TOLD])
    frame = lxml_html.Element("div", {"class": " ".join(classes), "role": "region", "tabindex": "0"})
    frame.set("aria-label", f"{name}: {told}" if told else name)
    frame.tail, table.tail = table.tail, None
    table.getparent().replace(table, frame)
    frame.append(table)
