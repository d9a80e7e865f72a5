"""The tag tree of a PDF and the table that leads from the marks on its pages back to the tags (ISO 32000-1, 14.7)."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

PRIVATE_KEYS = ("/SourceKey", "/SourceRole", "/SourceScope")  # written by `tagging`, removed when finished

Gone = dict[int, dict[int, bool]]  # page → mark → whether it is a running header or footer


def kids(tag: Object) -> list[Object]:
    """What `tag` holds, whatever form its K has: tags, marks and references to links."""
    held = tag.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def is_tag(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and "/S" in kid


def is_reference(kid: Object) -> bool:
    """A reference to a link's area on the page."""
    return isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR"


def tags_in(tag: Object) -> list[Object]:
    return [kid for kid in kids(tag) if is_tag(kid)]


def every_tag(tag: Object) -> Iterator[Object]:
    """`tag` and all below it, in reading order."""
    yield tag
    for kid in tags_in(tag):
        yield from every_tag(kid)


class TagTree:
    """The tags of one PDF, kept in step with the parent tree while tags are moved and dropped."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        root = pdf.Root.StructTreeRoot
        self.document = tags_in(root)[0]
        self.gone: Gone = {}
        self._page_numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._numbers = root.ParentTree.Nums
        self._places = {int(self._numbers[i]): i + 1 for i in range(0, len(self._numbers), 2)}
        self._owned: dict[tuple[int, int], list[tuple[Array, int]]] = {}
        for place in self._places.values():
            self._remember(place)

    def _remember(self, place: int) -> None:
        entry = self._numbers[place]
        holders = [(entry, i) for i in range(len(entry))] if isinstance(entry, Array) else [(self._numbers, place)]
        for holder, i in holders:
            if holder[i] is not None:
                self._owned.setdefault(holder[i].objgen, []).append((holder, i))

    def page_of(self, tag: Object) -> int | None:
        return self._page_numbers[tag.Pg.objgen] if "/Pg" in tag else None

    def owners(self, page: int) -> Array:
        """The tag of each mark on `page`, in the order of the marks."""
        return self._numbers[self._places[int(self.pdf.pages[page].StructParents)]]

    def new_tag(self, kind: Name, parent: Object) -> Object:
        return self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=kind, P=parent, K=Array(), Pg=parent.Pg)
        )

    def absorb(self, tag: Object, later: Object) -> None:
        """All that `later` holds becomes the end of `tag`; the caller takes `later` out of the tree."""
        for kid in tags_in(later):
            kid.P = tag
        more = kids(later)
        if tag.Pg.objgen != later.Pg.objgen:  # a bare mark counts on its tag's own page
            more = [kid if isinstance(kid, Dictionary) else self._mark(later, kid) for kid in more]
        owned = self._owned.pop(later.objgen, [])
        for holder, i in owned:
            holder[i] = tag
        self._owned.setdefault(tag.objgen, []).extend(owned)
        tag.K = Array([*kids(tag), *more])

    def _mark(self, tag: Object, number: Object) -> Dictionary:
        return Dictionary(Type=Name.MCR, Pg=tag.Pg, MCID=int(number))

    def give_link(self, reference: Object, tag: Object) -> None:
        """The link's area that `reference` names belongs to `tag`."""
        place = self._places[int(reference.Obj.StructParent)]
        self._numbers[place] = tag
        self._owned.setdefault(tag.objgen, []).append((self._numbers, place))
        tag.K.append(reference)

    def drop(self, tag: Object) -> None:
        """What stands below `tag` is no content; the caller takes `tag` out of the tree."""
        for kid in kids(tag):
            if is_tag(kid):
                self.drop(kid)
            elif not isinstance(kid, Dictionary):
                self.leave_out(self.page_of(tag), int(kid))
            elif kid.get("/Type") == "/MCR":
                self.leave_out(self.page_of(kid), int(kid.MCID))

    def leave_out(self, page: int | None, mark: int, *, running: bool = False) -> None:
        if page is not None:
            self.gone.setdefault(page, {})[mark] = running
