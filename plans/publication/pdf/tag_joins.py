"""What a page or a line break cut in two becomes one tag again; a table header said again is no content."""

import pydyf

from plans.publication.pdf.tag_tree import Kid, Mark, Tag, TagTree

Key = tuple[object, str]


class Joiner:
    """After `join`, `repeated` holds the marks of repeated table headers."""

    def __init__(self, tree: TagTree) -> None:
        self.tree = tree
        self.repeated: set[Mark] = set()
        self._first_ids: dict[str, str] = {}  # of a cell in a repeated header → of the first one

    def join(self) -> None:
        for tag in self.tree.document.walk():
            self._join_kids(tag)
        if self._first_ids:
            for tag in self.tree.document.walk():
                self._point_to_first_header(tag)

    def _join_kids(self, parent: Tag) -> None:
        kept: list[Kid] = []
        last: dict[Key, tuple[Tag, int]] = {}
        heads: dict[Key, Tag] = {}
        for kid in parent.kids:
            if not isinstance(kid, Tag) or kid.source is None:
                kept.append(kid)
                continue
            key = (kid.source, kid.kind)
            if kid.kind == "THead" and heads.setdefault(key, kid) is not kid:
                self._leave_out(kid, heads[key])
                continue
            earlier, page = last.get(key, (kid, kid.page))
            side_by_side = bool(kept) and kept[-1] is earlier
            # A box without an element of its own has its parent's: two of them may be two pieces of text.
            overleaf = kid.page == page + 1 and kid.source != parent.source
            if overleaf or (side_by_side and kid.page <= page + 1):
                earlier.kids.extend(kid.kids)
                last[key] = earlier, kid.page
            else:
                last[key] = kid, kid.page
                kept.append(kid)
        parent.kids = kept

    def _leave_out(self, head: Tag, first: Tag) -> None:
        self.repeated.update(head.marks())
        self._first_ids.update(zip(_cell_ids(head), _cell_ids(first), strict=True))

    def _point_to_first_header(self, tag: Tag) -> None:
        attributes = tag.thing.get("A", {})
        if "Headers" in attributes:
            names = [self._first_ids.get(each.string, each.string) for each in attributes["Headers"]]
            attributes["Headers"] = pydyf.Array([pydyf.String(name) for name in dict.fromkeys(names)])


def _cell_ids(tag: Tag) -> list[str]:
    return [each.thing["ID"].string for each in tag.walk() if "ID" in each.thing]
