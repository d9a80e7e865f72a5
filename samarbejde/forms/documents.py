"""A field for a document that somebody sends."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile


class DocumentField(forms.FileField):
    """At most `largest` bytes; the browser offers files with these `endings`."""

    def __init__(self, *, endings: Iterable[str], largest: int, **kwargs: Any) -> None:
        widget = forms.FileInput(attrs={"accept": ",".join(endings)})
        super().__init__(max_length=200, widget=widget, **kwargs)
        self.largest = largest

    def clean(self, data: object, initial: object = None) -> UploadedFile:
        document: UploadedFile = super().clean(data, initial)
        if document and (document.size or 0) > self.largest:
            raise forms.ValidationError(
                f"Filen fylder mere end {self.largest // 1_000_000} MB. Gem den uden billeder, og prøv igen."
            )
        return document
