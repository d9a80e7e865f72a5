from django import forms
from django.http import QueryDict

from plans.document.models import FocusArea
from plans.document.snapshot.data import Project
from samarbejde.forms.addresses import AddressField
from samarbejde.forms.plain_text import LineField
from samarbejde.histories import Record


class ProjectForm(forms.Form):
    """A project of a topic; `number` is its place among them, from 1, or None for a new one."""

    ANSWERS = ("name", "parties", "period", "link")

    name = LineField(label="Projektets navn", max_length=150)
    parties = LineField(label="Parter", max_length=300, required=False, help_text="Hvem der er med")
    period = LineField(label="Periode", max_length=60, required=False, help_text="Som »2026–2028«")
    link = AddressField(label="Link til projektet")
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, typed: QueryDict | None = None, *, area: FocusArea, number: int | None = None) -> None:
        self.number = number
        super().__init__(typed, initial=self.stored(area) | {"version": area.version})

    def stored(self, area: FocusArea | Record) -> dict[str, object]:
        """The project in the topic, or in a record of its history, as the form has it."""
        known = area.projects[self.number - 1 : self.number] if self.number else []
        return {name: known[0][name] if known else "" for name in self.ANSWERS}

    @property
    def project(self) -> Project:
        given = {name: str(self.cleaned_data[name]) for name in self.ANSWERS}
        return Project(
            name=given["name"], parties=given["parties"], period=given["period"], link=given["link"]
        )


class RemovalForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
