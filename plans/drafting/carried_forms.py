"""What is chosen of each section and topic of last year's plan."""

import re
from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from plans.drafting.carried_over import CarriedRow, Choice
from samarbejde.forms.plain_text import LineField

READ = re.compile(r"(afsnit|emne)-\d{1,18}")


def _known(name: str) -> None:
    if not READ.fullmatch(name):
        raise ValidationError("Vælg et afsnit i listen.")


class CarriedForm(forms.Form):
    """Its choices are named by lineage; they are few kinds and many rows, so they are read by hand."""

    read = LineField(required=False, max_length=30, validators=[_known])

    def __init__(self, typed: QueryDict | None = None, *, rows: Iterable[CarriedRow]) -> None:
        super().__init__(typed)
        self.rows = list(rows)

    def chosen(self, row: CarriedRow) -> str:
        return str(self.data.get(row.name, row.choice.value))

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if any(self.chosen(row) not in Choice.__members__.values() for row in self.rows):
            raise ValidationError("Vælg »Videreføres«, »Revideres« eller »Udgår«.")
        return given

    @property
    def decisions(self) -> dict[UUID, Choice]:
        """What was chosen anew."""
        chosen = ((row, Choice(self.chosen(row))) for row in self.rows)
        return {row.lineage: choice for row, choice in chosen if choice != row.choice}

    def shown(self, rows: Iterable[CarriedRow], *, only_unread: bool) -> list[tuple[CarriedRow, str, str]]:
        """Each row with its choice as it was typed, and the name by which it is read."""
        return [
            (
                row,
                self.chosen(row),
                f"{'afsnit' if hasattr(row.row, 'heading') else 'emne'}-{row.row.pk}" if row.row else "",
            )
            for row in rows
            if row.is_unread or not only_unread
        ]
