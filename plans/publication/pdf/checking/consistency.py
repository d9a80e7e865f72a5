"""Pages, tag tree and parent tree tell one story (ISO 32000-1, 14.7; ISO 14289-1, 7.1)."""

from collections import Counter
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Object

from plans.publication.pdf.checking.reading import every_tag, kids, links, marks, painted

Owner = tuple[int, int]


def consistency_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/StructTreeRoot" not in pdf.Root:
        yield "14289-1, 7.1: dokumentet har intet træ af mærker"
        return
    yield from _content(pdf)
    yield from _Books(pdf).problems()


def _content(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        for piece in painted(page):
            roles = [marked.role for marked in piece.around]
            tagged = any(marked.mark is not None for marked in piece.around)
            if not tagged and "Artifact" not in roles:
                yield f"14289-1, 7.1: side {number} har indhold, der hverken er mærket eller pynt"
            if tagged and "Artifact" in roles:
                yield f"14289-1, 7.1: side {number} har pynt inde i mærket indhold eller omvendt"


class _Books:
    """Who owns each mark and each link, by the tree and by the parent tree."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        self._parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        self._times: Counter[tuple[int, int]] = Counter()
        self._owner: dict[tuple[int, int], Owner] = {}
        self._link_owner: dict[tuple[int, int], Owner] = {}

    def problems(self) -> Iterator[str]:
        yield from self._read_tree()
        for number, page in enumerate(self.pdf.pages):
            yield from self._page(number, page)

    def _read_tree(self) -> Iterator[str]:
        named: set[str] = set()
        asked: set[str] = set()
        for tag, parent in every_tag(self.pdf):
            if tag.P.objgen != parent.objgen:
                yield f"32000-1, 14.7.2: {tag.S} peger på en anden forælder end sin egen"
            named |= {str(tag.ID)} if "/ID" in tag else set()
            asked |= {str(name) for name in _headers(tag)}
            for kid in kids(tag):
                self._book(tag, kid)
        yield from (
            f"14289-1, 7.5: en celle viser hen til overskriften {name}, der ikke findes"
            for name in asked - named
        )

    def _book(self, tag: Object, kid: Object) -> None:
        if not isinstance(kid, Dictionary):
            self._own((self._pages[tag.Pg.objgen], int(kid)), tag)
        elif kid.get("/Type") == "/MCR":
            page = kid.Pg if "/Pg" in kid else tag.Pg
            self._own((self._pages[page.objgen], int(kid.MCID)), tag)
        elif kid.get("/Type") == "/OBJR":
            self._link_owner[kid.Obj.objgen] = tag.objgen

    def _own(self, mark: tuple[int, int], tag: Object) -> None:
        self._times[mark] += 1
        self._owner[mark] = tag.objgen

    def _page(self, number: int, page: pikepdf.Page) -> Iterator[str]:
        used = Counter(marks(page))
        parents = self._parents.get(int(page.get("/StructParents", -1)), Array())
        for mark, times in used.items():
            owner = parents[mark] if mark < len(parents) else None
            if times > 1 or self._times[number, mark] != 1:
                yield f"32000-1, 14.7.4: side {number + 1}, mærke {mark} hører ikke til netop ét sted i træet"
            elif owner is None or owner.objgen != self._owner[number, mark]:
                yield f"32000-1, 14.7.4.4: side {number + 1}, mærke {mark} har en anden ejer i forældretræet"
        for page_number, mark in self._times:
            if page_number == number and mark not in used:
                yield f"32000-1, 14.7.4: side {number + 1} har ikke mærke {mark}, som træet nævner"
        for link in links(page):
            owner = self._parents.get(int(link.get("/StructParent", -1)))
            if owner is None or self._link_owner.get(link.objgen) != owner.objgen:
                yield f"14289-1, 7.18.5: et link på side {number + 1} står ikke i træet"


def _headers(tag: Object) -> list[Object]:
    attributes = tag.get("/A")
    return list(attributes.get("/Headers", [])) if isinstance(attributes, Dictionary) else []
