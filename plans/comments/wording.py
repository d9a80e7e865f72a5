"""What of a section can be quoted: all that readers see, its heading and what is filled in too."""

from collections.abc import Iterator
from functools import cached_property
from uuid import UUID

from django.template.loader import render_to_string
from lxml.html import HtmlElement, fragment_fromstring

from plans.comments.anchoring import text_of, words
from plans.document.models import FocusArea, Plan, Section
from plans.document.register_data import Register
from plans.document.snapshot import rewritten
from samarbejde.text.rich_text import plain_text

_BLOCKS = {"p", "li", "td", "th", "blockquote", "table", "ul", "ol", "tr", "br", "h2", "h3", "h4", "h5", "h6"}
_NOT_READ = {"note-mark", "footnote", "sr-only"}


class Wording:
    """The words of a plan's sections. The register is asked once, and only where the rest has them not."""

    def __init__(self, plan: Plan, register: Register | None = None) -> None:
        self.plan = plan
        self.register = register or Register(plan)
        self.fields = self.register.fields
        self._written: dict[UUID, list[str]] = {}
        self._filled: dict[UUID, list[str]] = {}

    def texts(self, section: Section) -> Iterator[str]:
        """As it is written, as its readers see it, its heading, and what the register fills in below it."""
        key = section.lineage
        if key not in self._written:
            self._written[key] = self._as_written(section)
        yield from self._written[key]
        if key not in self._filled:
            self._filled[key] = list(self._as_filled(section))
        yield from self._filled[key]

    def _as_written(self, section: Section) -> list[str]:
        written = f"{section.body}{section.closing}"
        read = self.fields.text(written)
        own = text_of(section)
        filled = [] if read == written else [words(plain_text(read))]
        return [own, *filled, words(self.fields.line(section.heading))]

    def _as_filled(self, section: Section) -> Iterator[str]:
        if data := self.register.data_for(section.data):
            yield self._shown(f"_data_{section.data}", {"data": data})
        area = self._topics.get(section.pk)
        if area and area.projects:
            yield self._shown("_projects", {"projects": area.projects})
        if area and area.names_proposers:
            yield self._shown("_proposers", {"proposed_by": self.register.proposed_by(area)})

    @cached_property
    def _topics(self) -> dict[int | None, FocusArea]:
        return {area.section_id: area for area in self.register.focus_areas.values()}

    def _shown(self, template: str, filled: dict[str, object]) -> str:
        """As `static/js/comments.js` reads it on the page."""
        context = rewritten(filled, self.fields.line, self.fields.text)
        around = {"section": {"heading_level": 3, "anchor": ""}, "snapshot": self._around}
        page = render_to_string(f"plans/document/{template}.html", context | around)
        return words("".join(_read(fragment_fromstring(page, create_parent="div"))))

    @property
    def _around(self) -> dict[str, object]:
        return {"discussed": None, "unsigned": {"reason": self.plan.unsigned_reason}}


def _read(element: HtmlElement) -> Iterator[str]:
    """Its words, with a space where a block begins, and without those that stand for others."""
    if _NOT_READ & set(element.get("class", "").split()):
        return
    if element.tag in _BLOCKS:
        yield " "
    yield element.text or ""
    for child in element:
        yield from _read(child)
        yield child.tail or ""
