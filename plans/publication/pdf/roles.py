"""Tags get the roles that ISO 14289-1 (PDF/UA) asks for: lists, contents, table headers, links, pictures."""

from pikepdf import Array, Dictionary, Name, Object

from plans.publication.pdf.structure import TagTree, is_reference, is_tag, kids, tags_in

_SCOPES = {"row": Name.Row, "rowgroup": Name.Row, "col": Name.Column, "colgroup": Name.Column}
_POINTS = 0.75  # in a CSS pixel


def give_roles(tree: TagTree) -> None:
    _walk(tree, tree.document, [])


def _walk(tree: TagTree, tag: Object, above: list[Object]) -> None:
    kind, parent = str(tag.S), str(above[-1].S) if above else ""
    if kind == "/L" and any(str(each.get("/SourceRole", "")) == "doc-toc" for each in (tag, *above)):
        tag.S = Name.TOC
    elif kind == "/LI" and parent == "/TOC":
        tag.S = Name.TOCI
    elif kind == "/LBody" and parent == "/TOCI":
        tag.S = Name.Reference
    elif kind == "/LI":
        _only_label_and_body(tree, tag)
    elif kind == "/TH":
        _scope(tag, above)
    elif kind == "/Figure" and "/A" in tag and "/BBox" in tag.A:
        _in_points(tag)
    _one_link(tree, tag, above)
    _drop_decoration(tree, tag)
    for kid in tags_in(tag):
        _walk(tree, kid, [*above, tag])


def _only_label_and_body(tree: TagTree, item: Object) -> None:
    """`<li><p>…</p></li>`: the paragraphs go into the item's body."""
    held: list[Object] = []
    body = None
    for kid in kids(item):
        if is_tag(kid) and kid.S in ("/Lbl", "/LBody"):
            body = kid if kid.S == "/LBody" else body
            held.append(kid)
            continue
        if body is None:
            body = tree.new_tag(Name.LBody, item)
            held.append(body)
        body.K.append(kid)
        if is_tag(kid):
            kid.P = body
    item.K = Array(held)


def _scope(cell: Object, above: list[Object]) -> None:
    usual = Name.Column if any(each.S == "/THead" for each in above) else Name.Row
    if "/A" not in cell:
        cell.A = Dictionary(O=Name.Table)
    cell.A.Scope = _SCOPES.get(str(cell.get("/SourceScope", "")), usual)


def _in_points(figure: Object) -> None:
    """WeasyPrint gives the picture's place in CSS pixels from the top of the page."""
    height = float(figure.Pg.MediaBox[3])
    x1, y1, x2, y2 = (float(value) * _POINTS for value in figure.A.BBox)
    figure.A.BBox = Array([round(value, 3) for value in (x1, height - y2, x2, height - y1)])


def _one_link(tree: TagTree, tag: Object, above: list[Object]) -> None:
    """All areas below a link belong to the outermost Link; those inside are plain spans."""
    outer = next((each for each in above if each.S == "/Link"), None)
    if outer is None:
        if tag.S in ("/NonStruct", "/Span") and any(is_reference(kid) for kid in kids(tag)):
            tag.S = Name.Link
        return
    references = [kid for kid in kids(tag) if is_reference(kid)]
    tag.K = Array([kid for kid in kids(tag) if not is_reference(kid)])
    for reference in references:
        tree.give_link(reference, outer)
    if tag.S == "/Link":
        tag.S = Name.Span


def _drop_decoration(tree: TagTree, tag: Object) -> None:
    """A picture with `alt=""`."""
    decoration = [kid for kid in tags_in(tag) if kid.S == "/Figure" and "/Alt" not in kid]
    for kid in decoration:
        tree.drop(kid)
    if decoration:
        left_out = {kid.objgen for kid in decoration}
        tag.K = Array([kid for kid in kids(tag) if not is_tag(kid) or kid.objgen not in left_out])
