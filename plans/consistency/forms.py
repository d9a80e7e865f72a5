from collections.abc import Iterable, Mapping

from django import forms

from plans.consistency.findings import Finding, Level
from samarbejde.forms.plain_text import LineField

LONGEST_REASON = 300
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
            return not found.place.title
        return not place or any(one.lineage == place for one in found.places)
