from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from councils.held_letters.models import HeldLetter
from samarbejde.forms.choices import offer


class SendForm(forms.Form):
    """Letters to tick, each in the version that was read."""

    letters = forms.MultipleChoiceField(
        error_messages={
            "required": "Sæt kryds ved de breve, der skal sendes.",
            "invalid_choice": "Et af brevene er sendt, standset eller rettet, siden du åbnede siden.",
        }
    )

    def __init__(self, typed: QueryDict | None, letters: Iterable[HeldLetter]) -> None:
        super().__init__(typed)
        self.by_key = {one.as_seen: one for one in letters}
        offer(self, "letters", [(key, str(one)) for key, one in self.by_key.items()])

    @property
    def ticked(self) -> set[str]:
        """All of them, until somebody has chosen."""
        return set(self["letters"].value() or []) if self.is_bound else set(self.by_key)

    @property
    def seen(self) -> dict[int, int]:
        chosen = [self.by_key[key] for key in self.cleaned_data["letters"]]
        return {one.pk: one.version for one in chosen}


class StopForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
