from django import forms
from django.http import QueryDict

from samarbejde.forms.plain_text import LineField
from samarbejde.text.rich_text_replacing import Sought

LONGEST = 200


class SoughtForm(forms.Form):
    """What is looked for, and what is to stand in its place."""

    q = LineField(label="Find", max_length=LONGEST, error_messages={"required": "Skriv det, du leder efter."})
    put = LineField(
        label="Erstat med", max_length=LONGEST, required=False, help_text="Tomt: ordene bliver slettet."
    )
    whole_words = forms.BooleanField(label="Kun hele ord", required=False)
    same_case = forms.BooleanField(label="Skeln mellem store og små bogstaver", required=False)

    @property
    def sought(self) -> Sought:
        given = self.cleaned_data
        return Sought(given["q"], given["whole_words"], given["same_case"])

    @property
    def put_words(self) -> str:
        return str(self.cleaned_data["put"])


class MendForm(forms.Form):
    """A finding of the check, and the versions of its texts that its mend was shown in.

    For a word that the dictionary does not know: which other one, and where, if not everywhere.
    """

    finding = forms.CharField(max_length=16, widget=forms.HiddenInput)
    seen = forms.CharField(max_length=10_000, widget=forms.HiddenInput)
    word = LineField(max_length=LONGEST, required=False)
    section = forms.IntegerField(required=False)


class AnyKeys(forms.MultipleChoiceField):
    """The keys of places; whether they are there still is for the step to say."""

    def valid_value(self, value: object) -> bool:
        return True


class ReplaceForm(SoughtForm):
    place = AnyKeys(required=False)

    def __init__(self, typed: QueryDict) -> None:
        super().__init__(typed)

    @property
    def chosen(self) -> list[str]:
        return list(self.cleaned_data["place"])
