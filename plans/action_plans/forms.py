from typing import ClassVar

from crispy_forms.layout import Fieldset
from django import forms
from django.http import QueryDict

from plans.action_plans.models import ActionPlan, Activity, Status
from samarbejde import danish
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField

WIDE = forms.TextInput(attrs={"class": "input-line"})


class ActionPlanForm(RowForm):
    ANSWERS: ClassVar = (
        *("goal", "target_group", "local_problem"),
        *("from_police", "from_municipality", "from_others"),
    )

    local_problem = TextField(
        label="Det lokale problem", required=False, rows=4, help_text="Hvad sker der, hvor og hvornår?"
    )
    goal = TextField(
        label="Mål", required=False, rows=3, help_text="Hvad skal være anderledes, når året er gået?"
    )
    target_group = TextField(label="Målgruppe", required=False, rows=2, help_text="Hvem handler det om?")
    from_police = TextField(label="Politiets bidrag", required=False, rows=3)
    from_municipality = TextField(label="Kommunens bidrag", required=False, rows=3)
    from_others = TextField(
        label="Andres bidrag", required=False, rows=3, help_text="For eksempel skoler, foreninger, butikker"
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, typed: QueryDict | None = None, *, plan: ActionPlan | None = None) -> None:
        stored = self.stored(plan) | {"version": plan.version} if plan else None
        super().__init__(typed, initial=stored)
        self.helper = FieldsHelper(
            *("local_problem", "goal", "target_group"),
            Fieldset("Hvem bidrager med hvad", "from_police", "from_municipality", "from_others"),
            "version",
        )


class ActivityForm(RowForm):
    ANSWERS: ClassVar = ("what", "who", "with_whom", "due_on", "cost", "seen_by")

    what = LineField(label="Hvad gør I?", max_length=300, widget=WIDE)
    who = LineField(label="Hvem står for det?", required=False, max_length=200)
    with_whom = LineField(label="Sammen med hvem?", required=False, max_length=300, widget=WIDE)
    due_on = forms.DateField(label="Senest", required=False)
    cost = LineField(
        label="Hvad koster det?",
        required=False,
        widget=WIDE,
        max_length=300,
        help_text="For eksempel »4 timer om ugen« eller »25.000 kr. fra kommunen«",
    )
    seen_by = TextField(label="Hvordan ser I, at det virker?", required=False, rows=3, max_length=2_000)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, typed: QueryDict | None = None, *, year: int, activity: Activity | None = None
    ) -> None:
        stored = self.stored(activity) | {"version": activity.version} if activity else None
        super().__init__(typed, initial=stored)
        self.year = year
        self.fields["due_on"].help_text = f"En dag i {year}. {danish.DATE_HINT}"

    def clean_due_on(self) -> object:
        day = self.cleaned_data["due_on"]
        if day and day.year != self.year:
            raise forms.ValidationError(f"Handleplanen gælder {self.year}. Vælg en dag i det år.")
        return day


class StatusForm(forms.Form):
    """A button for each."""

    status = forms.ChoiceField(choices=Status)


class DirectionForm(forms.Form):
    direction = forms.ChoiceField(choices=[("up", "op"), ("down", "ned")])


class EvaluationForm(forms.Form):
    evaluation = TextField(
        label="Hvordan gik det?",
        rows=8,
        help_text="Blev målet nået, hvad virkede, og hvad tager I med til næste år?",
        error_messages={"required": "Skriv, hvordan det gik."},
    )
