"""Who sat in which seat, as fields of a form."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from councils.attendance.models import Presence
from councils.attendance.seats import Answer, Seat
from councils.meetings.models import Meeting
from samarbejde.forms.plain_text import LineField

EVERYBODY = "everybody"  # the button that answers for all seats at once
WHO_SAT_THERE = "Vælg, hvem der mødte."


@dataclass(frozen=True)
class Row:
    """One seat as the page shows it."""

    seat: Seat
    presence: forms.BoundField
    name: forms.BoundField  # of a stand-in; where the register knows one, only of another


class SeatsForm(forms.Form):
    """A form that asks of each seat who sat there; `ask_for` says which seats there are."""

    def __init__(
        self, typed: QueryDict | None = None, *, initial: Mapping[str, object] | None = None
    ) -> None:
        self.is_filled = typed is not None and EVERYBODY in typed
        shown = _as_typed(typed) if self.is_filled else dict(initial or {})
        super().__init__(None if self.is_filled else typed, initial=shown)
        self.seats: list[Seat] = []

    def ask_for(self, seats: Iterable[Seat]) -> None:
        self.seats = list(seats)
        for seat in self.seats:
            self._add_fields(seat)

    def _add_fields(self, seat: Seat) -> None:
        choices = [(Presence.PRESENT, "Mødte")] if seat.holder else []
        choices += [
            (Presence.STAND_IN, "Stedfortræder"),
            (Presence.ABSENT, "Afbud" if seat.holder else "Ingen"),
        ]
        self.fields[seat.key] = forms.ChoiceField(
            label=seat.label,
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": WHO_SAT_THERE, "invalid_choice": WHO_SAT_THERE},
        )
        who = "Navn og titel, hvis en anden mødte" if seat.stand_in else "Stedfortræderens navn og titel"
        self.fields[named(seat)] = LineField(label=f"{who}, {seat.label}", required=False, max_length=200)
        if self.is_filled:
            self.initial[seat.key] = Presence.PRESENT if seat.holder else Presence.ABSENT

    def rows(self) -> Iterator[Row]:
        for seat in self.seats:
            yield Row(seat, self[seat.key], self[named(seat)])

    def clean(self) -> dict[str, object]:
        told = self.cleaned_data
        for seat in self.seats:
            if told.get(seat.key) == Presence.STAND_IN and not (seat.stand_in or told.get(named(seat))):
                self.add_error(named(seat), "Skriv, hvem der mødte.")
        return told

    @property
    def answers(self) -> list[Answer]:
        return [self._answer(seat) for seat in self.seats]

    def _answer(self, seat: Seat) -> Answer:
        """A name counts only where somebody came instead."""
        presence = Presence(self.cleaned_data[seat.key])
        name = self.cleaned_data[named(seat)] if presence == Presence.STAND_IN else ""
        return Answer(seat, presence, name)


def named(seat: Seat) -> str:
    """The field for a stand-in whom the register does not know."""
    return f"{seat.key}-navn"


def _as_typed(typed: QueryDict | None) -> dict[str, object]:
    return {name: value for name, value in (typed or QueryDict()).items() if value}


def expected(meeting: Meeting, seats: Iterable[Seat]) -> Iterator[tuple[str, object]]:
    """What stands, or was told beforehand; nothing is put down for those who told nothing."""
    away = {apology.membership_id: apology for apology in meeting.apologies.all()}
    coming = set(meeting.acceptances.values_list("membership", flat=True))
    standing = list(meeting.attendances.all())
    for seat in seats:
        row = seat.row_in(standing)
        apology = away.get(seat.holder.pk) if seat.holder else None
        if row:
            is_known = seat.stand_in is not None and row.membership_id == seat.stand_in.pk
            yield seat.key, row.presence
            yield named(seat), row.name if row.presence == Presence.STAND_IN and not is_known else ""
        elif apology:
            is_known = seat.stand_in is not None and apology.deputy_id == seat.stand_in.pk
            yield seat.key, Presence.STAND_IN if apology.stand_in else Presence.ABSENT
            yield named(seat), "" if is_known else apology.stand_in
        elif seat.holder and seat.holder.pk in coming:
            yield seat.key, Presence.PRESENT
