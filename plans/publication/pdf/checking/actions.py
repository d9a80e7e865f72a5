"""ISO 19005-3:2012, 6.5: what the file does by itself or when it is clicked, wherever that hangs.

An action is looked for in every object of the file, so that no place is forgotten: the catalogue, pages,
annotations, form fields, bookmarks, names, and the chains that `Next` makes of actions.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pikepdf import Object

from plans.publication.pdf.checking.finding import Finding
from plans.publication.pdf.checking.objects import elements, entry, is_dictionary, text

# ISO 19005-3, 6.5.1.
_FORBIDDEN = {
    *("/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/JavaScript", "/Hide", "/SetOCGState"),
    *("/Rendition", "/Trans", "/GoTo3DView", "/RichMediaExecute", "/SetState", "/NOP"),
}
# Allowed in an archive, but a plan does neither of them (ISO 32000-1, 12.6.4 and 12.7.5.2).
_UNWANTED = {"/GoToR", "/GoToE", "/SubmitForm", "/Thread"}
_ALLOWED = {"/GoTo", "/URI", "/Named"}
_TURNING = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_HANG_ON = ("/OpenAction", "/A", "/PA", "/Next")


def actions_are_harmless(thing: Object) -> Iterator[Finding]:
    kind = text(entry(thing, "/S"))
    may_be_one = entry(thing, "/Type") in (None, "/Action")
    if may_be_one and kind in _FORBIDDEN | _UNWANTED:
        yield _not_allowed(kind)
    if may_be_one and kind == "/Named" and entry(thing, "/N") not in _TURNING:
        yield Finding("19005-3, 6.5.1", f"handlingen {text(entry(thing, '/N')) or '/Named'} er ikke tilladt")
    for action in _hanging_on(thing):
        if (kind := text(entry(action, "/S"))) not in _ALLOWED:
            yield _not_allowed(kind)


def _hanging_on(thing: object) -> Iterator[object]:
    """What a viewer takes for an action because of where it stands; a tag has its attributes there."""
    for key in _HANG_ON:
        yield from (each for each in elements(entry(thing, key)) if is_dictionary(each) and "/S" in each)


def _not_allowed(kind: str) -> Finding:
    rule = "32000-1, 12.6.4" if kind in _UNWANTED else "19005-3, 6.5.1"
    return Finding(rule, f"handlingen {kind} er ikke tilladt")


def nothing_happens_by_itself(thing: Object) -> Iterator[Finding]:
    if "/AA" in thing:
        yield Finding("19005-3, 6.5.2", "noget sker af sig selv (/AA)")
    if "/JS" in thing or "/JavaScript" in thing:
        yield Finding("19005-3, 6.5.1", "der er JavaScript")
    for key in ("/RichMediaContent", "/RichMediaSettings", "/3DD"):
        if key in thing:
            yield Finding("19005-3, 6.3.1", f"der er levende billeder ({key})")


def addresses_lead_out(thing: Object) -> Iterator[Finding]:
    """To the web, a mailbox or a telephone, never to a file on the reader's own machine or to a script."""
    if text(entry(thing, "/S")) != "/URI":
        return
    address = text(entry(thing, "/URI"))
    try:
        scheme = urlsplit(address.strip()).scheme
    except ValueError:  # such as http://[
        scheme = ""
    if scheme not in _SCHEMES:
        yield Finding("32000-1, 12.6.4.7", f"et link fører til {address[:60] or 'ingen adresse'}")


OF_OBJECT = (actions_are_harmless, nothing_happens_by_itself, addresses_lead_out)
