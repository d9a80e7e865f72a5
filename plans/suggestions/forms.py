from uuid import uuid4

from django import forms
from django.http import QueryDict

from plans.document.models import Section, SectionKind
from plans.suggestions.comparing import TEXTS, Texts
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField

STRAY = "Siden er sendt ufuldstændigt. Hent den igen, og prøv en gang til."
WIDE = forms.TextInput(attrs={"class": "input-line"})


class TextsForm(forms.Form):
    """A section's text, over the version of it that was seen."""

    heading = LineField(label="Overskrift", max_length=300, widget=WIDE)
    body = RichTextField(label="Tekst", required=False)
    closing = RichTextField(label="Tekst efter oplysningerne", required=False)
    version = forms.IntegerField(
        widget=forms.HiddenInput,
        min_value=1,
        max_value=2**31 - 1,
        error_messages=dict.fromkeys(("required", "invalid"), STRAY),
    )

    def __init__(
        self, typed: QueryDict | None = None, *, section: Section, shown: Texts, **more: object
    ) -> None:
        super().__init__(typed, initial={**shown, "version": section.version, **more})
        self.section = section
        self.fields["heading"].required = section.kind != SectionKind.PART
        if not section.data and not section.closing and not shown["closing"]:
            del self.fields["closing"]

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, and what stands where the form does not ask."""
        given = {"closing": self.section.closing} | self.cleaned_data
        return {name: str(given[name]) for name in TEXTS}


class SuggestionForm(TextsForm):
    reason = TextField(
        label="Hvorfor?", required=False, rows=3, max_length=2_000, help_text="Hjælper dem, der afgør det."
    )
    form_key = forms.UUIDField(
        widget=forms.HiddenInput, error_messages=dict.fromkeys(("required", "invalid"), STRAY)
    )

    def __init__(self, typed: QueryDict | None = None, *, section: Section, shown: Texts) -> None:
        super().__init__(typed, section=section, shown=shown, form_key=uuid4())

    def clean_version(self) -> int:
        version = int(self.cleaned_data["version"])
        if version > self.section.version:
            raise forms.ValidationError(STRAY)
        return version


class DeclineForm(forms.Form):
    answer = TextField(
        label="Begrundelse",
        help_text="Læses af den, der skrev forslaget, og af alle, planen høres hos.",
        max_length=2_000,
        error_messages={"required": "Skriv, hvorfor forslaget ikke bliver optaget."},
    )
