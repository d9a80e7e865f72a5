from django import forms

from samarbejde.files.remaking import Made, made_of
from samarbejde.transitions import Refused


class PictureForm(forms.Form):
    """A file, which becomes `made`."""

    file = forms.FileField(
        label="Billede",
        allow_empty_file=True,
        error_messages={"required": "Vælg et billede (JPEG eller PNG).", "invalid": "Vælg et billede."},
    )
    made: Made

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        try:
            self.made = made_of(file.read())
        except Refused as refusal:
            raise forms.ValidationError(str(refusal), code="refused") from refusal
        return file
