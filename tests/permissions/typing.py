"""The forms of a page as a browser sees them, and what can be written in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from lxml import html

WRITTEN = {"text", "email", "search", "tel", "url", ""}


@dataclass(frozen=True)
class Form:
    address: str
    data: dict[str, Any]
    written: dict[str, str]  # name of each field for words: its type, »textarea« too


def forms_on(page: str, address: str) -> Iterator[Form]:
    """Every form that changes something, with what it would send as it stands."""
    for form in html.fromstring(page).forms:
        if form.method != "POST":
            continue
        data: dict[str, Any] = {}
        for name, value in form.form_values():
            data.setdefault(name, []).append(value)
        written = {
            field.name: "textarea" if field.tag == "textarea" else field.get("type", "")
            for field in form.xpath(".//textarea | .//input")
            if field.name
            and "__prefix__" not in field.name  # of a row that is not there yet
            and "disabled" not in field.attrib
            and (field.tag == "textarea" or field.get("type", "") in WRITTEN)
        }
        yield Form(urljoin(address, form.get("action") or ""), data, written)
