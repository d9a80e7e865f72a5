"""Pages, tag tree and parent tree tell one story (ISO 32000-1, 14.7; ISO 14289-1, 7.1)."""

from collections import Counter
from collections.abc import Iterator

from plans.publication.pdf.checking.document import Document, Page
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import elements, entry, integer, place, text


def tree_points_both_ways(document: Document) -> Iterator[Finding]:
    named, asked = set[str](), set[str]()
    for tag in document.tags:
        if place(entry(tag.thing, "/P")) != place(tag.parent):
            yield Finding("32000-1, 14.7.2", f"{tag.kind} peger på en anden forælder end sin egen")
        named.add(text(entry(tag.thing, "/ID")))
        asked |= {text(name) for name in elements(tag.attribute("/Headers"))}
    for name in sorted(asked - named):
        yield Finding("14289-1, 7.5", f"en celle viser hen til overskriften {name}, der ikke findes")
    for page, mark in document.owners_of_marks:
        if not page:
            yield Finding("32000-1, 14.7.4", f"træet nævner mærke {mark} på en side, som ikke findes")


def parent_tree_is_there(document: Document) -> Iterator[Finding]:
    if document.tree is not None and not document.parents:
        yield Finding("32000-1, 14.7.4.4", "forældretræet mangler")


def content_is_marked(document: Document, page: Page) -> Iterator[Finding]:
    if page.content is None:
        yield Finding("32000-1, 7.8.2", "indholdet kan ikke læses", page.number)
        return
    if not page.content.is_balanced:
        yield Finding("32000-1, 14.6.1", "noget begynder og ender ikke, eller omvendt", page.number)
    for piece in page.content.painted:
        is_artifact = any(marked.role == "Artifact" for marked in piece.around)
        is_tagged = any(marked.mark is not None for marked in piece.around)
        if not is_tagged and not is_artifact:
            yield Finding("14289-1, 7.1", "der er indhold, som hverken er mærket eller pynt", page.number)
        if is_tagged and is_artifact:
            yield Finding("14289-1, 7.1", "der er pynt inde i mærket indhold eller omvendt", page.number)


def marks_have_one_owner(document: Document, page: Page) -> Iterator[Finding]:
    if document.tree is None or page.content is None:
        return
    used = Counter(page.content.marks)
    owners = elements(document.parents.get(integer(entry(page.thing, "/StructParents"), -1)))
    for mark, times in used.items():
        by_tree = document.owners_of_marks.get((page.number, mark), [])
        owner = owners[mark] if mark < len(owners) else None
        if times > 1 or len(by_tree) != 1:
            said = f"mærke {mark} hører ikke til netop ét sted i træet"
            yield Finding("32000-1, 14.7.4", said, page.number)
        elif place(owner) != by_tree[0]:
            said = f"mærke {mark} har en anden ejer i forældretræet"
            yield Finding("32000-1, 14.7.4.4", said, page.number)
    for number, mark in document.owners_of_marks:
        if number == page.number and mark not in used:
            yield Finding("32000-1, 14.7.4", f"mærke {mark}, som træet nævner, findes ikke", page.number)


OF_DOCUMENT = (tree_points_both_ways, parent_tree_is_there)
OF_PAGE = (content_is_marked, marks_have_one_owner)
