from collections.abc import Iterable

from django import forms
from django.http import QueryDict

from councils.attendance.models import Apology
from councils.register.models import Membership
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField

COMES, NOBODY, SOMEBODY = "comes", "nobody", "somebody"
WHO_COMES = "Vælg, om du kommer."


class CallForm(forms.Form):
    """Only after the last day of the notice is there something to write."""

    late_reason = TextField(
        label="Hvorfor indkaldes der så sent?",
        max_length=1_000,
        rows=3,
        help_text="Det kan alle i rådet læse.",
    )

    def __init__(self, typed: QueryDict | None = None, *, late: bool) -> None:
        super().__init__(typed)
        if not late:
            del self.fields["late_reason"]

    @property
    def late_reason_given(self) -> str:
        return str(self.cleaned_data.get("late_reason", ""))


class GuestForm(forms.Form):
    name = LineField(label="Navn", max_length=200)
    title = LineField(label="Titel", max_length=150, required=False)
    email = forms.EmailField(
        label="E-mail", required=False, help_text="Hertil går indkaldelsen, med de åbne punkter"
    )


class ApologyForm(forms.Form):
    """A member tells whether they come, and who comes instead."""

    answer = forms.ChoiceField(
        label="Kommer du?",
        widget=forms.RadioSelect,
        error_messages={"required": WHO_COMES, "invalid_choice": WHO_COMES},
    )
    stand_in = LineField(
        label="Hvem kommer i stedet?",
        required=False,
        max_length=200,
        help_text="Navn og titel, hvis det er en anden end stedfortræderen",
    )

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        deputies: Iterable[Membership],
        stands: Apology | None,
        comes: bool = False,
    ) -> None:
        super().__init__(typed)
        self.deputies = {f"d{deputy.pk}": deputy for deputy in deputies}
        choices = [(COMES, "Jeg kommer"), (NOBODY, "Jeg kan ikke komme, og ingen kommer i stedet")]
        choices += [
            (key, f"Min stedfortræder kommer: {deputy.user}") for key, deputy in self.deputies.items()
        ]
        offer(self, "answer", [*choices, (SOMEBODY, "En anden kommer i stedet")])
        if stands:
            self._show(stands)
        elif comes:
            self.initial["answer"] = COMES

    def _show(self, stands: Apology) -> None:
        known = f"d{stands.deputy_id}"
        other = SOMEBODY if stands.stand_in else NOBODY
        self.initial["answer"] = known if known in self.deputies else other
        self.initial["stand_in"] = "" if known in self.deputies else stands.stand_in

    def clean(self) -> dict[str, object]:
        if self.cleaned_data.get("answer") == SOMEBODY and not self.cleaned_data.get("stand_in"):
            self.add_error("stand_in", "Skriv, hvem der kommer.")
        return self.cleaned_data

    @property
    def is_coming(self) -> bool:
        return bool(self.cleaned_data["answer"] == COMES)

    @property
    def deputy(self) -> Membership | None:
        return self.deputies.get(self.cleaned_data["answer"])

    @property
    def somebody_else(self) -> str:
        """Somebody whom the register does not know as the seat's deputy."""
        return str(self.cleaned_data["stand_in"]) if self.cleaned_data["answer"] == SOMEBODY else ""
