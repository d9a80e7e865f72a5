"""A text's earlier versions, and two people's versions beside each other. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from plans.document.comparison import Difference, difference, line_difference, merged
from plans.document.models import RegisterData, Section, SectionKind
from samarbejde.accounts.models import User

TEXTS = ("body", "closing")


@dataclass(frozen=True)
class Version:
    """One record of a section's history, and how it differs from the one before."""

    pk: int
    at: datetime
    who: str
    reason: str
    heading: str
    heading_changed: bool
    body: Difference
    closing: Difference
    kind: str  # in words, where it changed
    data: str

    @property
    def is_text(self) -> bool:
        return bool(
            self.heading_changed or self.body.changed or self.closing.changed or self.kind or self.data
        )


def versions(records: Iterable[Any]) -> list[Version]:
    """Newest first; the oldest record is there to be compared with, unless it is the very first."""
    rows = list(records)
    shown = [_version(new, old) for new, old in pairwise(rows)]
    if rows and rows[-1].history_type == "+":
        shown.append(_version(rows[-1], None))
    return shown


def _version(new: Any, old: Any) -> Version:
    before = {name: getattr(old, name) if old else "" for name in ("heading", *TEXTS, "kind", "data")}
    kind, data = SectionKind(new.kind), RegisterData(new.data)
    return Version(
        pk=new.history_id,
        at=new.history_date,
        who=str(new.history_user) if new.history_user else "",
        reason=new.history_change_reason or ("Oprettet" if old is None else ""),
        heading=line_difference(before["heading"] if old else new.heading, new.heading),
        heading_changed=before["heading"] != new.heading,
        body=difference(before["body"], new.body) if old else _as_it_was(new.body),
        closing=difference(before["closing"], new.closing) if old else _as_it_was(new.closing),
        kind=str(kind.label) if old and old.kind != new.kind else "",
        data=str(data.label) if old and old.data != new.data else "",
    )


def _as_it_was(text: str) -> Difference:
    return Difference(html=text, changed=bool(text), structure_only=False)


# --- two at once --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Meeting:
    """What two people made of the same version: theirs stands, mine waits to be saved."""

    who: str
    is_own: bool  # who writes has saved it in another window
    at: datetime
    heading: str  # theirs, with what they changed marked
    texts: list[Difference]
    together: dict[str, str] | None  # the fields with both changes, or None where they meet


def met(current: Section, opened: int, mine: dict[str, str], *, by: User) -> Meeting:
    """`opened` is the version that `mine` was written over, `by` who wrote it."""
    newest = current.history.select_related("history_user").latest()
    base = current.history.filter(version=opened).order_by("history_date", "history_id").last()
    before = {name: getattr(base, name) if base else "" for name in ("heading", *TEXTS)}
    return Meeting(
        who=str(newest.history_user or "En anden"),
        is_own=newest.history_user == by,
        at=newest.history_date,
        heading=line_difference(before["heading"] or current.heading, current.heading),
        texts=[
            difference(before[name] if base else getattr(current, name), getattr(current, name))
            for name in TEXTS
        ],
        together=_together(before, mine, current) if base else None,
    )


def _together(before: dict[str, str], mine: dict[str, str], current: Section) -> dict[str, str] | None:
    both = {}
    for name in TEXTS:
        text = merged(before[name], mine[name], getattr(current, name))
        if text is None:
            return None
        both[name] = text
    headings = {mine["heading"], current.heading} - {before["heading"]}
    if len(headings) > 1:
        return None
    return both | {"heading": headings.pop() if headings else before["heading"]}
