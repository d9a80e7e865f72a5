"""Which of the later changes in last year's plan are fetched."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.http import QueryDict

from plans.drafting.later import Later
from plans.drafting.workflow.fetching import Decision

NOT_YET = ""


class LaterForm(forms.Form):
    def __init__(self, typed: QueryDict | None = None, *, changes: Iterable[Later]) -> None:
        super().__init__(typed)
        self.changes = list(changes)
        for later in self.changes:
            self.fields[later.name] = forms.ChoiceField(
                label=later.title,
                choices=[
                    *([(Decision.FETCH, _fetch(later))] if later.can_be_fetched else []),
                    (Decision.LEAVE, "Lad være"),
                    (NOT_YET, "Ikke endnu"),
                ],
                required=False,
                initial=NOT_YET,
                widget=forms.RadioSelect,
            )

    @property
    def decisions(self) -> dict[UUID, Decision]:
        given = ((later, self.cleaned_data.get(later.name, NOT_YET)) for later in self.changes)
        return {later.lineage: Decision(choice) for later, choice in given if choice}

    @property
    def rows(self) -> list[tuple[Later, forms.BoundField]]:
        return [(later, self[later.name]) for later in self.changes]


def _fetch(later: Later) -> str:
    return "Lad det udgå her også" if later.source is None else "Hent det"
