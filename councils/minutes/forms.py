from collections.abc import Iterable, Mapping
from typing import ClassVar

from django import forms
from django.http import QueryDict

from councils.agendas.models import AgendaAttachment
from councils.attendance.forms.seats import SeatsForm, expected
from councils.attendance.seats import seats_on
from councils.meetings.models import Meeting
from samarbejde.danish import DATE_HINT
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField, TextField


class AttendanceForm(SeatsForm):
    """Every seat of the meeting's day, as it was told last, else as members said before, and the guests."""

    guests = forms.MultipleChoiceField(
        label="Gæster, der mødte", required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, typed: QueryDict | None = None, *, meeting: Meeting) -> None:
        seats = seats_on(meeting.council, meeting.held_on)
        super().__init__(typed, initial=dict(expected(meeting, seats)))
        self.ask_for(seats)
        asked = list(meeting.guests.all())
        if not asked:
            del self.fields["guests"]
            return
        field = self.fields["guests"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(guest.pk), str(guest)) for guest in asked]
        self.initial["guests"] = [str(guest.pk) for guest in asked if guest.was_present]

    @property
    def guests_who_came(self) -> set[int]:
        return {int(pk) for pk in self.cleaned_data.get("guests", [])}


class PointForm(RowForm):
    """What was said and decided of one point."""

    ANSWERS: ClassVar[tuple[str, ...]] = (
        "minutes",
        "decision",
        "follow_up_by",
        "follow_up_due",
        "is_postponed",
    )

    minutes = TextField(
        label="Hvad blev der sagt?",
        required=False,
        max_length=20_000,
        rows=8,
        help_text="Skriv ikke om enkeltpersoners sager.",
    )
    decision = TextField(label="Hvad blev besluttet?", required=False, max_length=5_000, rows=3)
    follow_up_by = LineField(label="Hvem følger op", required=False, max_length=200)
    follow_up_due = forms.DateField(label="Senest", required=False, help_text=DATE_HINT)
    is_postponed = forms.BooleanField(
        label="Udsat til næste møde", required=False, help_text="Punktet venter så på den næste dagsorden."
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, typed: QueryDict | None = None, *, initial: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(typed, initial=dict(initial or {}))

    def clean(self) -> dict[str, object]:
        told = self.cleaned_data
        if told.get("follow_up_due") and not told.get("follow_up_by"):
            self.add_error("follow_up_by", "Skriv, hvem der følger op.")
        return told


class RemarkForm(forms.Form):
    text = TextField(label="Hvad er forkert?", max_length=5_000, rows=5)


class AnswerForm(forms.Form):
    text = TextField(label="Svar", max_length=5_000, rows=4)


class CorrectionForm(forms.Form):
    text = TextField(label="Rettelse", max_length=5_000, rows=5, help_text="Hvad der skulle have stået")
    reason = TextField(label="Hvorfor", max_length=1_000, rows=3)


class FilesForm(forms.Form):
    """Which files of open points citizens get."""

    chosen = forms.MultipleChoiceField(
        label="Bilag, som borgerne kan hente",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Læs filen igen først. Der må ikke stå noget om enkeltpersoner i den.",
    )

    def __init__(self, typed: QueryDict | None = None, *, offered: Iterable[AgendaAttachment]) -> None:
        found = list(offered)
        super().__init__(typed, initial={"chosen": [str(one.pk) for one in found if one.for_citizens]})
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(str(one.pk), f"Punkt {one.item}: {one.name} ({one.told})") for one in found]

    @property
    def wanted(self) -> set[int]:
        return {int(pk) for pk in self.cleaned_data["chosen"]}
