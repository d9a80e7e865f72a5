"""What administrators write: councils, and terms of office with first and last day, both included."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.html import format_html
from django.utils.safestring import SafeString

from councils.register.models import (
    Council,
    CouncilKind,
    ForumParticipation,
    Membership,
    MembershipRole,
    Side,
)
from samarbejde.danish import date_text, listing


class CouncilForm(forms.ModelForm):
    def clean(self) -> dict[str, object]:
        data = super().clean() or self.cleaned_data
        municipality, district = data.get("municipality"), data.get("district")
        if municipality and district and municipality.district_id != district.pk:
            self.add_error("municipality", f"{municipality} ligger i {municipality.district}.")
        return data


class UnitForm(forms.ModelForm):
    def clean(self) -> dict[str, object]:
        data = super().clean() or self.cleaned_data
        parent, district = data.get("parent"), data.get("district")
        if parent and district and parent.district_id != district.pk:
            self.add_error("parent", f"{parent} hører til en anden politikreds.")
        elif parent and self.instance.pk and parent.pk in self.instance.with_all_below():
            self.add_error("parent", f"{parent} hører selv under enheden.")
        return data


class MembershipForm(forms.ModelForm):
    first_day = forms.DateField(label="Fra og med", help_text="Som 1-1-2026")
    last_day = forms.DateField(label="Til og med", required=False, help_text="Tom, så længe den ikke kendes")

    class Meta:
        model = Membership
        fields = ["user", "council", "role", "municipality", "title", "side"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.period:
            self.initial["first_day"] = self.instance.first_day
            self.initial["last_day"] = self.instance.last_day

    def clean(self) -> dict[str, object]:
        data = super().clean() or self.cleaned_data
        self._clean_period()
        self._clean_municipality()
        return data

    def _clean_period(self) -> None:
        data = self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "Den sidste dag ligger før den første.")
        elif first:
            self.instance.period = DateRange(first, last + timedelta(days=1) if last else None)

    def _clean_municipality(self) -> None:
        data = self.cleaned_data
        council, municipality = data.get("council"), data.get("municipality")
        if council is None:
            return
        if municipality and municipality.district_id != council.district_id:
            self.add_error("municipality", "Kommunen ligger i en anden politikreds end rådet.")
        if not municipality and _holds_a_seat(council, data):
            self.add_error("municipality", "Vælg den kommune, som pladsen er for.")


class PersonForm(forms.ModelForm):
    """Who is closed out leads nothing: a lokalråd that has nobody else is asked about."""

    sure = forms.BooleanField(label="Lokalrådet må stå uden formand", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.led = Council.objects.led_by_alone(self.instance) if self.instance.pk else []
        if not self.led and "sure" in self.fields:
            del self.fields["sure"]
        elif "sure" in self.fields:
            names = listing(str(council) for council in self.led)
            self.fields[
                "sure"
            ].help_text = f"Sæt hak, hvis du spærrer personen, og {names} ingen formand får."

    def clean(self) -> dict[str, object]:
        data = super().clean() or self.cleaned_data
        if (
            "is_active" in self.changed_data
            and not data.get("is_active")
            and self.led
            and not data.get("sure")
        ):
            names = listing(str(council) for council in self.led)
            self.add_error(
                "sure",
                f"{names} står så uden formand. Sæt hak, hvis det er meningen. "
                "Ellers lad sekretariatet udpege en anden først.",
            )
        return data


class TermForm(MembershipForm):
    """A membership on a page of its own: the database is asked whether the post is free."""

    def _get_validation_exclusions(self) -> set[str]:
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded if self.errors else excluded - {"period"}


class TermOfOthersForm(MembershipForm):
    """A membership on the page of its person or council: whose it is and where is written once."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            write_once(self, ["user", "council", "municipality"])


class ParticipationForm(forms.ModelForm):
    class Meta:
        model = ForumParticipation
        fields = ["municipality", "takes_part", "reason"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            write_once(self, ["municipality"])


class TermFormSet(forms.BaseInlineFormSet):
    """Memberships on another's page, where one row may make room for the next."""

    def clean(self) -> None:
        super().clean()
        if any(self.errors):
            return
        kept = {form: form.instance for form in self.forms if self._is_kept(form)}
        elsewhere = Membership.objects.with_places().filter(
            council__in={membership.council_id for membership in kept.values() if membership.council_id}
        )
        here = {form.instance.pk for form in self.forms if form.instance.pk}
        others = [*elsewhere.exclude(pk__in=here), *kept.values()]
        for form, membership in kept.items():
            for other in others:
                if other is not membership and membership.collides_with(other):
                    form.add_error(None, _taken(other))

    def _is_kept(self, form: forms.ModelForm) -> bool:
        deleted: bool = self._should_delete_form(form)  # type: ignore[attr-defined]
        return not deleted and bool(form.instance.pk or form.has_changed())


class Unchangeable(forms.Widget):
    """Shows a value that cannot be changed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def render(self, name: str, value: object, attrs: object = None, renderer: object = None) -> SafeString:
        return format_html('<span class="readonly">{}</span>', self.text)


def write_once(form: forms.ModelForm, names: Iterable[str]) -> None:
    """Show these foreign keys of a saved row as words, which cost no query; a posted value is left aside."""
    for name in names:
        if field := form.fields.get(name):
            field.disabled = True
            field.help_text = ""
            field.widget = Unchangeable(str(getattr(form.instance, name) or "–"))


def _holds_a_seat(council: Council, data: dict[str, object]) -> bool:
    """A mayor, a deputy or a head of office: on the council for a kommune."""
    return (
        council.kind != CouncilKind.LOCAL
        and data.get("side") == Side.MUNICIPALITY
        and data.get("role") != MembershipRole.SECRETARIAT
    )


def _taken(other: Membership) -> str:
    end = f"til {date_text(other.last_day)}" if other.last_day else "uden slutdato"
    return (
        f"{other} har posten fra {date_text(other.first_day)} {end}. "
        "Skriv en sidste dag på den periode, eller vælg en, der ikke rører den."
    )
