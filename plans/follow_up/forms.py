from typing import Any

from django import forms

from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.follow_up.models import Modality
from samarbejde.form_choices import offer
from samarbejde.plain_text_fields import LineField, TextField

LONGEST = 10  # years a plan may look ahead


class DutyForm(forms.Form):
    wording = TextField(label="Opgaven", max_length=2_000, rows=4, help_text="Hvad skal der gøres?")
    who = LineField(label="Hvem", max_length=150, help_text="For eksempel Lokalrådene")
    modality = forms.ChoiceField(label="Hvor bindende er den?", choices=Modality, widget=forms.RadioSelect)
    due_quarter = forms.TypedChoiceField(
        label="Kvartal",
        choices=[("", "Intet bestemt kvartal"), *((str(q), f"{q}. kvartal") for q in range(1, 5))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    due_year = forms.IntegerField(
        label="År",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text="Lad feltet stå tomt, hvis opgaven er løbende",
    )
    section = forms.ModelChoiceField(
        label="Hører til afsnittet", queryset=Section.objects.none(), required=False
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        sections = [(place.section.pk, place.title) for place in numbered(plan.sections.all())]
        offer(self, "section", plan.sections.all())
        offer(self, "section", [("", "Intet bestemt"), *sections])

    def clean_due_year(self) -> int | None:
        year: int | None = self.cleaned_data["due_year"]
        first, last = self.plan.year, self.plan.year + LONGEST
        if year is not None and not first <= year <= last:
            raise forms.ValidationError(f"Planen gælder fra {first}. Skriv et år fra {first} til {last}.")
        return year

    def clean(self) -> dict[str, Any]:
        answers = self.cleaned_data
        if answers.get("due_quarter") and answers.get("due_year") is None and "due_year" not in self.errors:
            self.add_error("due_year", "Skriv også, hvilket år kvartalet ligger i.")
        return answers
