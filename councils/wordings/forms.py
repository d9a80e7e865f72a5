from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from councils.wordings.fields import complaints
from councils.wordings.kinds import Kind
from samarbejde.histories import Record
from samarbejde.outbox.forms import LetterForm


class WordingForm(LetterForm):
    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind

    @classmethod
    def standing(cls, kind: Kind, row: Record) -> dict[str, object]:
        """A row, or a record of its history, as the form has it; the portal's words where it has none."""
        return cls.stored(row) if row.text else {"subject": kind.subject, "text": kind.standard}

    def clean_subject(self) -> str:
        return self._checked("subject", self.kind.subject_fields)

    def clean_text(self) -> str:
        return self._checked("text", self.kind.field_names, self.kind.needed)

    def _checked(self, name: str, allowed: tuple[str, ...], needed: tuple[str, ...] = ()) -> str:
        text: str = self.cleaned_data[name]
        if wrong := complaints(text, allowed, needed):
            raise ValidationError([ValidationError(one, code="field") for one in wrong])
        return text


class RestoreForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
