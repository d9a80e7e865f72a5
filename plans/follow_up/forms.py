from django import forms
from django.http import QueryDict

from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.follow_up.models import Duty, Modality
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.histories import Record

LONGEST = 10  # years a plan may look ahead
BINDING = [(one.value, one.label.capitalize()) for one in Modality]


class DutyForm(forms.Form):
    ANSWERS = ("wording", "who", "modality", "section", "due_year", "due_quarter")

    wording = TextField(label="Opgaven", max_length=2_000, rows=4, help_text="Hvad skal der gøres?")
    who = LineField(label="Hvem", max_length=150, help_text="For eksempel Lokalrådene")
    modality = forms.ChoiceField(label="Hvor bindende er den?", choices=BINDING, widget=forms.RadioSelect)
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
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, plan: Plan
    ) -> None:
        super().__init__(typed, initial=initial)
        self.plan = plan
        sections = [(entry.section.pk, entry.title) for entry in numbered(plan.sections.all())]
        offer(self, "section", plan.sections.all())
        offer(self, "section", [("", "Intet bestemt"), *sections])

    @staticmethod
    def stored(duty: Duty | Record) -> dict[str, object]:
        """The duty, or a record of its history, as the form has it."""
        columns = {name: name for name in DutyForm.ANSWERS} | {"section": "section_id"}
        return {name: getattr(duty, column) for name, column in columns.items()}

    def clean_due_year(self) -> int | None:
        year: int | None = self.cleaned_data["due_year"]
        first, last = self.plan.year, self.plan.year + LONGEST
        if year is not None and not first <= year <= last:
            raise forms.ValidationError(f"Planen gælder fra {first}. Skriv et år fra {first} til {last}.")
        return year

    def clean(self) -> dict[str, object]:
        answers = self.cleaned_data
        if answers.get("due_quarter") and answers.get("due_year") is None and "due_year" not in self.errors:
            self.add_error("due_year", "Skriv også, hvilket år kvartalet ligger i.")
        return answers

    @property
    def answers(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.ANSWERS}
