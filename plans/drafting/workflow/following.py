"""A field goes on naming its heading, law or figure when that is called something else."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from plans.document.fields import SECTION
from plans.document.models import FocusArea, Plan, Section
from plans.drafting.workflow.edit_mode import refuse_against_mode
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.forms.attempts import AUTOSAVED
from samarbejde.histories import save_as_next
from samarbejde.text.rich_text import plain_text
from samarbejde.text.rich_text_fields import (
    FIELD,
    folded,
    is_field,
    name_in,
    renamed,
    renamed_in_line,
    written,
)
from samarbejde.transitions import Refused

Row: TypeAlias = Section | FocusArea
Names: TypeAlias = Mapping[str, str]  # of fields: as it was, folded, and as it is

LINES = {"heading", "own_title"}
REASON = "Henvisning følger det nye navn"


@dataclass(frozen=True)
class Followed:
    """How many fields were put right, and where the old name stands still."""

    count: int = 0
    left: tuple[str, ...] = ()

    def __add__(self, other: "Followed") -> "Followed":
        return Followed(self.count + other.count, self.left + other.left)

    @property
    def done(self) -> str:
        if not self.count:
            return ""
        return "Én henvisning er rettet." if self.count == 1 else f"{self.count} henvisninger er rettet."

    @property
    def undone(self) -> str:
        return f"Det gamle navn står stadig i {danish.listing(self.left)}. Ret det selv." if self.left else ""


Tell: TypeAlias = Callable[[Followed], object]


def unsaid(_: Followed) -> None:
    """For a step that nobody looks at."""


def followed_reason(reason: str) -> str:
    """What is written while a heading is typed is one entry of the history, as the heading is."""
    return AUTOSAVED if reason == AUTOSAVED else REASON


def follow(
    plan: Plan,
    names: Names,
    *,
    by: User,
    held: Sequence[Row] = (),
    typed: Row | None = None,
    reason: str = REASON,
) -> Followed:
    """In every text of the plan, which is locked and open; `held` are rows that the caller has in hand.

    `typed` is one that somebody is writing in: its words stay as they are on the screen.
    """
    able = {old: new for old, new in names.items() if is_field(written(new))}
    count, left = 0, []
    for row in _naming(plan, able, held):
        if row is typed:
            left.append(f"»{row}«")
            continue
        try:
            count += _write(row, able, by, reason)
        except Refused:
            left.append(f"»{row}« (låst)")
    if count and reason != AUTOSAVED:  # a heading that is half typed is no event
        told = danish.listing(f"»{name}«" for name in able.values())
        record("text.followed", f"{Followed(count).done} Nu: {told}", by=by, subject=plan, internal=True)
    rest = {old: new for old, new in names.items() if old not in able}
    return Followed(count, tuple(left)) + still_named(plan, rest)


def follow_headings(
    plan: Plan,
    before: Mapping[int, str],
    *,
    by: User,
    held: Sequence[Row] = (),
    typed: Row | None = None,
    reason: str = REASON,
) -> Followed:
    """Likewise for sections with new headings: `before` is what they were, by the sections' ids.

    What stood twice was no reference, and what stands twice, or says nothing, can be none: then the old
    name stays.
    """
    sections = list(plan.sections.only("pk", "heading"))
    was = Counter(folded(before.get(section.pk, section.heading)) for section in sections)
    now = Counter(folded(section.heading) for section in sections)
    names = {
        folded(SECTION + old): SECTION + section.heading
        for section in sections
        if (old := folded(before.get(section.pk, ""))) not in ("", folded(section.heading)) and was[old] == 1
    }
    single = {old: new for old, new in names.items() if (name := _name(new)) and now[name] == 1}
    others = {old: new for old, new in names.items() if old not in single}
    followed = follow(plan, single, by=by, held=held, typed=typed, reason=reason)
    return followed + still_named(plan, others)


def _name(reference: str) -> str:
    """Of the section that it names, folded."""
    return folded(reference.removeprefix(SECTION))


def still_named(plan: Plan, names: Names, why: str = "") -> Followed:
    """Where fields have names that nothing follows."""
    return Followed(left=tuple(f"»{row}«{why}" for row in _naming(plan, names, ())))


def _naming(plan: Plan, names: Names, held: Sequence[Row]) -> Iterator[Row]:
    if not names:
        return
    in_hand = {(type(row), row.pk): row for row in held}
    rows: list[Row] = [*plan.sections.all(), *plan.focus_areas.filter(section=None)]
    for row in rows:
        mine = in_hand.get((type(row), row.pk), row)
        if _count(mine, names):
            yield mine


def _texts(row: Row) -> dict[str, str]:
    names = ("heading", "body", "closing") if isinstance(row, Section) else ("own_title", "description")
    return {name: text for name in names if "{" in (text := getattr(row, name))}


def _count(row: Row, names: Names) -> int:
    """Fields that have one of the names."""
    words = (text if name in LINES else plain_text(text) for name, text in _texts(row).items())
    return sum(name_in(field[0]) in names for text in words for field in FIELD.finditer(text))


def _write(row: Row, names: Names, by: User, reason: str) -> int:
    count = _count(row, names)
    after = {
        name: (renamed_in_line if name in LINES else renamed)(text, names)
        for name, text in _texts(row).items()
    }
    if isinstance(row, Section):
        refuse_against_mode(row, after)
    for name, text in after.items():
        if name in LINES and len(text) > 300:
            raise Refused("Overskriften ville blive for lang.")
        setattr(row, name, text)
    save_as_next(by, row, reason)
    return count
