from collections.abc import Iterable, Mapping

from django import forms
from django.http import QueryDict

from councils.register.models import Municipality, PoliceStation
from samarbejde.forms.choices import offer
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField
from samarbejde.histories import Record

COVERS = "municipalities"


class StationForm(RowForm):
    ANSWERS = ("name", "address", "leader")

    name = LineField(label="Navn", max_length=100, help_text="Som »Politistationen i Herning«")
    address = LineField(label="Adresse", max_length=200, required=False)
    leader = LineField(
        label="Leder", max_length=150, required=False, help_text="Navn eller stilling, som borgerne må se det"
    )
    municipalities = forms.MultipleChoiceField(
        label="Kommuner, som stationen dækker", widget=forms.CheckboxSelectMultiple, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        places: Iterable[Municipality],
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(typed, initial=dict(initial or {}))
        offer(self, COVERS, [(str(place.pk), place.name) for place in places])

    @classmethod
    def stored(cls, row: PoliceStation | Record) -> dict[str, object]:
        """Of a record of the history the kommuner are not known."""
        told = super().stored(row)
        if isinstance(row, PoliceStation):
            told[COVERS] = [str(place.pk) for place in row.municipalities.all()]
        return told

    @property
    def covered(self) -> frozenset[int]:
        return frozenset(int(pk) for pk in self.cleaned_data[COVERS])
