from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from councils.meetings.models import Meeting, MeetingRules
from samarbejde.danish import DATE_HINT
from samarbejde.forms.addresses import AddressField
from samarbejde.forms.clock import ClockField
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField

FURTHEST = timedelta(days=3 * 366)
PAST = "Dagen er gået. Vælg en dag fra i dag."


class MeetingForm(RowForm):
    """When and where. The day may be a past one only where it was so before."""

    ANSWERS = ("held_on", "starts_at", "ends_at", "place", "link", "is_public", "notice_by")

    held_on = forms.DateField(label="Dato", help_text=DATE_HINT)
    starts_at = ClockField(label="Begynder", help_text="Som 10.00")
    ends_at = ClockField(label="Slutter", required=False)
    place = LineField(label="Sted", max_length=150, required=False, help_text="Kan skrives senere")
    link = AddressField(label="Link til mødet", help_text="Hvis man kan være med på skærm")
    notice_by = forms.DateField(label="Indkaldes senest", required=False)
    is_public = forms.BooleanField(
        label="Mødet er åbent for alle",
        required=False,
        help_text="Det kræver flertal i rådet og formandens samtykke.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        rules: MeetingRules,
        meeting: Meeting | None = None,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        super().__init__(typed, initial=dict(initial or {}))
        self.stood_on = meeting.held_on if meeting else None
        self.fields[
            "notice_by"
        ].help_text = f"Står feltet tomt, er det {rules.notice_days} dage før mødet. {DATE_HINT}"

    def clean_held_on(self) -> date:
        day: date = self.cleaned_data["held_on"]
        if day != self.stood_on and day < timezone.localdate():
            raise ValidationError(PAST)
        if day > timezone.localdate() + FURTHEST:
            raise ValidationError("Dagen ligger mere end tre år fremme. Er året skrevet rigtigt?")
        return day

    def clean(self) -> dict[str, object]:
        told = self.cleaned_data
        day, starts, ends = (told.get(name) for name in ("held_on", "starts_at", "ends_at"))
        if starts and ends and ends <= starts:
            self.add_error("ends_at", "Mødet slutter, før det begynder.")
        for name, clock in (("starts_at", starts), ("ends_at", ends)):
            if day and clock and not _is_on_the_clock(day, clock):
                self.add_error(name, "Det klokkeslæt findes ikke den dag: uret stilles en time frem.")
        notice = told.get("notice_by")
        if day and notice and notice > day:
            self.add_error("notice_by", "Indkaldelsen skal ud, før mødet holdes.")
        return told


def _is_on_the_clock(day: date, clock: time) -> bool:
    """Not in the hour that summer time takes away."""
    moment = datetime.combine(day, clock)
    there_and_back = timezone.localtime(timezone.make_aware(moment).astimezone(UTC))
    return there_and_back.replace(tzinfo=None) == moment


class RulesForm(RowForm):
    ANSWERS = ("notice_days", "approval_days")

    notice_days = forms.IntegerField(
        label="Indkaldes senest, dage før mødet",
        min_value=0,
        max_value=90,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-width-xs"}),
        help_text="Så mange dage før et møde skal indkaldelse og dagsorden være ude.",
    )
    approval_days = forms.IntegerField(
        label="Referatet er godkendt efter, dage",
        min_value=1,
        max_value=90,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-width-xs"}),
        help_text="Så mange dage har medlemmerne til bemærkninger, når referatet er sendt.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
