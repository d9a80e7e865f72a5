from collections.abc import Iterable
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils import timezone

from plans.document.models import Plan, Scope
from plans.proposals.models import ChangeRequest, Proposal, Recommendation, Words
from samarbejde import danish, personal_numbers
from samarbejde.plain_text_fields import LineField, TextField
from samarbejde.rich_text import plain_text
from samarbejde.rich_text_field import RichTextField

DATE_HINT = "Skriv datoen som 01-10-2026. Fristen er til og med den dag."
MOST_POINTS = 20
NO_PERSONAL_NUMBERS = (
    "Teksten indeholder noget, der ligner et CPR-nummer. Oplysninger om enkeltpersoner hører ikke hjemme "
    "i portalen. Fjern nummeret, før du indsender."
)


class DeadlineForm(forms.Form):
    deadline = forms.DateField(label="Frist", help_text=DATE_HINT)

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


class ProposalForm(forms.Form):
    """A proposal being written: only the title is needed, until it is `complete` enough to submit."""

    title = LineField(
        label="Titel",
        widget=forms.TextInput({"class": "input-line"}),
        help_text="Kort og sigende. Sådan kommer emnet til at hedde, hvis det optages i planen.",
        max_length=200,
        error_messages={"required": "Skriv en titel, så I kan kende forslaget igen."},
    )
    scope = forms.ChoiceField(
        label="Hvem skal emnet gælde for?",
        choices=[(Scope.DISTRICT, "Alle lokalråd i politikredsen"), (Scope.LOCAL, "Kun vores egen kommune")],
        widget=forms.RadioSelect,
        initial=Scope.DISTRICT,
        error_messages={"required": "Vælg, hvem emnet skal gælde for."},
    )
    background = RichTextField(
        label="Baggrund",
        help_text="Hvorfor er det vigtigt? Skriv, hvad I ser hos jer, og hvad I bygger det på.",
        required=False,
    )
    text = RichTextField(
        label="Forslag til planens tekst",
        help_text="Hvad skal der stå i planen? Skriv, hvad politi og kommune skal gøre sammen.",
        required=False,
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    missing = {
        "background": "Skriv, hvorfor emnet er vigtigt, før du indsender.",
        "text": "Skriv, hvad der skal stå i planen, før du indsender.",
    }

    def __init__(
        self, *args: Any, points: Iterable[ChangeRequest] = (), complete: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.complete = complete
        self.answer_names = {point.pk: f"answer_{point.pk}" for point in points}
        for point in points:
            self.fields[f"answer_{point.pk}"] = TextField(
                label=f"{point.position}. {point.wording}", required=False, rows=3, initial=point.answer
            )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.hide_optional = True
        answers = [Fieldset("Svar på sekretariatets punkter", *self.answer_names.values())]
        self.helper.layout = Layout(
            *(answers if self.answer_names else []),
            "title",
            "scope",
            "background",
            "text",
            "form_key",
            "version",
        )

    @property
    def words(self) -> Words:
        data = self.cleaned_data
        return Words(data["title"], data["scope"], data["background"], data["text"])

    @property
    def answers(self) -> dict[int, str]:
        return {pk: self.cleaned_data[name] for pk, name in self.answer_names.items()}

    def clean(self) -> dict[str, Any]:
        if self.complete:
            needed = self.missing | dict.fromkeys(
                self.answer_names.values(), "Svar på punktet, før du indsender."
            )
            for name, message in needed.items():
                if name in self.cleaned_data and not self.cleaned_data[name]:
                    self.add_error(name, message)
            for name in ("title", *needed):
                if personal_numbers.find(plain_text(self.cleaned_data.get(name, ""))):
                    self.add_error(name, NO_PERSONAL_NUMBERS)
        return self.cleaned_data


STRAY = "Siden er sendt ufuldstændigt. Læs forslaget, og prøv igen."


class ReviewingForm(forms.Form):
    """A form beside a proposal, filled in by whoever has read its submission number `seen`."""

    seen = forms.IntegerField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )


class PointsForm(ReviewingForm):
    total = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, total: int = 3, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.names = [f"point_{number}" for number in range(1, min(total, MOST_POINTS) + 1)]
        self.initial["total"] = len(self.names)
        for number, name in enumerate(self.names, start=1):
            self.fields[name] = TextField(label=f"Punkt {number}", required=False, rows=3, max_length=2000)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.hide_optional = True
        self.helper.layout = Layout(*self.names, "total", "seen")

    @property
    def points(self) -> list[str]:
        return [self.cleaned_data[name] for name in self.names if self.cleaned_data.get(name)]

    def clean(self) -> dict[str, Any]:
        if not self.points and not self.errors:
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


class AcceptForm(ReviewingForm):
    scope = forms.ChoiceField(label="Hvordan optages emnet?", widget=forms.RadioSelect)
    title = LineField(
        label="Emnets titel i planen",
        widget=forms.TextInput({"class": "input-line"}),
        max_length=300,
        error_messages={"required": "Skriv den titel, emnet skal have i planen."},
    )
    text = RichTextField(
        label="Teksten i planen",
        help_text="Du kan rette teksten til. Lokalrådets egne ord bliver stående i forslaget.",
        error_messages={"required": "Skriv den tekst, der skal stå i planen."},
    )
    reason = TextField(label="Besked til lokalrådet", required=False, rows=3)

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        scope = self.fields["scope"]
        assert isinstance(scope, forms.ChoiceField)
        scope.choices = [
            (Scope.DISTRICT, "Som kredsdækkende emne for alle lokalråd"),
            (Scope.LOCAL, f"Som lokalt emne for {proposal.council}"),
        ]


class RejectForm(ReviewingForm):
    reason = TextField(
        label="Begrundelse",
        help_text="Lokalrådet får begrundelsen at se.",
        error_messages={"required": "Skriv, hvorfor forslaget afvises. Lokalrådet får begrundelsen at se."},
        rows=8,
    )


class MergeForm(ReviewingForm):
    into = forms.ChoiceField(
        label="Hvilket forslag skal det samles med?",
        help_text="Det andet forslag bliver det, der afgøres. Dette forslags tekst vises på dets side.",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Vælg det forslag, som dette skal samles med.",
            "invalid_choice": "Det forslag kan ikke vælges længere. Vælg et andet i listen.",
        },
    )
    reason = TextField(
        label="Hvorfor samles de?", help_text="Lokalrådet får det at se.", required=False, rows=3
    )

    def __init__(self, *args: Any, proposal: Proposal, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.others = {str(other.pk): other for other in proposal.mergeable_with()}
        into = self.fields["into"]
        assert isinstance(into, forms.ChoiceField)
        into.choices = [
            (pk, f"{other.council}: {other.public_title} ({other.get_state_display()})")
            for pk, other in self.others.items()
        ]

    def clean_into(self) -> Proposal:
        return self.others[self.cleaned_data["into"]]
