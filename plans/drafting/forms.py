from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone

from councils.models import Council
from plans.document.models import FocusArea, Plan, RegisterData, Scope, Section, SectionKind
from plans.drafting.kinds import Place, fitted, kinds_below
from plans.drafting.workflow import Direction
from samarbejde.danish import DATE_HINT
from samarbejde.form_choices import offer
from samarbejde.plain_text_fields import LineField, TextField
from samarbejde.rich_text_field import RichTextField

DATA_CHOICES = [(value, str(label).capitalize()) for value, label in RegisterData.choices]
NO_HEADING = {"required": "Skriv en overskrift. Kun en del kan stå uden."}
ONE_TITLE = "Titlen er den samme, hvor emnet end vises."
WIDE = forms.TextInput(attrs={"class": "input-line"})


def kind_choices(kinds: list[SectionKind]) -> list[tuple[str, str]]:
    return [(kind.value, str(kind.label).capitalize()) for kind in kinds]


# --- plans ----------------------------------------------------------------------------------------


class StartForm(forms.Form):
    council = forms.ModelChoiceField(label="Kredsråd", queryset=Council.objects.none(), empty_label=None)
    year = forms.TypedChoiceField(label="Planens år", coerce=int)
    source = forms.ChoiceField(
        label="Hvad skal planen begynde med?",
        choices=[
            ("forward", "Teksten, emnerne og prioriteringerne fra den seneste plan"),
            ("empty", "De sædvanlige overskrifter, uden tekst"),
        ],
        initial="forward",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, councils: list[Council], years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "council", Council.objects.filter(pk__in=[c.pk for c in councils]))
        offer(self, "year", [(year, str(year)) for year in years])
        if len(councils) == 1:
            self.fields["council"].widget = forms.HiddenInput()
            self.fields["council"].initial = councils[0].pk


class ConsultationForm(forms.Form):
    answer_by = forms.DateField(label="Bemærkninger senest", help_text=DATE_HINT, required=False)
    note = TextField(
        label="Besked til modtagerne",
        help_text="Hvad skal de især se på? Beskeden står i e-mailen.",
        required=False,
        max_length=2000,
    )

    def clean_answer_by(self) -> date | None:
        day: date | None = self.cleaned_data["answer_by"]
        if day is not None and day < timezone.localdate():
            raise forms.ValidationError("Dagen er gået. Vælg i dag eller en senere dag.")
        return day


# --- sections ---------------------------------------------------------------------------------------


class SectionForm(forms.Form):
    heading = LineField(label="Overskrift", max_length=300, error_messages=NO_HEADING, widget=WIDE)
    body = RichTextField(label="Tekst", required=False)
    closing = RichTextField(label="Tekst efter oplysningerne", required=False)
    kind = forms.ChoiceField(label="Art")
    register_data = forms.ChoiceField(
        label="Oplysninger fra registret under teksten", choices=DATA_CHOICES, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, typed: QueryDict | None = None, *, section: Section) -> None:
        shown = {name: getattr(section, name) for name in ("heading", "body", "closing", "kind", "version")}
        super().__init__(typed, initial=shown | {"register_data": section.data})
        self.section = section
        self.fields["heading"].required = (typed or shown).get("kind") != SectionKind.PART
        kinds = kinds_below(section.parent)
        offer(self, "kind", kind_choices(_with(kinds, section.kind)))
        if not section.data and not section.closing:
            del self.fields["closing"]

    @property
    def text(self) -> dict[str, str]:
        """What was typed, and what stands where the form does not ask."""
        given = {"closing": self.section.closing} | self.cleaned_data
        names = {
            "heading": "heading",
            "body": "body",
            "closing": "closing",
            "kind": "kind",
            "data": "register_data",
        }
        return {name: given[field] for name, field in names.items()}


class NewSectionForm(forms.Form):
    heading = LineField(label="Overskrift", max_length=300, error_messages=NO_HEADING, widget=WIDE)
    where = forms.ChoiceField(label="Hvor skal det stå?", widget=forms.RadioSelect)
    kind = forms.ChoiceField(label="Art", help_text="Under et kapitel eller et bilag bliver det et afsnit.")
    register_data = forms.ChoiceField(
        label="Oplysninger fra registret under teksten", choices=DATA_CHOICES, required=False
    )

    def __init__(self, *args: Any, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heading"].required = self.data.get("kind") != SectionKind.PART
        self.places = {place.value: place for place in places}
        offer(self, "where", [(place.value, place.label) for place in places])
        self.fields["where"].initial = places[0].value
        kinds = {kind: None for place in places for kind in kinds_below(place.parent)}
        offer(self, "kind", kind_choices(list(kinds)))
        self.fields["kind"].initial = fitted(SectionKind.CHAPTER, places[0].parent)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if place := self.places.get(given.get("where", "")):
            given["kind"] = fitted(given.get("kind", ""), place.parent)
            if given["kind"] != SectionKind.PART and not given.get("heading") and not self.errors:
                self.add_error("heading", NO_HEADING["required"])
        return given


class MoveForm(forms.Form):
    direction = forms.TypedChoiceField(choices=[(d.value, d.value) for d in Direction], coerce=Direction)


class RestoreForm(forms.Form):
    """Which record of the history is to be the text again, and the version that stands."""

    record = forms.IntegerField(min_value=1, max_value=2**62)
    version = forms.IntegerField(min_value=1, max_value=2**31)


# --- topics -----------------------------------------------------------------------------------------


class FocusAreaForm(forms.Form):
    title = LineField(label="Titel", max_length=300, help_text=ONE_TITLE, widget=WIDE)
    text = RichTextField(label="Tekst", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, typed: QueryDict | None = None, *, area: FocusArea) -> None:
        shown = {"title": area.title, "text": area.description, "version": area.history.latest().pk}
        super().__init__(typed, initial=shown)
        if area.scope == Scope.DISTRICT:
            del self.fields["text"]

    @property
    def answers(self) -> dict[str, Any]:
        return {"text": ""} | self.cleaned_data


class NewFocusAreaForm(forms.Form):
    title = LineField(label="Titel", max_length=300, help_text=ONE_TITLE, widget=WIDE)
    council = forms.ModelChoiceField(
        label="Hvem gælder det?",
        queryset=Council.objects.none(),
        required=False,
        empty_label="Alle lokalråd (kredsdækkende)",
    )
    text = RichTextField(label="Tekst", required=False)

    def __init__(self, *args: Any, councils: list[Council], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = Council.objects.filter(pk__in=[council.pk for council in councils])
        offer(self, "council", known.order_by("sort_key"))


class PriorityForm(forms.Form):
    """One step in a lokalråd's list."""

    step = forms.ChoiceField(choices=[("up", "op"), ("down", "ned"), ("remove", "fjern"), ("add", "tilføj")])
    area = forms.ModelChoiceField(queryset=FocusArea.objects.none())

    def __init__(self, *args: Any, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "area", plan.focus_areas.all())


def _with(kinds: list[SectionKind], own: str) -> list[SectionKind]:
    """The kind that a section has may be kept, wherever it stands."""
    return kinds if own in kinds else [*kinds, SectionKind(own)]
