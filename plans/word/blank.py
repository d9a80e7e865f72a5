"""An empty document: in Danish, with the portal's styles, a line over and under each page, its properties."""

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from plans.word.elements import Element, element, field, run, words
from plans.word.runs import BADGE, LINK

BLUE = RGBColor(0x1D, 0x35, 0x52)
GREY = RGBColor(0x59, 0x59, 0x59)
TYPEFACE = "Calibri"
LANGUAGE = "da-DK"
_WORD_OF_TODAY = "15"  # since 2013
HEADINGS = range(1, 6)  # levels, the highest first
_SIZES = {1: 20, 2: 15, 3: 13, 4: 12, 5: 11}
_KEPT = {
    *("Normal", "Header", "Footer", "Title", "Subtitle", "Caption", "Quote", "TOC Heading", "Table Grid"),
    *("List Bullet", "List Number", "List Continue", "Default Paragraph Font", "Normal Table", "No List"),
    *(f"Heading {level}" for level in HEADINGS),
}


def blank(*, title: str, author: str, over: str) -> Document:
    """`over` stands at the top of every page."""
    document = docx.Document()
    _drop_what_nobody_needs(document)
    _say(document, title, author)
    _shape(document)
    _own_styles(document)
    _page(document, over)
    return document


def _drop_what_nobody_needs(document: Document) -> None:
    """A picture of another document, and styles by the hundred."""
    package, part = document.part.package, document.part
    for relations in (package.rels, part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects", "/customXml")):
                del relations[key]
    styles = document.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.find(qn("w:name")).get(qn("w:val")) not in {name.lower() for name in _KEPT} | _KEPT:
            styles.remove(style)
    for tag in ("link", "numPr"):
        for found in list(styles.iter(qn(f"w:{tag}"))):
            found.getparent().remove(found)


def _say(document: Document, title: str, author: str) -> None:
    """Without a date, so that one text makes one file."""
    said = document.core_properties
    said.title, said.author, said.language = title, author, LANGUAGE
    said.comments = said.keywords = said.last_modified_by = ""
    root = said._element
    for child in list(root):
        if child.tag.endswith(("}created", "}modified", "}revision")):
            root.remove(child)


def _shape(document: Document) -> None:
    styles = document.styles
    for lang in (*styles.element.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))):
        lang.set(qn("w:val"), LANGUAGE)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_OF_TODAY)
    for style in styles:
        if style.type in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
            _typeface(style.element)
    normal = styles["Normal"]
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(7)
    for level, size in _SIZES.items():
        heading = styles[f"Heading {level}"]
        heading.font.size, heading.font.color.rgb = Pt(size), BLUE
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(16), Pt(6)
    for name, size in (("Title", 30), ("Subtitle", 14), ("TOC Heading", 20), ("Caption", 11)):
        styles[name].font.size, styles[name].font.color.rgb = Pt(size), BLUE
    styles["Quote"].paragraph_format.left_indent = Mm(5)
    styles["Caption"].paragraph_format.keep_with_next = False
    for name in ("Header", "Footer"):
        styles[name].font.size, styles[name].font.color.rgb = Pt(9), GREY
    for name in ("List Bullet", "List Number", "List Continue"):
        styles[name].paragraph_format.space_after = Pt(3)


def _typeface(style: Element) -> None:
    properties = style.get_or_add_rPr()
    for found in properties.findall(qn("w:rFonts")):
        properties.remove(found)
    if style.get(qn("w:default")):
        fonts = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), TYPEFACE)
        properties.insert(0, element("rFonts", **fonts))


def _own_styles(document: Document) -> None:
    styles = document.styles
    below = styles.add_style("Register Heading", WD_STYLE_TYPE.PARAGRAPH)
    below.base_style = styles["Normal"]
    below.font.bold, below.font.color.rgb = True, BLUE
    below.paragraph_format.keep_with_next = True
    for level in HEADINGS:
        line = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        line.base_style, line.element.styleId = styles["Normal"], f"TOC{level}"
        line.paragraph_format.left_indent, line.paragraph_format.space_after = Mm(5 * (level - 1)), Pt(2)
    for name, style_id in (("footnote text", "FootnoteText"), ("annotation text", "CommentText")):
        small = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        small.base_style, small.element.styleId = styles["Normal"], style_id
        small.font.size, small.paragraph_format.space_after = Pt(9), Pt(2)
    number = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    number.element.styleId, number.font.superscript = "FootnoteReference", True
    link = styles.add_style(LINK, WD_STYLE_TYPE.CHARACTER)
    link.font.underline, link.font.color.rgb = True, BLUE
    badge = styles.add_style(BADGE, WD_STYLE_TYPE.CHARACTER)
    badge.font.italic, badge.font.color.rgb = True, GREY


def _page(document: Document, over: str) -> None:
    [section] = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    section.header.paragraphs[0].text = over
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    page, pages = (field(code, run(words("1"))) for code in ("PAGE", "NUMPAGES"))
    foot._p.extend([run(words("Side ")), *page, run(words(" af ")), *pages])
