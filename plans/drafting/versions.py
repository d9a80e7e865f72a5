"""A text's earlier versions, each beside the one before. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import Lead

from plans.document.models import RegisterData, Section, SectionKind
from samarbejde.forms.attempts import AUTOSAVED
from samarbejde.histories import Record
from samarbejde.text.redline import Difference, difference, line_difference

TEXTS = ("body", "closing")
SPELL = timedelta(minutes=30)  # of writing without a longer pause


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


def history_of(section: Section) -> QuerySet[Record]:
    """Newest first, one record for each spell of writing: the last that one person saved in it."""

    def next_(name: str) -> Window:
        return Window(Lead(name), order_by=[F("history_date").asc(), F("history_id").asc()])

    rows = section.history.select_related("history_user").annotate(
        next_by=next_("history_user_id"),
        next_at=next_("history_date"),
        next_reason=next_("history_change_reason"),
    )
    goes_on = Q(
        history_change_reason=AUTOSAVED,
        next_by=F("history_user_id"),
        next_at__lt=F("history_date") + SPELL,
        next_reason__in=("", AUTOSAVED),
    )
    return rows.filter(Q(next_at=None) | ~goes_on).order_by("-history_date", "-history_id")


def versions(records: Iterable[Record]) -> list[Version]:
    """Newest first; the oldest record is there to be compared with, unless it is the very first."""
    rows = list(records)
    shown = [_version(new, old) for new, old in pairwise(rows)]
    if rows and rows[-1].history_type == "+":
        shown.append(_version(rows[-1], None))
    return shown


def between(older: Record, newer: Record) -> Version:
    """Any two of a history."""
    return _version(newer, older)


def _version(new: Record, old: Record | None) -> Version:
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
