"""What is printed but is no content: running headers and footers, repeated table headers, decoration."""

import pikepdf
from pikepdf import ContentStreamInstruction, Dictionary, Name, Object, Operator

from plans.publication.pdf.structure import TagTree, every_tag

_POINTS = 0.75


def mark_artifacts(tree: TagTree) -> None:
    """Writes them as artifacts on the pages, and takes them out of the parent tree."""
    _find_running_lines(tree)
    for number, marks in tree.gone.items():
        page = tree.pdf.pages[number]
        page.Contents = tree.pdf.make_stream(pikepdf.unparse_content_stream(_rewritten(page, marks)))
        owners = tree.owners(number)
        for mark in marks:
            owners[mark] = None


def _find_running_lines(tree: TagTree) -> None:
    """WeasyPrint tags margin boxes outside the document's tree."""
    alive = {tag.objgen for tag in every_tag(tree.document)}
    for number in range(len(tree.pdf.pages)):
        known = tree.gone.get(number, {})
        for mark, owner in enumerate(tree.owners(number)):
            if owner is not None and owner.objgen not in alive and mark not in known:
                tree.leave_out(number, mark, running=True)


def _rewritten(page: pikepdf.Page, marks: dict[int, bool]) -> list[ContentStreamInstruction]:
    half = float(page.MediaBox[3]) / 2
    instructions = list(pikepdf.parse_content_stream(page))
    written = []
    for index, instruction in enumerate(instructions):
        mark = _mark(instruction)
        if mark in marks and marks[mark]:
            kind = Name.Header if _first_height(instructions[index:]) * _POINTS < half else Name.Footer
            properties = Dictionary(Type=Name.Pagination, Subtype=kind)
            instruction = ContentStreamInstruction([Name.Artifact, properties], Operator("BDC"))
        elif mark in marks:
            instruction = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
        written.append(instruction)
    return written


def _mark(instruction: ContentStreamInstruction) -> int | None:
    if str(instruction.operator) != "BDC":
        return None
    properties: Object = instruction.operands[1]
    return int(properties.MCID) if isinstance(properties, Dictionary) and "/MCID" in properties else None


def _first_height(instructions: list[ContentStreamInstruction]) -> float:
    """Where the next text stands, in CSS pixels from the top of the page."""
    return next((float(each.operands[5]) for each in instructions if str(each.operator) == "Tm"), 0.0)
