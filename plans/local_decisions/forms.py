from datetime import date

from django import forms
from django.http import QueryDict
from django.utils import timezone

from plans.local_decisions.models import LONGEST, PreventionDecision
from samarbejde import danish
from samarbejde.forms.plain_text import LineField, TextField

WIDE = forms.TextInput(attrs={"class": "input-line"})


def in_the_year(day: date, year: int) -> date:
    """A day of the year that has come."""
    if day > timezone.localdate():
        raise forms.ValidationError("Dagen er ikke kommet endnu.")
    if day.year != year:
        raise forms.ValidationError(f"Vælg en dag i {year}.")
    return day


def likely_day(year: int) -> date | None:
    today = timezone.localdate()
    return today if today.year == year else None


class DecisionForm(forms.Form):
    what = LineField(
        label="Hvad er besluttet?",
        max_length=LONGEST,
        widget=WIDE,
        help_text="For eksempel »Vi følger området hvert kvartal«",
    )
    decided_on = forms.DateField(label="Besluttet den", help_text=danish.DATE_HINT)
    text = TextField(
        label="Kort svar til borgerne",
        rows=5,
        max_length=2_000,
        help_text="Hvad gør politi og kommune i området, og hvorfor?",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, typed: QueryDict | None = None, *, year: int, newest: PreventionDecision | None = None
    ) -> None:
        self.year = year
        stands = {"what": newest.what, "text": newest.text, "seen": newest.number} if newest else {}
        super().__init__(typed, initial={"decided_on": likely_day(year)} | stands)

    def clean_decided_on(self) -> date:
        return in_the_year(self.cleaned_data["decided_on"], self.year)


class ChangeForm(forms.Form):
    text = TextField(
        label="Hvad er ændret?",
        rows=4,
        max_length=2_000,
        help_text="Borgerne læser det ved siden af planens tekst.",
    )
    reason = TextField(label="Hvorfor?", rows=3, max_length=2_000)
    changed_on = forms.DateField(label="Ændret den", help_text=danish.DATE_HINT)

    def __init__(self, typed: QueryDict | None = None, *, year: int) -> None:
        self.year = year
        super().__init__(typed, initial={"changed_on": likely_day(year)})

    def clean_changed_on(self) -> date:
        return in_the_year(self.cleaned_data["changed_on"], self.year)
