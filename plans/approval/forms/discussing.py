from datetime import date
from typing import cast

from django import forms
from django.http import QueryDict
from django.utils import timezone

from councils.attendance.forms.seats import SeatsForm, expected
from councils.attendance.seats import seats_on
from councils.models import Meeting
from plans.approval.consulted import too_early
from plans.approval.forms.signing import past_day
from plans.document.models import Plan
from samarbejde.danish import DATE_HINT, date_text
from samarbejde.forms.plain_text import LineField, TextField

AGREED, WITH_CORRECTIONS = "agreed", "with_corrections"
OUTCOMES = [(AGREED, "Tiltrådt"), (WITH_CORRECTIONS, "Tiltrådt med rettelser, som skrives ind nu")]
WITH_OR_WITHOUT = "Vælg, om kredsrådet tiltrådte planen med eller uden rettelser."


class DiscussionForm(SeatsForm):
    """The meeting, and who sat in which seat on that very day.

    The page shows the seats of `listed_on`. When the typed day has other people, the form comes back with
    those of that day, so that nobody is recorded unseen. It may begin with what is known of a `meeting`.
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

    def __init__(self, typed: QueryDict | None = None, *, plan: Plan, meeting: Meeting | None = None) -> None:
        begun = meeting if typed is None else None  # what is typed counts, whatever meeting it began with
        super().__init__(typed, initial={"held_on": begun.held_on, "place": begun.place} if begun else None)
        self.plan = plan
        shown = self._typed_day("listed_on") or timezone.localdate()
        self.day = self._typed_day("held_on") or shown
        self.initial["listed_on"] = self.day
        self.ask_for(seats_on(plan.council, self.day))
        if begun:
            self.initial.update(expected(begun, self.seats))
        self.is_other_list = (
            self.is_bound and self.day != shown and self.seats != seats_on(plan.council, shown)
        )
        if self.is_other_list:
            data = cast(QueryDict, self.data).copy()
            data["listed_on"] = self.day.isoformat()
            self.data = data

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
        told = super().clean()
        if "held_on" in self.cleaned_data:
            self._see_to_day(self.cleaned_data["held_on"], self.cleaned_data.get("early_reason", ""))
        return told

    def _see_to_day(self, day: date, early_reason: str) -> None:
        if self.is_other_list:
            text = f"Der sad andre den {date_text(day)}. Se listen fra den dag igennem, og gem igen."
            self.add_error("held_on", text)
        early = too_early(self.plan, day)
        if early and not early_reason:
            text = f"{early} Ret datoen, eller skriv, hvorfor drøftelsen gælder alligevel."
            self.add_error("held_on", text)
