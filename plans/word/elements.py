"""Elements of WordprocessingML (ISO 29500-1), built from the inside out."""

from collections.abc import Iterable

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

Element = BaseOxmlElement


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """`element("pStyle", val="Quote")` is `<w:pStyle w:val="Quote"/>`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def words(text: str, tag: str = "t") -> Element:
    made = element(tag)
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made


def run(*children: Element, look: Iterable[Element] = ()) -> Element:
    properties = list(look)
    return element("r", *([element("rPr", *properties)] if properties else []), *children)


def paragraph(style: str, *children: Element, properties: Iterable[Element] = ()) -> Element:
    """`properties` stand in the order of the schema, after the style."""
    return element("p", element("pPr", element("pStyle", val=style), *properties), *children)


def field(code: str, *shown: Element) -> list[Element]:
    """A field with what it shows until Word has computed it."""
    return [
        run(element("fldChar", fldCharType="begin")),
        run(words(f" {code} ", "instrText")),
        run(element("fldChar", fldCharType="separate")),
        *shown,
        run(element("fldChar", fldCharType="end")),
    ]
