from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from plans.consultation.bodies import Body, Key
from plans.consultation.forms import ReplyForm

LARGEST_FILE = 20_000_000  # bytes
WORD = ".docx"


class UploadForm(forms.Form):
    body = forms.TypedChoiceField(label="Hvem svarer?", error_messages={"required": "Vælg, hvem der svarer."})
    document = forms.FileField(
        label="Udkastet med jeres rettelser",
        help_text=f"Word-dokumentet ({WORD}), som det er hentet her, højst {LARGEST_FILE // 1_000_000} MB",
        max_length=200,
        error_messages={
            "required": "Vælg Word-dokumentet med rettelserne.",
            "empty": "Filen er tom. Vælg Word-dokumentet med rettelserne.",
        },
        widget=forms.FileInput(attrs={"accept": WORD}),
    )

    def __init__(
        self,
        typed: QueryDict | None,
        files: MultiValueDict[str, UploadedFile] | None,
        *,
        bodies: Mapping[Key, Body],
        chosen: str,
    ) -> None:
        super().__init__(typed, files)
        self._bodies = {name_of(key): body for key, body in bodies.items()}
        body: Any = self.fields["body"]
        body.choices = [(name, str(body)) for name, body in self._bodies.items()]
        body.coerce = self._bodies.__getitem__
        if len(self._bodies) == 1:
            body.initial, body.widget = next(iter(self._bodies)), forms.HiddenInput()
        else:
            body.choices = [("", "Vælg"), *body.choices]
            body.initial = chosen

    def clean_document(self) -> UploadedFile:
        document: UploadedFile = self.cleaned_data["document"]
        if (document.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(
                f"Filen fylder mere end {LARGEST_FILE // 1_000_000} MB. Gem den uden billeder, og prøv igen."
            )
        return document


class SendForm(ReplyForm):
    """What goes with the draft: the body's remarks in words."""

    def __init__(self, typed: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        self.fields["text"].label = "Bemærkning, der følger med"
        self.fields["text"].help_text = "Rettelserne og kommentarerne i filen sendes for sig."


def name_of(key: Key) -> str:
    """Of a body, in a form and in an address."""
    return "-".join(str(one or "") for one in key)
