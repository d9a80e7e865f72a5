from datetime import date

from django import forms

from samarbejde.danish import DATE_HINT
from samarbejde.deadlines import is_over
from samarbejde.forms.plain_text import TextField


class ConsultationForm(forms.Form):
    answer_by = forms.DateField(label="Bemærkninger senest", help_text=DATE_HINT, required=False)
    note = TextField(
        label="Besked til modtagerne",
        help_text="Hvad skal de især se på? Beskeden står i e-mailen.",
        required=False,
        max_length=2000,
    )

    def clean_answer_by(self) -> date | None:
        day: date | None = self.cleaned_data["answer_by"]
        if day is not None and is_over(day):
            raise forms.ValidationError("Dagen er gået. Vælg i dag eller en senere dag.")
        return day
