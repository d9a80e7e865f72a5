from datetime import date, datetime, time

from django import forms
from django.http import QueryDict
from django.utils import timezone

from plans.document.models import Plan
from plans.proposals.models import ProposalRound
from samarbejde import danish
from samarbejde.deadlines import LAST_MINUTE, MORNING, UnclearMoment, is_over, moment
from samarbejde.forms.clock import ClockField
from samarbejde.forms.plain_text import TextField
from samarbejde.histories import Record

GONE = "Dagen er gået. Vælg i dag eller en senere dag."


class DeadlineForm(forms.Form):
    until: datetime  # of a valid form

    deadline = forms.DateField(label="Frist", help_text=danish.DATE_HINT)
    deadline_clock = ClockField(
        label="Fristens klokkeslæt",
        required=False,
        help_text="Fristen er til og med det minut. Tomt felt er 23.59.",
    )

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, plan: Plan
    ) -> None:
        super().__init__(typed, initial={"deadline_clock": LAST_MINUTE} | (initial or {}))
        self.plan = plan

    def clean_deadline(self) -> date:
        day: date = self.cleaned_data["deadline"]
        last = date(self.plan.year, 12, 31)
        if is_over(day):
            raise forms.ValidationError(GONE)
        if day > last:
            raise forms.ValidationError(
                f"Fristen ligger efter planens år. Vælg en dag til og med {danish.date_text(last)}."
            )
        return day

    def clean(self) -> None:
        if until := self._moment("deadline", LAST_MINUTE):
            self.until = until

    def _moment(self, name: str, usual: time) -> datetime | None:
        """Of a day's field and its clock's; None where either is wrong, or there is no day."""
        day, clock = self.cleaned_data.get(name), f"{name}_clock"
        if day is None or clock not in self.cleaned_data:
            return None
        try:
            return moment(day, self.cleaned_data[clock] or usual)
        except UnclearMoment as unclear:
            self.add_error(clock, str(unclear))
            return None


class RoundForm(DeadlineForm):
    """The call. When it opens is asked until it has been opened."""

    guidance = TextField(
        label="Vejledning til lokalrådene",
        help_text="Hvad skal de tænke på i år? Teksten står i e-mailen og på lokalrådets side.",
        required=False,
        rows=8,
    )
    opens = forms.DateField(
        label="Åbner",
        required=False,
        help_text=f"Lad feltet stå tomt, så åbner runden med det samme. {danish.DATE_HINT}",
    )
    opens_clock = ClockField(
        label="Åbner klokken",
        required=False,
        help_text="Portalen sender selv e-mails til formændene da. Tomt felt er 8.00.",
    )
    holds_letters = forms.BooleanField(
        label="Hold brevene tilbage",
        required=False,
        help_text="Så kan de læses og rettes, før de går. Kun når runden åbner med det samme.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # The earlier deadline that the secretariat has been warned of.
    confirmed = forms.DateTimeField(widget=forms.HiddenInput, required=False)
    field_order = ["guidance", "opens", "opens_clock", "deadline", "deadline_clock"]

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        initial: dict[str, object] | None = None,
        plan: Plan,
        is_called: bool = False,
    ) -> None:
        super().__init__(typed, initial=initial, plan=plan)
        if is_called:
            del self.fields["opens"], self.fields["opens_clock"], self.fields["holds_letters"]

    def clean_opens(self) -> date | None:
        day: date | None = self.cleaned_data["opens"]
        if day and is_over(day):
            raise forms.ValidationError(GONE)
        return day

    def clean(self) -> None:
        super().clean()
        self.opens_at = self._moment("opens", MORNING)

    @staticmethod
    def stored(round_: ProposalRound | Record) -> dict[str, object]:
        """The round, or a record of its history, as the form has it."""
        deadline, opens = timezone.localtime(round_.deadline), timezone.localtime(round_.opens_at)
        kept: dict[str, object] = {"guidance": round_.guidance}
        if round_.called_at is None:
            kept |= {"opens": opens.date(), "opens_clock": opens.time()}
        return kept | {"deadline": deadline.date(), "deadline_clock": deadline.time()}


class ExtensionForm(DeadlineForm):
    reason = TextField(
        label="Hvorfor får lokalrådet længere frist?",
        help_text="Lokalrådet får begrundelsen at se.",
        max_length=300,
        rows=3,
    )
