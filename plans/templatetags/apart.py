"""What stands apart from a plan's sentences, counted through the whole of it: footnotes and pictures."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from samarbejde.text import rich_text_notes, rich_text_pictures
from samarbejde.text.rich_text_pictures import Picture

register = template.Library()

PARTS = ("body", "data", "closing")  # as a section shows them
NOTHING = (0, 0)  # notes and figures
MARKUP = ("body", "description", "closing")  # the names that a snapshot has its rich texts under
_MARK = (
    '<sup class="note-mark"><a href="#note-{0}" id="note-{0}-her" role="doc-noteref" aria-label="Note {0}">'
    "{0}</a></sup>"
)

Section = Mapping[str, object]
Address = Callable[[str], str]  # of a picture by its name; "" where it is not shown


class Note(NamedTuple):
    number: int
    html: SafeString


@register.simple_tag(takes_context=True)
def counted(context: Context, sections: Iterable[Section], *parts: str) -> list[Section]:
    """The sections of a snapshot: each with numbers where it calls for notes, its `notes`, and its pictures.

    What is made of sections names the `parts` that are rich text, as it shows them.

    A page of a `plan` shows the draft's pictures, by a partner's `token` where the page has one; that of an
    edition those that citizens may see. What is printed has `pictures`, a whole picture for each name. One
    section by itself is of a snapshot that says what was `counted_before`.
    """
    before = (context.get("snapshot") or {}).get("counted_before", NOTHING)
    count = _Count(_address(context), parts, before)
    return [count.section(section) for section in sections]


def counted_in(sections: Iterable[Section]) -> tuple[int, int]:
    """How many notes and figures they have."""
    count = _Count(lambda name: "", (), NOTHING)
    for section in sections:
        count.section(section)
    return count.noted, count.figures


def _address(context: Context) -> Address:
    if "pictures" in context:
        return lambda name: str(context["pictures"].get(name, ""))
    if token := context.get("token"):
        return lambda name: reverse("partner-picture", args=[token, name])
    if plan := context.get("plan"):
        return lambda name: reverse("draft-picture", args=[plan.pk, name])
    if "edition" in context:
        place = context["snapshot"]["district"]["slug"], context["snapshot"]["year"]
        return lambda name: reverse("edition-picture", args=[*place, name])
    return lambda name: ""


class _Count:
    """So many notes and figures have come before, in reading order."""

    def __init__(self, address: Address, parts: tuple[str, ...], before: tuple[int, int]) -> None:
        self.address = address
        self.parts = parts or PARTS
        self.markup = {*MARKUP, *parts}
        self.noted, self.figures = before

    def section(self, section: Section) -> Section:
        notes: list[Note] = []
        parts = {name: self._written(section[name], name, notes) for name in self.parts if name in section}
        return {**section, **parts, "notes": notes}

    def _written(self, value: object, name: str, notes: list[Note]) -> object:
        if isinstance(value, dict):
            return {inner: self._written(one, inner, notes) for inner, one in value.items()}
        if isinstance(value, list):
            return [self._written(one, name, notes) for one in value]
        if not isinstance(value, str) or name not in self.markup:
            return value
        text = rich_text_notes.each_as(value, lambda words: self._mark(words, notes))
        return rich_text_pictures.each_as(text, self._figure)

    def _mark(self, words: str, notes: list[Note]) -> str:
        self.noted += 1
        notes.append(Note(self.noted, rich_text_notes.linked(words)))
        return _MARK.format(self.noted)

    def _figure(self, picture: Picture) -> str:
        self.figures += not picture.is_decoration
        address = self.address(picture.name)
        room = not address.startswith("data:")  # is kept for what is still on its way
        shown = (
            format_html(
                '<img src="{}"{} alt="{}">',
                address,
                format_html(' width="{}" height="{}"', picture.width, picture.height) if room else "",
                picture.alt,
            )
            if address
            else format_html("<p>[Billede: {}]</p>", picture.alt or "pynt")
        )
        if picture.is_decoration:
            return format_html('<figure class="picture">{}</figure>', shown)
        caption = format_html(" {}", picture.caption) if picture.caption else ""
        return format_html(
            '<figure class="picture">{}<figcaption><strong>Figur {}</strong>{}</figcaption></figure>',
            shown,
            self.figures,
            caption,
        )
