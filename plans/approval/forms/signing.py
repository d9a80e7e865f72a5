from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, ClassVar, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone

from councils.models import Membership
from plans.approval.signers import signers_on_paper
from plans.approvers.candidates import BOTH, approver_candidates, has_both_sides, parties_of
from plans.document.models import Plan
from samarbejde.danish import DATE_HINT, date_text
from samarbejde.deadlines import is_over
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField, TextField

NOT_LISTED = "En af dem, du krydsede af, står ikke på listen. Se den igennem, og gem igen."
OLDEST = 2  # years before the plan's own: older is a slip of the pen

People = Mapping[str, object]  # by what names them in the form, in the order they are shown


class PeopleField(forms.MultipleChoiceField):
    """Boxes to tick for the people of one day. The answer is those who were ticked, in the list's order."""

    widget = forms.CheckboxSelectMultiple

    def __init__(
        self, *, people_on: Callable[[Plan, date], People], called: Callable[[Any], str] = str, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.people_on, self.called = people_on, called
        self.people: People = {}
        self.error_messages["invalid_choice"] = NOT_LISTED

    def offer(self, people: People) -> None:
        self.people = people
        self.choices = [(key, self.called(person)) for key, person in people.items()]

    def clean(self, value: object) -> list[object]:
        ticked = super().clean(value)
        return [person for key, person in self.people.items() if key in ticked]


def past_day(day: date, plan: Plan) -> date:
    if day > timezone.localdate():
        raise forms.ValidationError("Datoen er ikke kommet endnu. Skriv den dag, det skete.")
    if day.year < plan.year - OLDEST:
        raise forms.ValidationError(
            f"Datoen ligger mere end {OLDEST} år før planens år. Er året skrevet rigtigt?"
        )
    return day


class ListedByDay(forms.Form):
    """A form whose list of people depends on the day that is typed.

    The page shows the list of `listed_on`. When the typed day has other people, the form comes
    back with the list of that day, so that nobody is left out unseen.
    """

    listed_on = forms.DateField(widget=forms.HiddenInput, required=False)
    day_field: ClassVar[str]
    people_field: ClassVar[str]

    def __init__(
        self, typed: QueryDict | None = None, *, initial: dict[str, object] | None = None, plan: Plan
    ) -> None:
        super().__init__(typed, initial=initial)
        self.plan = plan
        shown = self._typed("listed_on") or timezone.localdate()
        self.day = self._typed(self.day_field) or shown
        self.initial["listed_on"] = self.day
        field = self.fields[self.people_field]
        assert isinstance(field, PeopleField)
        field.offer(field.people_on(plan, self.day))
        has_moved = self.day != shown
        self.is_other_list = has_moved and list(field.people) != list(field.people_on(plan, shown))
        if self.is_other_list:
            self._turn_to_list(field.people)

    def _turn_to_list(self, people: People) -> None:
        data = cast(QueryDict, self.data).copy()
        data["listed_on"] = self.day.isoformat()
        data.setlist(self.people_field, [key for key in data.getlist(self.people_field) if key in people])
        self.data = data

    def _typed(self, name: str) -> date | None:
        try:
            return self.fields[name].clean(self.data.get(name))
        except forms.ValidationError:
            return None

    def clean(self) -> dict[str, object]:
        if self.is_other_list and self.day_field in self.cleaned_data:
            self.add_error(
                self.people_field,
                f"Der sad andre den {date_text(self.day)}. Se listen fra den dag igennem, og gem igen.",
            )
        return self.cleaned_data


class RoundForm(forms.Form):
    place = LineField(
        label="Sted",
        help_text="Stedet står i planen ved underskrifterne, for eksempel Holstebro",
        max_length=100,
    )
    deadline = forms.DateField(label="Underskrives senest", help_text=DATE_HINT)

    def clean_deadline(self) -> date:
        day: date = self.cleaned_data["deadline"]
        if is_over(day):
            raise forms.ValidationError("Fristen er allerede gået. Vælg i dag eller en senere dag.")
        if day.year > timezone.localdate().year + 1:
            raise forms.ValidationError(
                "Fristen ligger mere end et år ude i fremtiden. Er året skrevet rigtigt?"
            )
        return day


class _Signers(forms.ModelMultipleChoiceField):
    def label_from_instance(self, held: Membership) -> str:
        return f"{held.user}, {held.title} ({held.get_side_display()})"


class LocalRoundForm(RoundForm):
    """With those who approve a lokalråd's plan. Ticked are `usual`, else those named before, else those whom
    the rules name.
    """

    approvers = _Signers(
        label="Hvem godkender planen?",
        queryset=Membership.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=BOTH,
        error_messages={"required": BOTH},
    )
    field_order = ("approvers", "place", "deadline")

    def __init__(
        self,
        typed: QueryDict | None = None,
        *,
        plan: Plan,
        usual: Iterable[Membership] = (),
        initial: Mapping[str, object] | None = None,
    ) -> None:
        before = list(plan.approvers.values_list("membership", flat=True))
        ticked = [one.pk for one in usual] or before or [one.pk for one in parties_of(plan).people]
        super().__init__(typed, initial={"approvers": ticked, **(initial or {})})
        offer(self, "approvers", approver_candidates(plan.council))

    def clean_approvers(self) -> list[Membership]:
        people = list(self.cleaned_data["approvers"])
        if not has_both_sides(people):
            raise forms.ValidationError(BOTH)
        return people


def round_form(plan: Plan, typed: QueryDict | None = None) -> RoundForm:
    return LocalRoundForm(typed, plan=plan) if plan.is_local else RoundForm(typed)


def renewal_form(
    plan: Plan, typed: QueryDict | None, *, known: Mapping[str, object], approvers: Iterable[Membership]
) -> RoundForm:
    if plan.is_local:
        return LocalRoundForm(typed, plan=plan, usual=approvers, initial=known)
    return RoundForm(typed, initial=dict(known))


class PaperSignaturesForm(ListedByDay):
    place = LineField(label="Sted", max_length=100)
    signed_on = forms.DateField(label="Underskrevet den", help_text=DATE_HINT)
    signers = PeopleField(
        label="Har underskrevet",
        people_on=lambda plan, day: {signer.key: signer for signer in signers_on_paper(plan, day)},
        help_text="Kun dem, der er krydset af, kommer til at stå i planen.",
        error_messages={"required": "Sæt kryds ved dem, der har underskrevet."},
    )
    day_field, people_field = "signed_on", "signers"

    def clean_signed_on(self) -> date:
        return past_day(self.cleaned_data["signed_on"], self.plan)


class SignForm(forms.Form):
    seen_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ReopenForm(forms.Form):
    reason = TextField(label="Hvorfor?", max_length=1_000, rows=4)


class SignaturesForm(forms.Form):
    """The two buttons that switch signing on and off, and why it is off."""

    required = forms.ChoiceField(choices=[("ja", "ja"), ("nej", "nej")], widget=forms.HiddenInput)
    reason = TextField(
        label="Hvorfor skal planen ikke underskrives?", required=False, max_length=1_000, rows=4
    )
