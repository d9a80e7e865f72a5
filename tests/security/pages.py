"""What a page may hold: nothing that runs, looks or leads elsewhere than the portal meant."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.http import HttpResponse
from lxml import html

Element = html.HtmlElement

FORBIDDEN = {
    "iframe",
    "frame",
    "object",
    "embed",
    "applet",
    "base",
    "template",
    "math",
    "foreignobject",
    "video",
}
ADDRESSES = {
    "href",
    "src",
    "action",
    "formaction",
    "poster",
    "data",
    "background",
    "xlink:href",
    "ping",
    "srcset",
}
SCHEMES = {"", "http", "https", "mailto", "tel"}
LOADED = {"script": "src", "link": "href", "img": "src", "source": "src", "use": "href"}
OWN = ("/static/", "/administration/jsi18n/", "#", "data:image/")
READ = "//text()[not(parent::script or parent::style)] | //@title | //@aria-label | //@placeholder | //@alt"
NONCE = re.compile(r"'nonce-([^']+)'")
ENGLISH = re.compile(
    r"\b(the|this|fields?|required|valid|invalid|enter|select|please|ensure|must|cannot|not found|forbidden"
    r"|error|exception|traceback|django|request|allowed|values?|choices?|characters|warning|unknown)\b",
    re.IGNORECASE,
)


def page(response: HttpResponse) -> Element:
    """The page as elements, read once."""
    known: Element | None = getattr(response, "_elements", None)
    if known is None:
        known = response._elements = html.document_fromstring(response.content.decode() or "<html></html>")
    return known


def is_page(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith("text/html") and bool(response.content)


def active(response: HttpResponse) -> list[str]:
    """Whatever on the page would run, load or send without the portal having meant it."""
    nonces = set(NONCE.findall(response.get("Content-Security-Policy", "")))
    found = [fault for element in page(response).iter() for fault in _faults(element, nonces)]
    return [f"{fault[:200]}" for fault in found]


def _faults(element: Element, nonces: set[str]) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    tag = element.tag.lower()
    if tag in FORBIDDEN:
        yield f"<{tag}>"
    is_run = tag in ("script", "style") and element.get("type") != "application/json"
    if is_run and element.get("nonce") not in nonces and not element.get("src"):
        yield f"<{tag}> uden nonce: {element.text}"
    if tag == "meta" and (element.get("http-equiv") or "").lower() not in ("", "x-ua-compatible"):
        yield f"<meta http-equiv={element.get('http-equiv')}>"
    for name, value in element.items():
        lowered = name.lower()
        if lowered.startswith("on") or lowered in ("style", "srcdoc"):
            yield f"<{tag} {name}={value}>"
        if lowered in ADDRESSES and not _is_harmless(value):
            yield f"<{tag} {name}={value}>"
    loaded = element.get(LOADED.get(tag, "-")) or ""
    if loaded and not loaded.startswith(OWN) and element.get("rel") != "canonical":
        yield f"<{tag}> henter {loaded}"
    if tag == "form" and urlsplit(element.get("action") or "").netloc:
        yield f"<form action={element.get('action')}>"


def _is_harmless(address: str) -> bool:
    bare = re.sub(r"[\x00-\x20]", "", address)
    scheme = bare.partition(":")[0].lower() if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", bare) else ""
    return scheme in SCHEMES or bare.startswith("data:image/")


def words(response: HttpResponse) -> str:
    """The text that people read and hear; what stands in fields counts."""
    return " ".join(page(response).xpath(READ))


def english(response: HttpResponse) -> str:
    found = ENGLISH.search(words(response))
    return found.group() if found else ""
