from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from plans.proposals.models import Recommendation
from samarbejde import danish
from samarbejde.deadlines import end_of, is_over
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.plain_text import TextField

MOST_POINTS = 20
USUAL, LONGEST = timedelta(weeks=2), timedelta(days=365)
STRAY = "Siden er sendt ufuldstændigt. Læs forslaget, og prøv igen."


class ReviewingForm(forms.Form):
    """A form beside a proposal, filled in by whoever has read its submission number `seen`."""

    seen = forms.IntegerField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )


class AnswerDeadlineForm(ReviewingForm):
    """Until when the points are to be answered."""

    until = forms.DateField(label="Frist for svaret", help_text=danish.DATE_HINT)

    def clean_until(self) -> date:
        day: date = self.cleaned_data["until"]
        if is_over(day):
            raise forms.ValidationError("Dagen er gået. Vælg i dag eller en senere dag.")
        if day > timezone.localdate() + LONGEST:
            raise forms.ValidationError("Dagen ligger mere end et år ude i fremtiden. Vælg en tidligere.")
        return day

    @property
    def last_minute(self) -> datetime:
        return end_of(self.cleaned_data["until"])


class PointsForm(AnswerDeadlineForm):
    total = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, total: int = 3
    ) -> None:
        usual = {"until": timezone.localdate() + USUAL}
        super().__init__(typed, initial=usual | (initial or {}))
        self.names = [f"point_{number}" for number in range(1, min(total, MOST_POINTS) + 1)]
        self.initial["total"] = len(self.names)
        for number, name in enumerate(self.names, start=1):
            self.fields[name] = TextField(label=f"Punkt {number}", required=False, rows=3, max_length=2000)
        self.helper = FieldsHelper(*self.names, "until", "total", "seen")

    @property
    def points(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.names if self.cleaned_data.get(name)]

    def clean(self) -> dict[str, object]:
        if not self.points and not self.errors.keys() & {*self.names}:
            self.add_error(self.names[0], "Skriv mindst ét punkt, så lokalrådet ved, hvad der skal ændres.")
        return self.cleaned_data


class ReviewForm(ReviewingForm):
    comment = TextField(label="Bemærkning", rows=6)
    audience = forms.ChoiceField(
        label="Hvem kan se den?",
        choices=[("internal", "Kun sekretariatet"), ("shared", "Også lokalrådet, der får besked på e-mail")],
        widget=forms.RadioSelect,
        initial="internal",
    )
    recommendation = forms.ChoiceField(
        label="Indstilling",
        help_text="En indstilling er ikke en afgørelse.",
        choices=[("", "Ingen"), *((wish.value, wish.label.capitalize()) for wish in Recommendation)],
        widget=forms.RadioSelect,
        required=False,
    )
    form_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )

    @property
    def answers(self) -> dict[str, Any]:
        names = ("comment", "recommendation", "form_key")
        told = {name: self.cleaned_data[name] for name in names}
        return told | {"shared": self.cleaned_data["audience"] == "shared"}
