"""Who writes a section, how far it is, what may be changed in it, and what whoever writes is told."""

from django import forms
from django.http import QueryDict

from plans.document.models import EditMode, Plan, Section, WritingStatus
from plans.drafting.owners import owners
from samarbejde.accounts.models import User
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import TextField


class CareForm(forms.Form):
    owner = forms.ModelChoiceField(
        label="Ansvarlig",
        queryset=User.objects.none(),
        required=False,
        empty_label="Ingen endnu",
        help_text="En fra sekretariatet.",
    )
    status = forms.ChoiceField(
        label="Status",
        choices=[(value, str(label).capitalize()) for value, label in WritingStatus.choices],
        widget=forms.RadioSelect,
    )
    mode = forms.ChoiceField(
        label="Hvad må rettes i teksten?",
        choices=[
            (EditMode.FREE, "Alt"),
            (EditMode.FACTS, "Kun fakta: tal, datoer og felter fra registret"),
            (EditMode.LOCKED, "Ingenting: teksten er låst og kan ikke slettes"),
        ],
        widget=forms.RadioSelect,
    )
    guidance = TextField(
        label="Vejledning til den, der skriver",
        required=False,
        max_length=2000,
        help_text="Vises ved teksten, mens den skrives. Kommer aldrig med i planen.",
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)

    def __init__(self, typed: QueryDict | None = None, *, plan: Plan, section: Section) -> None:
        shown = {name: getattr(section, name) for name in ("owner", "status", "mode", "guidance")}
        super().__init__(typed, initial=shown | {"seen": section.guidance})
        offer(self, "owner", owners(plan))
