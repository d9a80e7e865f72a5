"""A picture for a section, chosen on a page of its own: the editor's button needs JavaScript."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from plans.document.models import Section
from plans.drafting.parting_forms import beginning
from plans.pictures.forms import PictureForm
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.text.redline import blocks
from samarbejde.text.rich_text_pictures import LONGEST_WORDS


class SectionPictureForm(PictureForm):
    """What it shows, or that it shows nothing; and behind how many paragraphs it stands."""

    alt = TextField(
        label="Hvad viser billedet?",
        help_text="Læses op for den, der ikke kan se det, og trykkes, hvis det mangler.",
        rows=3,
        max_length=LONGEST_WORDS,
        error_messages={"required": "Skriv, hvad billedet viser, eller sig, at det kun er pynt."},
    )
    is_decoration = forms.BooleanField(
        label="Billedet er kun pynt", help_text="Så siges der intet om det.", required=False
    )
    caption = LineField(
        label="Billedtekst",
        help_text="Står under billedet efter dets nummer.",
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.TextInput(attrs={"class": "input-line"}),
    )
    after = forms.TypedChoiceField(
        label="Hvor skal det stå?",
        coerce=int,
        error_messages={"invalid_choice": "Teksten er ændret. Vælg stedet igen."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        typed: QueryDict | None = None,
        files: MultiValueDict[str, Any] | None = None,
        *,
        section: Section,
    ) -> None:
        paragraphs = [beginning(block) for block in blocks(section.body)]
        super().__init__(typed, files, initial={"version": section.version, "after": len(paragraphs)})
        self.fields["alt"].required = not self.data.get("is_decoration")
        behind = [(number, f"Efter »{words}«") for number, words in enumerate(paragraphs, start=1)]
        offer(self, "after", [(0, "Først i teksten"), *behind[:-1], (len(paragraphs), "Sidst i teksten")])

    def clean(self) -> dict[str, object]:
        given: dict[str, object] = super().clean() or self.cleaned_data
        if given.get("is_decoration"):
            for name, words in (("alt", "ord"), ("caption", "billedtekst")):
                if given.get(name):
                    self.add_error(name, f"Pynt har ingen {words}. Slet teksten, eller fjern fluebenet.")
        return given
