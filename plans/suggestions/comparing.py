"""A suggestion held against the text that it was written over, and against the one that stands now."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django import forms

from plans.document.models import Section
from plans.suggestions.models import Suggestion
from samarbejde.forms.conflict import Part, part
from samarbejde.histories import Record
from samarbejde.text.redline import merged

TEXTS = ("heading", "body", "closing")
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Comparison:
    """`wanted` is what accepting makes of the section: with what was changed since, where that can be."""

    section: Section
    wanted: dict[str, str]
    has_moved_on: bool  # the section has other words than those that the suggestion was written over
    is_merged: bool
    now: Texts
    base: Texts
    suggested: Texts

    def becomes(self, form: forms.Form) -> list[Part]:
        """What accepting changes; of two texts that do not go together, what was suggested."""
        if self.is_merged:
            return redline(form, self.now, self.wanted)
        return self.as_written(form)

    def as_written(self, form: forms.Form) -> list[Part]:
        """What its author changed."""
        return redline(form, self.base, self.suggested)

    def since(self, form: forms.Form) -> list[Part]:
        """What others have changed since."""
        return redline(form, self.base, self.now)


def texts_of(row: Section | Suggestion | Record) -> dict[str, str]:
    return {name: str(getattr(row, name)) for name in TEXTS}


def redline(form: forms.Form, before: Texts, after: Texts) -> list[Part]:
    """Of the fields that differ."""
    return [
        part(form[name], before[name], after[name])
        for name in TEXTS
        if name in form.fields and before[name] != after[name]
    ]


def base_of(suggestion: Suggestion) -> dict[str, str]:
    """The section as it was when the suggestion was written; empty where nobody kept it."""
    at = (suggestion.lineage, suggestion.base_version)
    return texts_at(suggestion.plan_id, [at])[at]


def texts_at(plan_pk: int, versions: Collection[tuple[UUID, int]]) -> dict[tuple[UUID, int], dict[str, str]]:
    """The sections, by lineage, as they were in these versions; empty where nobody kept them. One query."""
    lineages, numbers = ({each[at] for each in versions} for at in (0, 1))
    rows = Section.history.filter(plan_id=plan_pk, lineage__in=lineages, version__in=numbers)
    kept = {(row.lineage, row.version): texts_of(row) for row in rows.order_by("history_date", "history_id")}
    return {at: kept.get(at, dict.fromkeys(TEXTS, "")) for at in versions}


def compared(suggestion: Suggestion, section: Section) -> Comparison:
    base, now, suggested = base_of(suggestion), texts_of(section), texts_of(suggestion)
    together = {name: _together(name, base[name], now[name], suggested[name]) for name in TEXTS}
    is_merged = None not in together.values()
    wanted = {name: text for name, text in together.items() if text is not None} if is_merged else suggested
    return Comparison(section, wanted, base != now, is_merged, now, base, suggested)


def _together(name: str, base: str, now: str, suggested: str) -> str | None:
    """Both changes, or None where they meet."""
    if suggested in (base, now):
        return now
    if now == base:
        return suggested
    return None if name == "heading" else merged(base, suggested, now)
