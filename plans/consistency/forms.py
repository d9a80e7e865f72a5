from collections.abc import Iterable, Mapping

from django import forms

from plans.consistency.findings import Finding, Level
from plans.consistency.models import WordKind
from samarbejde.forms.plain_text import LineField

LONGEST_REASON, LONGEST_WORD = 300, 100
WHOLE = "planen"  # what is of no one section


class WaiveForm(forms.Form):
    """Beside each finding stands one; `finding` says which."""

    finding = forms.CharField(max_length=16, widget=forms.HiddenInput)
    reason = LineField(
        label="Hvorfor må det stå?",
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Skriv, hvorfor det må stå. Den næste, der læser planen, skal kunne forstå det."
        },
    )


class FilterForm(forms.Form):
    """What is shown: of one place, of one level. Sent as an address, so that it can be passed on."""

    sted = forms.ChoiceField(label="Sted", required=False)
    niveau = forms.ChoiceField(
        label="Niveau",
        required=False,
        choices=[("", "Alle"), *((level.value, level.label.capitalize()) for level in Level)],
    )

    def __init__(self, asked: Mapping[str, str], found: Iterable[Finding]) -> None:
        super().__init__({"sted": asked.get("sted", ""), "niveau": asked.get("niveau", "")})
        places = {place.lineage: place.title for one in found for place in one.places}
        field = self.fields["sted"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Hele planen"), (WHOLE, "Planen som helhed"), *places.items()]

    def lets_through(self, found: Finding) -> bool:
        """What is asked for and is no choice lets everything through."""
        place, level = (self.cleaned_data.get(name, "") for name in ("sted", "niveau"))
        if level and found.level.value != level:
            return False
        if place == WHOLE:
            return not found.place.title and len(found.places) != 1
        return not place or any(one.lineage == place for one in found.places)


class WordForm(forms.Form):
    """A word for one of the lists."""

    kind = forms.ChoiceField(choices=WordKind.choices, widget=forms.HiddenInput)
    word = LineField(label="Ord", max_length=LONGEST_WORD)

    def clean(self) -> dict[str, object]:
        return {"right": "", **(super().clean() or {})}


class HouseWordForm(WordForm):
    word = LineField(label="Når der står", max_length=LONGEST_WORD)
    right = LineField(label="Skriver vi", max_length=LONGEST_WORD)


class AbbreviationForm(WordForm):
    word = LineField(label="Forkortelse", max_length=LONGEST_WORD)


FORMS: dict[str, type[WordForm]] = {
    WordKind.HOUSE: HouseWordForm,
    WordKind.ABBREVIATION: AbbreviationForm,
    WordKind.WORD: WordForm,
}
