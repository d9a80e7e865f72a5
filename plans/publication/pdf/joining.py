"""What a page break cut in two becomes one tag again; a table header repeated on the next page is no content."""

from pikepdf import Array, Object, String

from plans.publication.pdf.structure import TagTree, is_tag, kids, tags_in

Key = tuple[int, str]


class Joiner:
    def __init__(self, tree: TagTree) -> None:
        self.tree = tree
        self._repeated_ids: dict[str, str] = {}  # of a cell in a repeated header → of the first one

    def join(self) -> None:
        self._join_below(self.tree.document)
        self._correct_headers(self.tree.document)

    def _join_below(self, parent: Object) -> None:
        kept: list[Object] = []
        last: dict[Key, tuple[Object, int | None]] = {}
        heads: dict[Key, Object] = {}
        for kid in kids(parent):
            if is_tag(kid) and "/SourceKey" in kid:
                key, page = (int(kid.SourceKey), str(kid.S)), self.tree.page_of(kid)
                if key[1] == "/THead" and parent.S == "/Table" and key in heads:
                    self._repeats(kid, heads[key])
                    continue
                heads.setdefault(key, kid)
                earlier, on = last.get(key, (kid, None))
                last[key] = earlier, page
                if on is not None and page == on + 1:
                    self.tree.absorb(earlier, kid)
                    continue
                last[key] = kid, page
            kept.append(kid)
        parent.K = Array(kept)
        for kid in tags_in(parent):
            self._join_below(kid)

    def _repeats(self, head: Object, first: Object) -> None:
        self._repeated_ids.update(zip(_cell_ids(head), _cell_ids(first), strict=True))
        self.tree.drop(head)

    def _correct_headers(self, tag: Object) -> None:
        if "/A" in tag and "/Headers" in tag.A:
            names = [self._repeated_ids.get(str(name), str(name)) for name in tag.A.Headers]
            tag.A.Headers = Array([String(name) for name in dict.fromkeys(names)])
        for kid in tags_in(tag):
            self._correct_headers(kid)


def _cell_ids(tag: Object) -> list[str]:
    own = [str(tag.ID)] if "/ID" in tag else []
    return own + [name for kid in tags_in(tag) for name in _cell_ids(kid)]
