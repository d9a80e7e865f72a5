from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from plans.consultation.bodies import Body, Key
from plans.consultation.forms import ReplyForm
from plans.importing.files import LARGEST_FILE
from samarbejde.forms.documents import DocumentField

WORD = ".docx"


class UploadForm(forms.Form):
    body = forms.TypedChoiceField(label="Hvem svarer?", error_messages={"required": "Vælg, hvem der svarer."})
    document = DocumentField(
        label="Udkastet med jeres rettelser",
        help_text=f"Word-dokumentet ({WORD}), som det er hentet her, højst {LARGEST_FILE // 1_000_000} MB",
        endings=[WORD],
        largest=LARGEST_FILE,
        error_messages={
            "required": "Vælg Word-dokumentet med rettelserne.",
            "empty": "Filen er tom. Vælg Word-dokumentet med rettelserne.",
        },
    )

    def __init__(
        self,
        typed: QueryDict | None,
        files: MultiValueDict[str, UploadedFile] | None,
        *,
        bodies: Mapping[Key, Body],
    ) -> None:
        """Who has but one body to answer for is not asked."""
        super().__init__(typed, files)
        by_name = {name_of(key): body for key, body in bodies.items()}
        body: Any = self.fields["body"]
        body.choices = [(name, str(body)) for name, body in by_name.items()]
        body.coerce = by_name.__getitem__
        if len(by_name) == 1:
            body.initial, body.widget = next(iter(by_name)), forms.HiddenInput()
        else:
            body.choices = [("", "Vælg"), *body.choices]


class SendForm(ReplyForm):
    """What goes with the draft: the body's remarks in words."""

    def __init__(self, typed: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(typed, **kwargs)
        self.fields["text"].label = "Bemærkning, der følger med"
        self.fields["text"].help_text = "Rettelserne og kommentarerne i filen sendes for sig."


def name_of(key: Key) -> str:
    """Of a body, in a form."""
    return "-".join(str(one or "") for one in key)
