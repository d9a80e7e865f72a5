"""WeasyPrint tags every line of text. The lines of a block become marks of the block: half the file."""

from plans.publication.pdf.tag_tree import Kid, Mark, Tag, TagTree

# Tags that may hold text themselves; the others hold tags only.
_HOLD_TEXT = {
    *("P", "H1", "H2", "H3", "H4", "H5", "H6", "BlockQuote", "Caption", "Lbl", "LBody", "TH", "TD"),
    *("Span", "Link", "NonStruct"),
}
_LINES = {"Span", "NonStruct"}


def fold_lines(tree: TagTree) -> None:
    _fold(tree.document)


def _fold(tag: Tag) -> None:
    for kid in tag.tags:
        _fold(kid)
    if tag.kind in _HOLD_TEXT:
        tag.kids = [held for kid in tag.kids for held in _unwrapped(kid)]


def _unwrapped(kid: Kid) -> list[Kid]:
    return kid.kids if isinstance(kid, Tag) and _says_nothing(kid) else [kid]


def _says_nothing(kid: Tag) -> bool:
    return (
        kid.kind in _LINES
        and not {"Lang", "A", "ID", "Alt"} & kid.thing.keys()
        and all(isinstance(held, Mark) for held in kid.kids)
    )
