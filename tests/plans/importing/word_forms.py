"""One plan as Word documents of many forms: what people do to write the same thing."""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from plans.importing.blocks import Block, Item, Table, Words
from plans.importing.findings.plan import ReadPlan, ReadSection
from samarbejde.danish import date_text

WIDE = 3  # signatories side by side


@dataclass(frozen=True)
class Form:
    headings: str = "styles"  # or "numbers" that Word counts, "bold" lines
    contents: str = ""  # or "field", "empty field", "typed"
    signatories: str = "lines"  # or "paragraphs", "rows" of name and title, "columns" of names above titles,
    # "title first", "one line"
    priorities: str = "list"  # or "typed", "letters", "bullets", "table" each, "one table"
    columns: int = 1


FORMS = {
    "overskrifter": Form(),
    "tomt indholdsfelt": Form(contents="empty field"),
    "indholdsfelt": Form(contents="field"),
    "skrevet indhold": Form(contents="typed"),
    "automatiske numre": Form(headings="numbers"),
    "fede linjer": Form(headings="bold"),
    "underskrifter i afsnit": Form(signatories="paragraphs"),
    "underskrifter i tabel": Form(signatories="rows"),
    "underskrifter i kolonner": Form(signatories="columns"),
    "titel over navn": Form(signatories="title first"),
    "navn og titel på linje": Form(signatories="one line"),
    "skrevne numre": Form(priorities="typed"),
    "skrevne numre i afsnit": Form(priorities="typed paragraphs"),
    "bogstaver": Form(priorities="letters"),
    "punkter": Form(priorities="bullets"),
    "en tabel hver": Form(priorities="table"),
    "én tabel": Form(priorities="one table"),
    "to spalter": Form(columns=2),
    "alt på én gang": Form("numbers", "field", "columns", "one table", 2),
}


def as_word(plan: ReadPlan, form: Form) -> bytes:
    document = Document()
    for number, line in enumerate(plan.title):
        document.add_paragraph(line, style="Subtitle" if number else "Title")
    _add_contents(document, plan, form)
    if form.headings == "numbers":
        _number_headings(document)
    if form.columns > 1:
        cols = document.sections[0]._sectPr.find(qn("w:cols"))
        cols.set(qn("w:num"), str(form.columns))
    for section in plan.sections:
        _add_heading(document, section, form)
        _add_blocks(document, section.before)
        _add_data(document, section, plan, form)
        _add_blocks(document, section.after)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def title_of(section: ReadSection) -> str:
    return f"{section.written} {section.heading}".strip()


def _add_heading(document: WordDocument, section: ReadSection, form: Form) -> None:
    level = max(section.level, 1) + (1 if section.level else 0)
    if form.headings == "bold":
        document.add_paragraph().add_run(title_of(section)).bold = True
    elif form.headings == "numbers" and section.kind not in ("part", "foreword"):
        document.add_paragraph(section.heading, style=f"Heading {level}")
    else:
        document.add_paragraph(title_of(section), style=f"Heading {level}")


def _add_contents(document: WordDocument, plan: ReadPlan, form: Form) -> None:
    entries = [f"{title_of(section)}\t{3 + place}" for place, section in enumerate(plan.sections)]
    if form.contents == "typed":
        document.add_paragraph("Indholdsfortegnelse")
        for entry in entries:
            document.add_paragraph(entry)
    elif form.contents:
        lines = entries if form.contents == "field" else ["Opdatér felterne for at se indholdet."]
        paragraphs = [document.add_paragraph(line) for line in lines]
        first, last = paragraphs[0]._p, paragraphs[-1]._p
        code = OxmlElement("w:instrText")
        code.text = ' TOC \\o "1-3" \\h '
        for place, part in enumerate((_field("begin"), _run(code), _field("separate"))):
            first.insert(place, part)
        last.append(_field("end"))


def _field(kind: str) -> OxmlElement:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return _run(mark)


def _run(child: OxmlElement) -> OxmlElement:
    run = OxmlElement("w:r")
    run.append(child)
    return run


