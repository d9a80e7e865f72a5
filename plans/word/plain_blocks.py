"""What the register fills in, as the paragraphs, lists and tables that a redline compares."""

from lxml import html as lxml_html
from lxml.html import HtmlElement

from plans.word.inline import inside
from plans.word.writing import root_of

_KEPT = {"ul", "ol", "li", "table", "tbody", "tr", "th", "td", "p", "blockquote"}
_LINES = {"h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "dt"}
_SAID = {"start", "type", "value", "colspan", "rowspan"}


def plain_blocks(html: str) -> str:
    made = lxml_html.Element("div")
    _copy(root_of(html), made)
    return "".join(str(lxml_html.tostring(part, encoding="unicode")) for part in made)


def _copy(holder: HtmlElement, into: HtmlElement) -> None:
    loose: HtmlElement | None = None
    for node in inside(holder):
        if isinstance(node, str) or node.tag not in _KEPT | _LINES | {"section", "div", "thead", "figure"}:
            if loose is None and not (isinstance(node, str) and not node.strip()):
                loose = into if into.tag == "p" else _added(into, "p")
            if loose is not None:
                _say(loose, node)
            continue
        loose = None
        _block(node, into)


def _block(node: HtmlElement, into: HtmlElement) -> None:
    if node.tag == "caption" and into.tag in ("table", "tbody"):
        return
    if node.tag == "table":
        for caption in node.iterfind("./caption"):
            _block(caption, into)
        body = _added(_added(into, "table"), "tbody")
        for row in node.iter("tr"):
            _block(row, body)
    elif node.tag in _LINES:
        line = _added(_added(into, "p"), "strong")
        line.text = " ".join(node.text_content().split())
    elif node.tag in _KEPT:
        made = _added(into, node.tag)
        for name in _SAID & set(node.attrib):
            made.set(name, node.get(name))
        _copy(node, made)
    else:
        _copy(node, into)


def _added(into: HtmlElement, tag: str) -> HtmlElement:
    made = lxml_html.Element(tag)
    into.append(made)
    return made


def _say(into: HtmlElement, node: HtmlElement | str) -> None:
    if not isinstance(node, str):
        copy = lxml_html.fromstring(str(lxml_html.tostring(node, encoding="unicode", with_tail=False)))
        into.append(copy)
    elif len(into):
        into[-1].tail = (into[-1].tail or "") + node
    else:
        into.text = (into.text or "") + node
