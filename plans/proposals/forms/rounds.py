from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from plans.document.models import Plan
from samarbejde import danish
from samarbejde.plain_text_fields import TextField

DEADLINE_HINT = f"{danish.DATE_HINT} Fristen er til og med den dag."


class DeadlineForm(forms.Form):
    deadline = forms.DateField(label="Frist", help_text=DEADLINE_HINT)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan

    def clean_deadline(self) -> date:
        day: date = self.cleaned_data["deadline"]
        last = date(self.plan.year, 12, 31)
        if day < timezone.localdate():
            raise forms.ValidationError("Dagen er gået. Vælg i dag eller en senere dag.")
        if day > last:
            raise forms.ValidationError(
                f"Fristen ligger efter planens år. Vælg en dag til og med {danish.date_text(last)}."
            )
        return day


class RoundForm(DeadlineForm):
    guidance = TextField(
        label="Vejledning til lokalrådene",
        help_text="Hvad skal de tænke på i år? Teksten står i e-mailen og på lokalrådets side.",
        required=False,
        rows=8,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    field_order = ["guidance", "deadline"]


class ExtensionForm(DeadlineForm):
    reason = TextField(
        label="Hvorfor får lokalrådet længere frist?",
        help_text="Lokalrådet får begrundelsen at se.",
        max_length=300,
        rows=3,
    )
