"""Two people have written in one thing: what each of them made of it, field by field."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.utils.html import format_html

from samarbejde import danish
from samarbejde.forms.attempts import Attempt
from samarbejde.forms.resending import retyped
from samarbejde.forms.rich_text import RichTextField
from samarbejde.histories import Record
from samarbejde.text.redline import difference, line_difference, merged
from samarbejde.text.rich_text import from_plain
from samarbejde.transitions import Stale

_BETWEEN = ","  # several choices of one field
Stored = Callable[[Record], Mapping[str, object]]  # a row, or a record of its history, as its form has it


@dataclass(frozen=True)
class Part:
    """One field as it is shown: `html` may have marks for what is new and what is gone."""

    label: str
    html: str
    structure_only: bool = False


@dataclass(frozen=True)
class Conflict:
    """What another has stored since, and what was typed: theirs stands, mine waits to be sent again."""

    heading: str
    text: str
    who: str
    at: datetime
    theirs: list[Part]
    mine: list[Part]
    is_joined: bool = False  # the form has both changes
    typed: list[tuple[str, str]] = field(default_factory=list)  # as it was sent, over what stands now


@dataclass(frozen=True)
class _Field:
    """One field as it was opened, as it was typed and as it stands, each as the form would send it."""

    field: BoundField
    before: str | None  # None where it is not known
    mine: str
    theirs: str

    @property
    def is_told(self) -> bool:
        """What nobody has changed is left out."""
        return self.mine != self.theirs or self.theirs != self.marked_from

    @property
    def marked_from(self) -> str:
        return self.theirs if self.before is None else self.before

    @property
    def together(self) -> str | None:
        """Both changes in one, or None where they meet."""
        if self.mine == self.theirs or self.before is None:
            return self.mine if self.mine == self.theirs else None
        if isinstance(self.field.field, RichTextField):
            return merged(self.before, self.mine, self.theirs)
        changed = {self.mine, self.theirs} - {self.before}
        return None if len(changed) > 1 else (changed.pop() if changed else self.before)


def both_texts(attempt: Attempt, stored: Stored, *, thing: str) -> Conflict | None:
    """The conflict that stopped the attempt, if one did, and its form made ready to be sent over what stands.

    The form has the field `version`; `thing` is what was saved, in the definite form.
    """
    stale, form = attempt.refusal, attempt.form
    if not isinstance(stale, Stale) or not isinstance(form, forms.Form):
        return None
    current, by = stale.current, attempt.request.user
    opened = form.cleaned_data["version"] or 0
    base, newest = _records(current, opened)
    answers = _fields(form, stored(base) if base else {}, stored(current))
    joined = {one.field.name: _retyped(one.field, one.together) for one in answers}
    is_joined = None not in joined.values()
    retyped(form, version=current.version, **(joined if is_joined else {}))
    who, is_own = str(newest.history_user or "En anden"), newest.history_user == by
    told = [one for one in answers if one.is_told]
    return Conflict(
        heading=_heading(who, is_own, thing),
        text=_text(who, is_own, is_joined),
        who=who,
        at=newest.history_date,
        theirs=[part(one.field, one.marked_from, one.theirs) for one in told],
        mine=[part(one.field, one.mine, one.mine) for one in told],
        typed=[*_sent_fields(attempt.request), ("version", str(current.version))],
        is_joined=is_joined,
    )


def _records(current: Any, opened: int) -> tuple[Record | None, Record]:
    """What the form was opened over, as far as it is known, and what made it stale."""
    found = current.history.filter(version__in=(opened, current.version)).select_related("history_user")
    records = list(found.order_by("history_date", "history_id"))
    base = [record for record in records if record.version == opened]
    return (base[-1] if base else None), next(one for one in records if one.version == current.version)


def part(field: BoundField, before: str, after: str) -> Part:
    """A field's value `after`, with what is not as in `before` marked."""
    label = str(field.label)
    if isinstance(field.field, RichTextField):
        words = difference(before, after)
        return Part(label, words.html, words.structure_only)
    if isinstance(field.field.widget, forms.Textarea):
        return Part(label, difference(from_plain(before), from_plain(after)).html)
    return Part(label, format_html("<p>{}</p>", line_difference(_said(field, before), _said(field, after))))


def as_typed(field: BoundField, value: object) -> str:
    """The value as the form would send it."""
    formatted: Any = field.field.widget.format_value(field.field.prepare_value(value))
    if _is_several(field):
        return _BETWEEN.join(sorted(formatted or []))
    if isinstance(formatted, list):
        formatted = formatted[0] if formatted else ""
    return "" if formatted is None else str(formatted)


def _fields(form: forms.Form, before: Mapping[str, object], theirs: Mapping[str, object]) -> list[_Field]:
    typed: Iterable[BoundField] = (field for field in form.visible_fields() if field.name in theirs)
    return [
        _Field(
            field,
            as_typed(field, before[field.name]) if field.name in before else None,
            as_typed(field, form.cleaned_data[field.name]),
            as_typed(field, theirs[field.name]),
        )
        for field in typed
    ]


def _sent_fields(request: HttpRequest) -> list[tuple[str, str]]:
    left_out = ("csrfmiddlewaretoken", "version")
    return [
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in left_out
        for value in values
    ]


def _is_several(field: BoundField) -> bool:
    return isinstance(field.field, forms.MultipleChoiceField)


def _retyped(field: BoundField, value: str | None) -> str | list[str] | None:
    if value is None or not _is_several(field):
        return value
    return [one for one in value.split(_BETWEEN) if one]


def _said(field: BoundField, typed: str) -> str:
    """What a reader of the form sees: of a choice its words."""
    if _is_several(field):
        return danish.listing(_labels(field, typed.split(_BETWEEN))) or typed
    if isinstance(field.field, forms.BooleanField):
        return danish.value_text(bool(typed))
    return next(_labels(field, [typed]), typed)


def _labels(field: BoundField, typed: Container[str]) -> Iterator[str]:
    """Of the choices that were made, in the order they are offered."""
    offered: Any = getattr(field.field, "choices", ())
    return (str(label) for key, label in offered if str(key) in typed)


def _heading(who: str, is_own: bool, thing: str) -> str:
    if is_own:
        return f"Du har selv gemt {thing} i et andet vindue"
    return f"{who} har gemt {thing}, mens du skrev"


def _text(who: str, is_own: bool, is_joined: bool) -> str:
    both = "Du" if is_own else "I"
    if is_joined:
        return (
            f"{both} har ændret forskellige steder. Her er det hele flettet sammen i felterne. "
            "Læs dem, og gem igen."
        )
    source = "det andet vindue" if is_own else who
    return (
        f"{both} har ændret det samme sted. Det, du skrev, står i felterne herunder. "
        f"Skriv ind, hvad der skal med fra {source}, og gem igen."
    )
