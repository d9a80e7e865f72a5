from collections.abc import Iterable, Mapping

from crispy_forms.layout import Fieldset
from django import forms

from plans.document.models import Scope
from plans.proposals.models import WORDS, ChangeRequest, Words
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField


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
        "background": "Skriv, hvorfor emnet er vigtigt, før du sender det ind.",
        "text": "Skriv, hvad der skal stå i planen, før du indsender.",
    }

    def __init__(
        self,
        typed: Mapping[str, object] | None = None,
        *,
        initial: dict[str, object] | None = None,
        points: Iterable[ChangeRequest] = (),
        complete: bool = False,
    ) -> None:
        super().__init__(typed, initial=initial)
        self.complete = complete
        self.answer_names = {point.pk: f"answer_{point.pk}" for point in points}
        for point in points:
            self.fields[f"answer_{point.pk}"] = TextField(
                label=f"{point.position}. {point.wording}", required=False, rows=3, initial=point.answer
            )
        answers = [Fieldset("Svar på sekretariatets punkter", *self.answer_names.values())]
        own = (*WORDS, "form_key", "version")
        self.helper = FieldsHelper(*(answers if self.answer_names else []), *own)

    @property
    def words(self) -> Words:
        return Words(**{name: self.cleaned_data[name] for name in WORDS})

    @property
    def answers(self) -> dict[int, str]:
        return {pk: self.cleaned_data[name] for pk, name in self.answer_names.items()}

    def clean(self) -> dict[str, object]:
        if self.complete:
            needed = self.missing | dict.fromkeys(
                self.answer_names.values(), "Svar på punktet, før du indsender."
            )
            for name, message in needed.items():
                if name in self.cleaned_data and not self.cleaned_data[name]:
                    self.add_error(name, message)
        return self.cleaned_data
