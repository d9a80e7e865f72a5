from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict

from councils.register.models import Forum, ForumParticipation, Municipality
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.histories import Record

WHY = "Skriv, hvorfor kommunen ikke deltager. Eller sæt hak, hvis den gør."


class ForumForm(RowForm):
    ANSWERS = ("code", "name", "purpose", "parties", "participants", "rhythm", "responsible")

    name = LineField(label="Navn", max_length=150, help_text="Som »SSP-samarbejdet«")
    code = LineField(label="Forkortelse", max_length=20, required=False, help_text="Som »SSP«")
    purpose = TextField(label="Formål", required=False, rows=3)
    parties = TextField(
        label="Parter",
        required=False,
        rows=3,
        help_text="Myndigheder og andre, med komma imellem eller på hver sin linje",
    )
    participants = TextField(
        label="Deltagere", required=False, rows=3, help_text="Hvem der sidder med, nævnt ved deres stilling"
    )
    rhythm = LineField(label="Hvor tit", max_length=150, required=False, help_text="Som »Fire gange om året«")
    responsible = LineField(
        label="Ansvarlig",
        max_length=150,
        required=False,
        help_text="Den, der kalder sammen og følger op, nævnt ved sin stilling",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


@dataclass(frozen=True)
class Asked:
    """One kommune's line of the form."""

    municipality: Municipality
    takes_part: BoundField
    reason: BoundField


class ParticipationForm(forms.Form):
    """Each of the district's kommuner takes part, or is left out for a reason."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, typed: QueryDict | None = None, *, forum: Forum, places: Iterable[Municipality]
    ) -> None:
        super().__init__(typed, initial=self.stored(forum) | {"version": forum.version})
        self.places = list(places)
        for place in self.places:
            self.fields[f"takes_part_{place.pk}"] = forms.BooleanField(
                label=f"{place} deltager", required=False
            )
            self.fields[f"reason_{place.pk}"] = LineField(
                label=f"Hvorfor {place} ikke deltager", max_length=200, required=False
            )
            # What nobody has said yet is most often yes.
            self.initial.setdefault(f"takes_part_{place.pk}", True)

    @staticmethod
    def stored(row: Forum | Record) -> dict[str, object]:
        """Of a record of the history it is not known: that has no kommuner."""
        if not isinstance(row, Forum):
            return {}
        told = ForumParticipation.objects.filter(forum=row)
        takes_part = {f"takes_part_{one.municipality_id}": one.takes_part for one in told}
        return takes_part | {f"reason_{one.municipality_id}": one.reason for one in told}

    @property
    def asked(self) -> Iterator[Asked]:
        for place in self.places:
            yield Asked(place, self[f"takes_part_{place.pk}"], self[f"reason_{place.pk}"])

    @property
    def answers(self) -> Mapping[int, str]:
        """Why a kommune is left out, by its id; empty for one that takes part."""
        told = self.cleaned_data
        return {
            place.pk: "" if told[f"takes_part_{place.pk}"] else told[f"reason_{place.pk}"]
            for place in self.places
        }

    def clean(self) -> dict[str, object]:
        told = self.cleaned_data
        for place in self.places:
            reason = f"reason_{place.pk}"
            if not told.get(f"takes_part_{place.pk}") and reason in told and not told[reason]:
                self.add_error(reason, WHY)
        return told
