"""A form that writes columns of a row, and what stood in them before."""

from typing import ClassVar

from django import forms

from samarbejde.histories import Record


class RowForm(forms.Form):
    """`ANSWERS` names the columns; the form's fields have the same names."""

    ANSWERS: ClassVar[tuple[str, ...]]

    @classmethod
    def stored(cls, row: Record) -> dict[str, object]:
        """A row, or a record of its history, as the form has it."""
        return {name: getattr(row, name) for name in cls.ANSWERS}

    @property
    def answers(self) -> dict[str, object]:
        return {name: self.cleaned_data[name] for name in self.ANSWERS}