def _number_headings(document: WordDocument) -> None:
    """Chapters and what is below them: the heading styles 2, 3 and 4 are the list's levels."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{at + 2}"/>'
        f'<w:lvlText w:val="{".".join(f"%{n}" for n in range(1, at + 2))}."/></w:lvl>'
        for at in range(4)
    )
    numbering = document.part.numbering_part.element
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering.insert(0, parse_xml(abstract))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for at in range(4):
        look = document.styles[f"Heading {at + 2}"].element.get_or_add_pPr()
        look.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{at}"/><w:numId w:val="77"/></w:numPr>')
        )


def _add_blocks(document: WordDocument, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Item):
            document.add_paragraph(block.words, style="List Number" if block.numbering else "List Bullet")
        elif isinstance(block, Words):
            _add_lines(document.add_paragraph(), block.words)
        elif isinstance(block, Table):
            width = max(map(len, block.rows))
            table = document.add_table(len(block.rows), width)
            for row, cells in enumerate(block.rows):
                for column, cell in enumerate(cells):
                    words = " ".join(one.words for one in cell.blocks if isinstance(one, Words))
                    table.cell(row, column).text = words


def _add_lines(paragraph: WordParagraph, *lines: str) -> None:
    for number, line in enumerate(lines):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)


def _add_data(document: WordDocument, section: ReadSection, plan: ReadPlan, form: Form) -> None:
    if section.data == "signatories":
        if plan.signed_date:
            document.add_paragraph(f"{plan.signed_place}, den {date_text(plan.signed_date)}")
        _add_signatories(document, [(one.name, one.title) for one in plan.signatories], form.signatories)
    elif section.data == "priorities":
        _add_priorities(document, plan.priorities, form.priorities)
    elif section.data == "prevention_areas":
        for area in plan.prevention_areas:
            document.add_paragraph(f"{area.name}, {area.municipality}", style="List Bullet")
    elif section.data:
        _add_blocks(document, section.taken)


def _add_signatories(document: WordDocument, people: list[tuple[str, str]], form: str) -> None:
    if form == "rows":
        table = document.add_table(len(people), 2)
        for row, (name, title) in enumerate(people):
            table.cell(row, 0).text, table.cell(row, 1).text = name, title
    elif form == "columns":
        rows = [people[at : at + WIDE] for at in range(0, len(people), WIDE)]
        table = document.add_table(2 * len(rows), WIDE)
        for number, row in enumerate(rows):
            for column, (name, title) in enumerate(row):
                table.cell(2 * number, column).text = name
                table.cell(2 * number + 1, column).text = title
    else:
        for name, title in people:
            if form == "one line":
                document.add_paragraph(f"{name}, {title}")
            elif form == "paragraphs":
                document.add_paragraph(name)
                document.add_paragraph(title)
            else:
                lines = (title, name) if form == "title first" else (name, title)
                _add_lines(document.add_paragraph(), *lines)


def _add_priorities(document: WordDocument, lists: dict[str, list[str]], form: str) -> None:
    if form == "one table":
        _add_one_table(document, lists)
        return
    for number, (name, titles) in enumerate(lists.items()):
        document.add_paragraph(f"{name} Kommune")
        if form == "table":
            table = document.add_table(len(titles), 2)
            for row, title in enumerate(titles):
                _fill(table.rows[row].cells, (f"{row + 1}.", title))
        elif form in ("list", "bullets"):
            for title in titles:
                style = "List Bullet" if form == "bullets" else "List Number"
                paragraph = document.add_paragraph(title, style=style)
                if form == "list":
                    _restart(document, paragraph, number)
        else:
            _add_typed(document, titles, form)


def _add_one_table(document: WordDocument, lists: dict[str, list[str]]) -> None:
    table = document.add_table(0, 3)
    _fill(table.add_row().cells, ("Kommune", "Nr.", "Prioritet"))
    for name, titles in lists.items():
        rows = [table.add_row().cells for _ in titles]
        for number, (cells, title) in enumerate(zip(rows, titles, strict=True), start=1):
            _fill(cells[1:], (str(number), title))
        rows[0][0].merge(rows[-1][0]).text = f"{name} Kommune"


def _add_typed(document: WordDocument, titles: list[str], form: str) -> None:
    labels = (f"{chr(96 + at)})" if form == "letters" else f"{at}." for at in range(1, 99))
    lines = [f"{label} {title}" for label, title in zip(labels, titles, strict=False)]
    if form == "typed paragraphs":
        for line in lines:
            document.add_paragraph(line)
    else:
        _add_lines(document.add_paragraph(), *lines)


def _fill(cells: Iterable[_Cell], texts: Iterable[str]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        cell.text = text


def _restart(document: WordDocument, paragraph: WordParagraph, number: int) -> None:
    """A list of its own for each kommune: it begins at 1 again."""
    numbering = document.part.numbering_part.element
    id_ = 500 + number
    if not numbering.findall(f"{qn('w:num')}[@{qn('w:numId')}='{id_}']"):
        style = document.styles["List Number"].element
        of_style = style.find(f".//{qn('w:numId')}").get(qn("w:val"))
        [same] = [one for one in numbering.findall(qn("w:num")) if one.get(qn("w:numId")) == of_style]
        abstract = same.find(qn("w:abstractNumId")).get(qn("w:val"))
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride '
                'w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            )
        )
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{id_}"/></w:numPr>')
    )
