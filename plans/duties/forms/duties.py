from datetime import date

from crispy_forms.layout import Field, Fieldset
from django import forms
from django.http import QueryDict

from councils.models import Council
from plans.document.models import Plan, Section
from plans.document.numbering import numbered
from plans.duties.models import Addressee, Asked, Duty, Modality
from samarbejde import danish
from samarbejde.forms.choices import offer
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.histories import Record

LONGEST = 10  # years a plan may look ahead


def as_choices(words: type[Addressee | Asked | Modality]) -> list[tuple[str, str]]:
    return [(one.value, f"{one.label[:1].upper()}{one.label[1:]}") for one in words]


class DutyForm(forms.Form):
    ANSWERS = (
        *("wording", "addressee", "council_ids", "who", "modality", "asked", "section"),
        *("due_year", "due_quarter", "at_meeting", "due_on", "condition"),
    )

    wording = TextField(label="Opgaven", max_length=2_000, rows=4, help_text="Hvad skal der gøres?")
    addressee = forms.ChoiceField(
        label="Hvem har opgaven?", choices=as_choices(Addressee), widget=forms.RadioSelect
    )
    council_ids = forms.TypedMultipleChoiceField(
        label="Bestemte lokalråd", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    who = LineField(
        label="Et bestemt embede eller en anden",
        max_length=150,
        required=False,
        help_text="For eksempel SSP i hver kommune",
    )
    modality = forms.ChoiceField(
        label="Hvor bindende er den?", choices=as_choices(Modality), widget=forms.RadioSelect
    )
    asked = forms.ChoiceField(label="Hvad bedes der om?", choices=as_choices(Asked), widget=forms.RadioSelect)
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
        help_text="Lad alle felter om tid stå tomme, hvis opgaven er løbende",
    )
    at_meeting = forms.BooleanField(label="Til kredsrådets møde i kvartalet", required=False)
    due_on = forms.DateField(label="Eller en bestemt dag", required=False, help_text=danish.DATE_HINT)
    condition = LineField(
        label="Eller når noget sker",
        max_length=300,
        required=False,
        help_text="For eksempel »når antallet stiger«",
    )
    section = forms.ModelChoiceField(
        label="Hører til afsnittet", queryset=Section.objects.none(), required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        initial: dict[str, object] | None = None,
        plan: Plan,
        prefix: str | None = None,
    ) -> None:
        super().__init__(typed, initial=initial, prefix=prefix)
        self.plan = plan
        self.offer_places()
        self.helper = FieldsHelper(
            "wording",
            Fieldset("Hvem", "addressee", Field("council_ids", wrapper_class="in-columns"), "who"),
            Fieldset("Hvad", "modality", "asked"),
            Fieldset("Hvornår", "due_quarter", "due_year", "at_meeting", "due_on", "condition"),
            *("section", "version"),
        )

    def offer_places(self) -> None:
        plan = self.plan
        sections = [(entry.section.pk, entry.title) for entry in numbered(plan.sections.all())]
        offer(self, "section", plan.sections.all())
        offer(self, "section", [("", "Intet bestemt"), *sections])
        councils = Council.objects.local_in(plan.council.district_id)
        offer(self, "council_ids", [(council.pk, str(council.municipality)) for council in councils])

    @staticmethod
    def stored(duty: Duty | Record) -> dict[str, object]:
        """The duty, or a record of its history, as the form has it."""
        columns = {name: name for name in DutyForm.ANSWERS} | {"section": "section_id"}
        found = {name: getattr(duty, column) for name, column in columns.items()}
        if duty.due_on:  # its year and quarter follow from it
            found |= {"due_year": None, "due_quarter": None}
        return found

    def clean_due_year(self) -> int | None:
        return self._in_reach(self.cleaned_data["due_year"])

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        self._in_reach(day.year if day else None)
        return day

    def _in_reach(self, year: int | None) -> int | None:
        first, last = self.plan.year, self.plan.year + LONGEST
        if year is not None and not first <= year <= last:
            raise forms.ValidationError(f"Planen gælder fra {first}. Skriv et år fra {first} til {last}.")
        return year

    def clean(self) -> dict[str, object]:
        self._say_who()
        self._say_when()
        return self.cleaned_data

    def _say_who(self) -> None:
        given = self.cleaned_data
        addressee, named, who = given.get("addressee"), given.get("council_ids"), given.get("who")
        if addressee == Addressee.NAMED and not named and "council_ids" not in self.errors:
            self.add_error("council_ids", "Sæt kryds ved de lokalråd, der har opgaven.")
        if addressee == Addressee.OFFICE and not who and "who" not in self.errors:
            self.add_error("who", "Skriv, hvem der har opgaven.")
        if addressee and addressee != Addressee.NAMED and named:
            self.add_error("council_ids", "Vælg »Bestemte lokalråd« ovenfor, eller fjern krydserne.")
        if addressee and addressee != Addressee.OFFICE and who:
            self.add_error("who", "Vælg »Et bestemt embede eller en anden« ovenfor, eller slet teksten.")

    def _say_when(self) -> None:
        given = self.cleaned_data
        quarter, day = given.get("due_quarter"), given.get("due_on")
        if quarter and given.get("due_year") is None and "due_year" not in self.errors:
            self.add_error("due_year", "Skriv også, hvilket år kvartalet ligger i.")
        if given.get("at_meeting") and not quarter and "due_quarter" not in self.errors:
            self.add_error("due_quarter", "Vælg, i hvilket kvartal kredsrådet mødes.")
        if day and (quarter or given.get("due_year")):
            self.add_error("due_on", "Skriv enten en dag eller et kvartal og år, ikke begge.")
        if given.get("condition") and (day or given.get("due_year")):
            self.add_error("condition", "Skriv enten en betingelse eller en tid, ikke begge.")

    @property
    def answers(self) -> dict[str, object]:
        found = {name: self.cleaned_data[name] for name in self.ANSWERS}
        if day := self.cleaned_data["due_on"]:
            found |= {"due_year": day.year, "due_quarter": (day.month + 2) // 3}
        return found
