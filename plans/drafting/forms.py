from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from councils.models import Council
from plans.document.models import FocusArea, Plan, RegisterData, Scope, Section, SectionKind
from plans.drafting.allowed_kinds import Spot, fitted, kinds_below
from samarbejde.danish import moment_text
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField
from samarbejde.forms.rich_text import RichTextField
from samarbejde.histories import Record

DATA_CHOICES = [(value, str(label).capitalize()) for value, label in RegisterData.choices]
NO_HEADING = {"required": "Skriv en overskrift. Kun en del kan stå uden."}
ONE_TITLE = "Titlen er den samme, hvor emnet end vises."
WIDE = forms.TextInput(attrs={"class": "input-line"})


def kind_choices(kinds: list[SectionKind]) -> list[tuple[str, str]]:
    return [(kind.value, str(kind.label).capitalize()) for kind in kinds]


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
        shown = self.stored(section)
        super().__init__(typed, initial=shown | {"version": section.version})
        self.section = section
        self.fields["heading"].required = (typed or shown).get("kind") != SectionKind.PART
        kinds = kinds_below(section.parent)
        offer(self, "kind", kind_choices(_with(kinds, section.kind)))
        if not section.data and not section.closing:
            del self.fields["closing"]

    @staticmethod
    def stored(section: Section | Record) -> dict[str, str]:
        """The section, or a record of its history, as the form has it."""
        words = {name: getattr(section, name) for name in ("heading", "body", "closing", "kind")}
        return words | {"register_data": section.data}

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

    def __init__(self, typed: QueryDict | None = None, *, spots: list[Spot]) -> None:
        super().__init__(typed)
        self.fields["heading"].required = self.data.get("kind") != SectionKind.PART
        self.spots = {spot.value: spot for spot in spots}
        offer(self, "where", [(spot.value, spot.label) for spot in spots])
        self.fields["where"].initial = spots[0].value
        kinds = {kind: None for spot in spots for kind in kinds_below(spot.parent)}
        offer(self, "kind", kind_choices(list(kinds)))
        self.fields["kind"].initial = fitted(SectionKind.CHAPTER, spots[0].parent)

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if spot := self.spots.get(given.get("where", "")):
            given["kind"] = fitted(given.get("kind", ""), spot.parent)
            if given["kind"] != SectionKind.PART and not given.get("heading") and not self.errors:
                self.add_error("heading", NO_HEADING["required"])
        return given


class RestoreForm(forms.Form):
    """Which record of the history is to be the text again, and the version that stands."""

    record = forms.IntegerField(min_value=1, max_value=2**62)
    version = forms.IntegerField(min_value=1, max_value=2**31)


# --- topics -----------------------------------------------------------------------------------------


class TwoVersionsForm(forms.Form):
    """Which two records of a history; sent as an address. The first one and the newest, if none is named."""

    fra = forms.ChoiceField(label="Fra")
    til = forms.ChoiceField(label="Til")

    def __init__(self, asked: Mapping[str, str], *, records: list[Record]) -> None:
        self.records = {str(record.history_id): record for record in records}
        keys = list(self.records)
        super().__init__({"fra": asked.get("fra", keys[-1]), "til": asked.get("til", keys[0])})
        for name in ("fra", "til"):
            offer(self, name, [(key, _moment(record)) for key, record in self.records.items()])
            self.fields[name].error_messages["invalid_choice"] = "Versionen findes ikke. Vælg en på listen."

    @property
    def chosen(self) -> tuple[Record, Record]:
        return self.records[self.cleaned_data["fra"]], self.records[self.cleaned_data["til"]]


def _moment(record: Record) -> str:
    who = f", {record.history_user}" if record.history_user else ""
    return f"{moment_text(record.history_date)}{who}"


class FocusAreaForm(forms.Form):
    title = LineField(label="Titel", max_length=300, help_text=ONE_TITLE, widget=WIDE)
    text = RichTextField(label="Tekst", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, typed: QueryDict | None = None, *, area: FocusArea) -> None:
        super().__init__(typed, initial=self.stored(area.titled_row) | {"version": area.titled_row.version})
        if area.scope == Scope.DISTRICT:
            del self.fields["text"]

    @staticmethod
    def stored(row: Section | FocusArea | Record) -> dict[str, str]:
        """The row that has the topic's title, or a record of its history, as the form has it."""
        if hasattr(row, "heading"):
            return {"title": row.heading}
        return {"title": row.own_title, "text": row.description}

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

    def __init__(
        self, typed: QueryDict | None = None, *, councils: list[Council], of: Council | None = None
    ) -> None:
        """`of` is the lokalråd whose own plan it is: there every new topic is its own."""
        super().__init__(typed)
        known = Council.objects.filter(pk__in=[council.pk for council in councils])
        offer(self, "council", known.order_by("sort_key"))
        if of is not None:
            self.fields["council"] = forms.ModelChoiceField(
                known, initial=of.pk, widget=forms.HiddenInput, required=True
            )


class PriorityForm(forms.Form):
    """One step in a lokalråd's list."""

    step = forms.ChoiceField(choices=[("up", "op"), ("down", "ned"), ("remove", "fjern"), ("add", "tilføj")])
    area = forms.ModelChoiceField(queryset=FocusArea.objects.none())

    def __init__(self, typed: QueryDict | None = None, *, plan: Plan) -> None:
        super().__init__(typed)
        offer(self, "area", plan.focus_areas.all())


def _with(kinds: list[SectionKind], own: str) -> list[SectionKind]:
    """The kind that a section has may be kept, wherever it stands."""
    return kinds if own in kinds else [*kinds, SectionKind(own)]
