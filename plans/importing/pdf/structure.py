"""A tagged PDF's structure tree, as nodes. Whatever a file says there: it ends, and nothing comes twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import pikepdf

DEEPEST, MOST_NODES, MOST_ROLES, WIDEST = 120, 100_000, 8, 60
Found = TypeVar("Found")
Mark = tuple[int, int]  # page, marked-content number


@dataclass(eq=False)
class Node:
    kind: str  # "P", "H1", "Table" …: the standard's, where the file says which of its own kinds is which
    kids: list[Node | Mark] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    shows: str = ""  # what stands for it in words
    numbering: str = ""  # of a list: "Decimal", "LowerAlpha" …

    @property
    def nodes(self) -> list[Node]:
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def marks(self) -> Iterator[Mark]:
        """All that stand below, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.marks()
            else:
                yield kid


def tree_of(document: pikepdf.Pdf) -> Node | None:
    """None when it has none."""
    root = _read(lambda: document.Root.get("/StructTreeRoot"))
    if not isinstance(root, pikepdf.Dictionary) or "/K" not in root:
        return None
    return _Reader(document, root).read()


class _Reader:
    def __init__(self, document: pikepdf.Pdf, root: pikepdf.Object) -> None:
        self.root = root
        self.pages = {page.obj.objgen: number for number, page in enumerate(document.pages, start=1)}
        roles = root.get("/RoleMap")
        self.roles = (
            {str(name): str(role) for name, role in roles.items()}
            if isinstance(roles, pikepdf.Dictionary)
            else {}
        )
        self.seen: set[tuple[int, int]] = set()
        self.count = 0

    def read(self) -> Node:
        top = Node("Document")
        self._read_kids(top, self.root, 0, 0)
        return top

    def _node(self, element: pikepdf.Object, page: int, depth: int) -> Node:
        node = Node(self._kind(element), shows=_words(element, "/Alt") or _words(element, "/ActualText"))
        for attributes in _many(_value(element, "/A")):
            node.columns = _whole(attributes, "/ColSpan", node.columns)
            node.rows = _whole(attributes, "/RowSpan", node.rows)
            node.numbering = _words(attributes, "/ListNumbering").lstrip("/") or node.numbering
        self._read_kids(node, element, self._page(element, page), depth)
        return node

    def _read_kids(self, node: Node, element: pikepdf.Object, page: int, depth: int) -> None:
        for kid in _many(_value(element, "/K")):
            self.count += 1
            if self.count > MOST_NODES or depth > DEEPEST:
                return
            if isinstance(kid, int) and not isinstance(kid, bool):
                node.kids.append((page, kid))
            elif isinstance(kid, pikepdf.Dictionary):
                self._read_kid(node, kid, page, depth)

    def _read_kid(self, node: Node, kid: pikepdf.Object, page: int, depth: int) -> None:
        if "/MCID" in kid and "/S" not in kid:
            number = _value(kid, "/MCID")
            if isinstance(number, int):
                node.kids.append((self._page(kid, page), number))
        elif "/S" in kid and kid.objgen not in self.seen:
            if kid.is_indirect:
                self.seen.add(kid.objgen)
            node.kids.append(self._node(kid, page, depth + 1))

    def _kind(self, element: pikepdf.Object) -> str:
        kind = _words(element, "/S")
        for _ in range(MOST_ROLES):  # roles of roles
            if kind not in self.roles:
                break
            kind = self.roles[kind]
        return kind.lstrip("/")

    def _page(self, element: pikepdf.Object, otherwise: int) -> int:
        page = _value(element, "/Pg")
        return self.pages.get(page.objgen, otherwise) if isinstance(page, pikepdf.Dictionary) else otherwise


def _many(value: object) -> list[object]:
    if isinstance(value, pikepdf.Array):
        return [one for at in range(min(len(value), MOST_NODES)) if (one := _item(value, at)) is not None]
    return [] if value is None else [value]


def _item(array: pikepdf.Array, at: int) -> object:
    return _read(lambda: array[at])


def _value(thing: object, name: str) -> object:
    return _read(lambda: thing.get(name)) if isinstance(thing, pikepdf.Dictionary) else None


def _words(thing: object, name: str) -> str:
    value = _value(thing, name)
    said = _read(lambda: str(value)) if isinstance(value, pikepdf.String | pikepdf.Name) else None
    return " ".join(said.encode("utf-8", "replace").decode().replace("\0", " ").split()) if said else ""


def _whole(thing: object, name: str, otherwise: int) -> int:
    value = _value(thing, name)
    return max(1, min(value, WIDEST)) if isinstance(value, int) else otherwise


def _read(what: Callable[[], Found]) -> Found | None:
    """None for what the file has broken."""
    try:
        return what()
    except (
        pikepdf.PdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OverflowError,
        RuntimeError,
    ):
        return None
