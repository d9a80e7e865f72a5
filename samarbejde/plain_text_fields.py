"""Form fields for plain words: what cannot be printed never gets in, and a blank is empty."""

from typing import Any

from django import forms

from samarbejde.rich_text import line


class LineField(forms.CharField):
    """One line: a title, a place."""

    def to_python(self, value: Any) -> str:
        return line(super().to_python(value) or "")


class TextField(forms.CharField):
    """Several lines: a reason, a remark."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 5, **kwargs: Any) -> None:
        super().__init__(**({"max_length": 5000} | kwargs))
        self.widget.attrs["rows"] = rows

    def to_python(self, value: Any) -> str:
        lines = (super().to_python(value) or "").splitlines()
        return "\n".join(line(text) for text in lines).strip()
