from datetime import date

from django import forms
from django.http import QueryDict
from django.utils import timezone

from plans.document.models import Plan
from plans.proposals.models import ProposalRound
from samarbejde import danish
from samarbejde.deadlines import is_over
from samarbejde.forms.plain_text import TextField
from samarbejde.histories import Record

DEADLINE_HINT = f"{danish.DATE_HINT} Fristen er til og med den dag."


class DeadlineForm(forms.Form):
    deadline = forms.DateField(label="Frist", help_text=DEADLINE_HINT)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, plan: Plan
    ) -> None:
        super().__init__(typed, initial=initial)
        self.plan = plan

    def clean_deadline(self) -> date:
        day: date = self.cleaned_data["deadline"]
        last = date(self.plan.year, 12, 31)
        if is_over(day):
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
    # The earlier day that the secretariat has been warned of.
    confirmed = forms.DateField(widget=forms.HiddenInput, required=False)
    field_order = ["guidance", "deadline"]

    @staticmethod
    def stored(round_: ProposalRound | Record) -> dict[str, object]:
        """The round, or a record of its history, as the form has it."""
        return {"guidance": round_.guidance, "deadline": timezone.localdate(round_.deadline)}


class ExtensionForm(DeadlineForm):
    reason = TextField(
        label="Hvorfor får lokalrådet længere frist?",
        help_text="Lokalrådet får begrundelsen at se.",
        max_length=300,
        rows=3,
    )
