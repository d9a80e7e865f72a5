"""A document as it would be with the tracked changes of some accepted, and those of all others rejected."""

from collections.abc import Collection, Iterator

from plans.importing.word.elements import RUNS, Element, W
from plans.importing.word.package import Package

NOBODY = "Ukendt"  # who has switched their name off in Word

_COMES, _GOES = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")
_SHOWN, _LEFT_OUT = f"{W}ins", f"{W}del"  # as the reader of Word documents takes them
_CELL_MARKS = (f"{W}cellIns", f"{W}cellDel")


def authors(package: Package) -> list[str]:
    """Of tracked changes, in the order in which they first come."""
    found = (_author(element) for root in _texts(package) for element in root.iter(*_COMES, *_GOES))
    return list(dict.fromkeys(found))


def carry_out(package: Package, accepted: Collection[str]) -> None:
    """Every paragraph stays, with words or without: its number is the same whoever's changes are accepted."""
    for root in _texts(package):
        for element in list(root.iter(*_COMES, *_GOES)):
            _carry_out(element, (element.tag in _COMES) == (_author(element) in accepted))
        for mark in list(root.iter(*_CELL_MARKS)):
            _take_away(mark)
        for deleted in root.iter(f"{W}delText"):
            deleted.tag = f"{W}t"


def _carry_out(element: Element, is_there: bool) -> None:
    parent = element.getparent()
    outer = None if parent is None else parent.tag
    if outer == f"{W}trPr":
        row = next(element.iterancestors(f"{W}tr"), None)
        _take_away(element)
        if row is not None and not is_there:
            _leave_out(row)
    elif outer == f"{W}rPr" and is_there:  # the paragraph ends
        _take_away(element)
    else:
        element.tag = _SHOWN if is_there else _LEFT_OUT


def _leave_out(row: Element) -> None:
    for run in list(row.iter(*RUNS)):
        around = run.makeelement(_LEFT_OUT, {})
        run.addprevious(around)
        around.append(run)


def _take_away(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _author(element: Element) -> str:
    return " ".join(element.get(f"{W}author", "").split()) or NOBODY


def _texts(package: Package) -> Iterator[Element]:
    yield package.document
    for kind in ("footnotes", "endnotes"):
        root = package.part(package.related(kind))
        if root is not None:
            yield root
