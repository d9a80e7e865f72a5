from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils import timezone

from plans.yearly_account.models import LONGEST_HEADING, AccountPart
from samarbejde import danish
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField

WIDE = forms.TextInput(attrs={"class": "input-line"})


class PartForm(RowForm):
    ANSWERS: ClassVar = ("heading", "body")

    heading = LineField(label="Overskrift", max_length=LONGEST_HEADING, widget=WIDE)
    body = RichTextField(
        label="Tekst", required=False, help_text="En del uden tekst kommer ikke med i redegørelsen."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, typed: QueryDict | None = None, *, part: AccountPart) -> None:
        super().__init__(typed, initial=self.stored(part) | {"version": part.version})


class PresentForm(forms.Form):
    presented_on = forms.DateField(label="Forelagt kredsrådet den", help_text=danish.DATE_HINT)

    def clean_presented_on(self) -> object:
        day = self.cleaned_data["presented_on"]
        if day > timezone.localdate():
            raise forms.ValidationError("Dagen er ikke kommet endnu. Skriv den dag, kredsrådet fik den.")
        return day


class TakeBackForm(forms.Form):
    reason = TextField(
        label="Begrundelse",
        rows=4,
        help_text="Kredsrådets medlemmer får den i en e-mail.",
        error_messages={"required": "Skriv, hvorfor redegørelsen tages tilbage."},
    )
