from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils import timezone

from councils.models import Membership
from plans.approval.signers import Signer, members_on, signers_on_paper
from plans.document.models import Plan
from samarbejde.danish import date_text
from samarbejde.plain_text_fields import LineField, TextField

DATE_HINT = "Skriv datoen som 19-12-2026"
NOT_LISTED = "En af dem, du krydsede af, står ikke på listen. Se den igennem, og gem igen."
OLDEST = 2  # years before the plan's own: older is a slip of the pen


class MembersField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.user.name}, {obj.title}"


def _past_day(day: date, plan: Plan) -> date:
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
    day_field: str
    people_field: str

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        shown = self._typed("listed_on") or timezone.localdate()
        self.day = self._typed(self.day_field) or shown
        self.initial["listed_on"] = self.day
        self.offer(self.day)
        offered = self.keys(self.day) if self.is_bound else []
        self.is_other_list = self.is_bound and self.day != shown and offered != self.keys(shown)
        if self.is_other_list:
            self._turn_to_list(offered)

    def offer(self, day: date) -> None:
        """Let the form choose between the people of that day."""
        raise NotImplementedError

    def keys(self, day: date) -> list[str]:
        raise NotImplementedError

    def _turn_to_list(self, offered: list[str]) -> None:
        data = cast(QueryDict, self.data).copy()
        data["listed_on"] = self.day.isoformat()
        data.setlist(self.people_field, [key for key in data.getlist(self.people_field) if key in offered])
        self.data = data

    def _typed(self, name: str) -> date | None:
        try:
            return self.fields[name].clean(self.data.get(name))
        except forms.ValidationError:
            return None

    def clean(self) -> dict[str, Any]:
        if self.is_other_list and self.day_field in self.cleaned_data:
            self.add_error(
                self.people_field,
                f"Der sad andre den {date_text(self.day)}. Se listen fra den dag igennem, og gem igen.",
            )
        return self.cleaned_data


class DiscussionForm(ListedByDay):
    held_on = forms.DateField(label="Mødets dato", help_text=DATE_HINT)
    place = LineField(label="Sted", max_length=150)
    present = MembersField(
        label="Til stede",
        queryset=Membership.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Sæt kryds ved dem, der deltog i mødet.",
            "invalid_choice": NOT_LISTED,
            "invalid_pk_value": NOT_LISTED,
        },
    )
    minutes = TextField(
        label="Hvad blev der sagt?",
        help_text="Referat af drøftelsen. Skriv ikke om enkeltpersoners sager.",
        max_length=20_000,
        rows=10,
    )
    day_field, people_field = "held_on", "present"

    def offer(self, day: date) -> None:
        self.fields["present"].queryset = members_on(self.plan.council, day)  # type: ignore[attr-defined]

    def keys(self, day: date) -> list[str]:
        return [str(pk) for pk in members_on(self.plan.council, day).values_list("pk", flat=True)]

    def clean_held_on(self) -> date:
        return _past_day(self.cleaned_data["held_on"], self.plan)


class RoundForm(forms.Form):
    place = LineField(
        label="Sted",
        help_text="Stedet står i planen ved underskrifterne, for eksempel Holstebro",
        max_length=100,
    )
    deadline = forms.DateField(label="Underskrives senest", help_text=DATE_HINT)

    def clean_deadline(self) -> date:
        day: date = self.cleaned_data["deadline"]
        if day < timezone.localdate():
            raise forms.ValidationError("Fristen er allerede gået. Vælg i dag eller en senere dag.")
        if day.year > timezone.localdate().year + 1:
            raise forms.ValidationError(
                "Fristen ligger mere end et år ude i fremtiden. Er året skrevet rigtigt?"
            )
        return day


class PaperSignaturesForm(ListedByDay):
    place = LineField(label="Sted", max_length=100)
    signed_on = forms.DateField(label="Underskrevet den", help_text=DATE_HINT)
    signers = forms.MultipleChoiceField(
        label="Har underskrevet",
        widget=forms.CheckboxSelectMultiple,
        help_text="Kun dem, der er krydset af, kommer til at stå i planen.",
        error_messages={
            "required": "Sæt kryds ved dem, der har underskrevet.",
            "invalid_choice": NOT_LISTED,
        },
    )
    day_field, people_field = "signed_on", "signers"

    def offer(self, day: date) -> None:
        self.people = signers_on_paper(self.plan, day)
        self.fields["signers"].choices = [(p.key, str(p)) for p in self.people]  # type: ignore[attr-defined]

    def keys(self, day: date) -> list[str]:
        return [p.key for p in signers_on_paper(self.plan, day)]

    def clean_signed_on(self) -> date:
        return _past_day(self.cleaned_data["signed_on"], self.plan)

    def clean_signers(self) -> list[Signer]:
        return [person for person in self.people if person.key in self.cleaned_data["signers"]]


class SignForm(forms.Form):
    seen_hash = forms.CharField(widget=forms.HiddenInput, max_length=64)


class ReopenForm(forms.Form):
    reason = TextField(label="Hvorfor?", max_length=1_000, rows=4)


class SignaturesForm(forms.Form):
    """The two buttons that switch signing on and off."""

    required = forms.ChoiceField(choices=[("ja", "ja"), ("nej", "nej")])
