"""Tags get the roles that ISO 14289-1 (PDF/UA) asks for: lists, contents, table headers, links, pictures."""

import pydyf

from plans.publication.pdf.tag_tree import Kid, LinkArea, Mark, Tag, TagTree

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}
_POINTS = 0.75  # in a CSS pixel


class Roles:
    """After `give`, `decoration` holds the marks of pictures that say nothing (`alt=""`)."""

    def __init__(self, tree: TagTree) -> None:
        self.tree = tree
        self.decoration: set[Mark] = set()

    def give(self) -> None:
        self._walk(self.tree.document, [])

    def _walk(self, tag: Tag, above: list[Tag]) -> None:
        parent = above[-1].kind if above else ""
        if tag.kind == "L" and any(each.attribute("role") == "doc-toc" for each in (tag, *above)):
            tag.kind = "TOC"
        elif tag.kind == "LI" and parent == "TOC":
            tag.kind = "TOCI"
        elif tag.kind == "LBody" and parent == "TOCI":
            tag.kind = "Reference"
        elif tag.kind == "LI":
            self._only_label_and_body(tag)
        elif tag.kind == "TH":
            _scope(tag, above)
        elif tag.kind == "Figure":
            self._in_points(tag)
        _one_link(tag, above)
        self._drop_decoration(tag)
        for kid in tag.tags:
            self._walk(kid, [*above, tag])

    def _only_label_and_body(self, item: Tag) -> None:
        """`<li><p>…</p></li>`: the paragraphs go into the item's body."""
        held: list[Kid] = []
        body = None
        for kid in item.kids:
            if isinstance(kid, Tag) and kid.kind in ("Lbl", "LBody"):
                body = kid if kid.kind == "LBody" else body
                held.append(kid)
                continue
            if body is None:
                body = self.tree.new_tag("LBody", item.page)
                held.append(body)
            body.kids.append(kid)
        item.kids = held

    def _in_points(self, figure: Tag) -> None:
        """WeasyPrint gives the picture's place in CSS pixels from the top of the page."""
        height = float(self.tree.pages[figure.page]["MediaBox"][3])
        x1, y1, x2, y2 = (float(value) * _POINTS for value in figure.thing["A"]["BBox"])
        figure.thing["A"]["BBox"] = pydyf.Array(
            [round(value, 3) for value in (x1, height - y2, x2, height - y1)]
        )

    def _drop_decoration(self, tag: Tag) -> None:
        for kid in tag.tags:
            if kid.kind == "Figure" and "Alt" not in kid.thing:
                self.decoration.update(kid.marks())
                tag.kids.remove(kid)


def _scope(cell: Tag, above: list[Tag]) -> None:
    usual = "/Column" if any(each.kind == "THead" for each in above) else "/Row"
    cell.thing["A"]["Scope"] = _SCOPES.get(cell.attribute("scope"), usual)


def _one_link(tag: Tag, above: list[Tag]) -> None:
    """All areas below a link belong to the outermost Link; those inside are plain spans."""
    areas = [kid for kid in tag.kids if isinstance(kid, LinkArea)]
    outer = next((each for each in above if each.kind == "Link"), None)
    if outer is not None:
        outer.kids.extend(areas)
        tag.kids = [kid for kid in tag.kids if not isinstance(kid, LinkArea)]
        tag.kind = "Span" if tag.kind == "Link" else tag.kind
    elif areas and tag.kind in ("NonStruct", "Span"):
        tag.kind = "Link"
