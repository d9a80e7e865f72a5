"""Form fields for plain words: what cannot be printed and CPR numbers never get in, and a blank is empty."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from samarbejde.text import personal_numbers
from samarbejde.text.characters import complaint
from samarbejde.text.rich_text import line


def validate_printed(text: str) -> None:
    if reason := complaint(text):
        raise ValidationError(reason, code="unprinted")


class LineField(forms.CharField):
    """One line: a title, a place."""

    default_validators = [validate_printed, personal_numbers.validate]

    def to_python(self, value: object) -> str:
        return line(super().to_python(value) or "")


class TextField(forms.CharField):
    """Several lines: a reason, a remark."""

    widget = forms.Textarea
    default_validators = [validate_printed, personal_numbers.validate]

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(**({"max_length": 5000} | kwargs))
        self.widget.attrs["rows"] = rows

    def to_python(self, value: object) -> str:
        lines = (super().to_python(value) or "").splitlines()
        return "\n".join(line(text) for text in lines).strip()
