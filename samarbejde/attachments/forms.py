from django import forms
from django.core.files.uploadedfile import UploadedFile

from samarbejde.attachments.receiving import ACCEPTED, Received, received
from samarbejde.files.remaking import LARGEST_FILE
from samarbejde.transitions import Refused


class AttachmentForm(forms.Form):
    """A file, which becomes `received`."""

    file = forms.FileField(
        label="Fil",
        help_text=f"PDF, Word (.docx) eller billede, højst {LARGEST_FILE // 1_000_000} MB",
        allow_empty_file=True,
        error_messages={"required": "Vælg en fil.", "invalid": "Vælg en fil."},
        widget=forms.FileInput(attrs={"accept": ",".join(ACCEPTED)}),
    )
    received: Received

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        try:
            self.received = received(file.name, _read(file))
        except Refused as refusal:
            raise forms.ValidationError(str(refusal), code="refused") from refusal
        return file


def _read(file: UploadedFile) -> bytes:
    """No more of it than tells that it is too large."""
    return bytes(file.read(LARGEST_FILE + 1))
