"""ISO 19005-3:2012, 6.8: a file inside the file belongs to something in it, and says what it is."""

from collections.abc import Iterator

from pikepdf import Object, Stream

from plans.publication.pdf.checking.document import Document
from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import dictionaries, elements, entries, entry, leaves, place, text


def attachments_belong(document: Document) -> Iterator[Finding]:
    belonging = {
        place(each)
        for thing in document.objects
        for inside in dictionaries(thing)
        for each in elements(entry(inside, "/AF"))
    }
    named = leaves(entry(document.catalogue, "/Names", "/EmbeddedFiles"), "/Names")
    noted = (entry(note, "/FS") for page in document.pages for note in page.annotations)
    for file in (*(file for _, file in named), *(file for file in noted if file is not None)):
        if place(file) not in belonging - {(0, 0)}:
            yield Finding("19005-3, 6.8", f"den vedlagte fil {_name(file)} hører ikke til noget i dokumentet")


def attachment_says_what_it_is(thing: Object) -> Iterator[Finding]:
    if entry(thing, "/Type") not in ("/Filespec", "/F") and "/EF" not in thing:
        return
    if not {"/F", "/UF", "/AFRelationship"} <= set(thing.keys()):
        yield Finding("19005-3, 6.8", f"den vedlagte fil {_name(thing)} siger ikke, hvad den er")
    for stream in entries(entry(thing, "/EF")).values():
        if not isinstance(stream, Stream) or "/" not in text(entry(stream, "/Subtype"))[1:]:
            yield Finding("19005-3, 6.8", f"den vedlagte fil {_name(thing)} siger ikke, hvilken art den er")


def _name(file: object) -> str:
    return text(entry(file, "/UF")) or text(entry(file, "/F")) or "uden navn"


OF_DOCUMENT = (attachments_belong,)
OF_OBJECT = (attachment_says_what_it_is,)
