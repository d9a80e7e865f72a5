from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from django import forms
from django.http import QueryDict
from django.utils import timezone

from councils.meetings.seats import Answer, Seat, seats_on
from councils.models import Presence
from plans.approval.consulted import too_early
from plans.approval.forms.signing import past_day
from plans.document.models import Plan
from samarbejde.danish import DATE_HINT, date_text
from samarbejde.forms.plain_text import LineField, TextField

EVERYBODY = "everybody"  # the button that answers for all seats at once
AGREED, WITH_CORRECTIONS = "agreed", "with_corrections"
OUTCOMES = [(AGREED, "Tiltrådt"), (WITH_CORRECTIONS, "Tiltrådt med rettelser, som skrives ind nu")]
WITH_OR_WITHOUT = "Vælg, om kredsrådet tiltrådte planen med eller uden rettelser."
WHO_SAT_THERE = "Vælg, hvem der mødte."


@dataclass(frozen=True)
class Row:
    """One seat as the page shows it."""

    seat: Seat
    presence: forms.BoundField
    name: forms.BoundField | None  # where the register knows of no stand-in


class DiscussionForm(forms.Form):
    """The meeting, and who sat in which seat on that very day.

    The page shows the seats of `listed_on`. When the typed day has other people, the form comes back with
    those of that day, so that nobody is recorded unseen.
    """

    held_on = forms.DateField(label="Mødets dato", help_text=DATE_HINT)
    early_reason = TextField(
        label="Hvorfor gælder drøftelsen alligevel?",
        help_text="Begrundelsen kommer til at stå i referatet og i planen, hvor drøftelsen nævnes.",
        required=False,
        max_length=1_000,
        rows=3,
    )
    place = LineField(label="Sted", max_length=150)
    outcome = forms.ChoiceField(
        label="Hvad blev kredsrådet enigt om?",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={"required": WITH_OR_WITHOUT, "invalid_choice": WITH_OR_WITHOUT},
    )
    minutes = TextField(
        label="Hvad blev der sagt?",
        help_text="Referat af drøftelsen. Skriv ikke om enkeltpersoners sager.",
        max_length=20_000,
        rows=10,
    )
    listed_on = forms.DateField(widget=forms.HiddenInput, required=False)

    def __init__(self, typed: QueryDict | None = None, *, plan: Plan) -> None:
        self.is_filled = typed is not None and EVERYBODY in typed
        super().__init__(
            None if self.is_filled else typed, initial=_as_typed(typed) if self.is_filled else None
        )
        self.plan = plan
        shown = self._typed_day("listed_on") or timezone.localdate()
        self.day = self._typed_day("held_on") or shown
        self.initial["listed_on"] = self.day
        self.seats = seats_on(plan.council, self.day)
        for seat in self.seats:
            self._add_fields(seat)
        self.is_other_list = (
            self.is_bound and self.day != shown and self.seats != seats_on(plan.council, shown)
        )
        if self.is_other_list:
            data = cast(QueryDict, self.data).copy()
            data["listed_on"] = self.day.isoformat()
            self.data = data

    def _add_fields(self, seat: Seat) -> None:
        choices = [(Presence.PRESENT, "Mødte")] if seat.holder else []
        choices += [
            (Presence.STAND_IN, "Stedfortræder"),
            (Presence.ABSENT, "Afbud" if seat.holder else "Ingen"),
        ]
        self.fields[seat.key] = forms.ChoiceField(
            label=seat.label,
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": WHO_SAT_THERE, "invalid_choice": WHO_SAT_THERE},
        )
        if seat.stand_in is None:
            self.fields[_named(seat)] = LineField(
                label=f"Stedfortræderens navn og titel, {seat.label}", required=False, max_length=200
            )
        if self.is_filled:
            self.initial[seat.key] = Presence.PRESENT if seat.holder else Presence.ABSENT

    def rows(self) -> Iterator[Row]:
        for seat in self.seats:
            yield Row(seat, self[seat.key], None if seat.stand_in else self[_named(seat)])

    @property
    def asks_why_early(self) -> bool:
        """The typed day lies before the consultation had ended."""
        day = self._typed_day("held_on")
        return day is not None and bool(too_early(self.plan, day))

    def _typed_day(self, name: str) -> date | None:
        value = self.data.get(name) if self.is_bound else self.initial.get(name)
        try:
            return cast("date | None", self.fields[name].clean(value))
        except forms.ValidationError:
            return None

    def clean_held_on(self) -> date:
        return past_day(self.cleaned_data["held_on"], self.plan)

    def clean(self) -> dict[str, object]:
        told = self.cleaned_data
        if "held_on" in told:
            self._see_to_day(told["held_on"], told.get("early_reason", ""))
        for seat in self.seats:
            if told.get(seat.key) == Presence.STAND_IN and not (seat.stand_in or told.get(_named(seat))):
                self.add_error(_named(seat), "Skriv, hvem der mødte.")
        return told

    def _see_to_day(self, day: date, early_reason: str) -> None:
        if self.is_other_list:
            text = f"Der sad andre den {date_text(day)}. Se listen fra den dag igennem, og gem igen."
            self.add_error("held_on", text)
        early = too_early(self.plan, day)
        if early and not early_reason:
            text = f"{early} Ret datoen, eller skriv, hvorfor drøftelsen gælder alligevel."
            self.add_error("held_on", text)

    @property
    def answers(self) -> list[Answer]:
        told = self.cleaned_data
        return [Answer(seat, Presence(told[seat.key]), told.get(_named(seat), "")) for seat in self.seats]


def _named(seat: Seat) -> str:
    """The field for a stand-in whom the register does not know."""
    return f"{seat.key}-navn"


def _as_typed(typed: QueryDict | None) -> dict[str, object]:
    return {name: value for name, value in (typed or QueryDict()).items() if value}
