"""What is asked when a plan's sections are put in order."""

from django import forms
from django.http import QueryDict

from plans.document.models import SectionKind
from plans.document.numbering import Numbered
from plans.drafting.workflow import Direction, Where
from samarbejde.forms.choices import offer

PLACE = "placer"
LEADS = {  # to which page
    "flyt": "place-section",
    "tilfoej": "add-section",
    "del": "split-section",
    "saml": "join-section",
    "slet": "delete-section",
}


class OutlineForm(forms.Form):
    """What is to become of which section: a step to take here, or the page where it is taken."""

    section = forms.IntegerField(
        min_value=1, max_value=2**62, error_messages={"required": "Vælg først et afsnit i listen."}
    )
    step = forms.ChoiceField(choices=[(step, step) for step in (*Direction, PLACE, *LEADS)])
    where = forms.ChoiceField(choices=[(where, where) for where in Where], required=False)
    target = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    kind = forms.ChoiceField(choices=[("", ""), *SectionKind.choices], required=False)


class PlaceForm(forms.Form):
    """Before, after or under which other section."""

    where = forms.ChoiceField(
        label="Hvor skal det stå?",
        choices=[(Where.BEFORE, "Før"), (Where.AFTER, "Efter"), (Where.UNDER, "Sidst under")],
        initial=Where.AFTER,
        widget=forms.RadioSelect,
    )
    target = forms.TypedChoiceField(
        label="Hvilket afsnit?", coerce=int, help_text="Det, der hører under afsnittet, følger med."
    )

    def __init__(self, typed: QueryDict | None = None, *, entries: list[Numbered]) -> None:
        super().__init__(typed)
        indented = [(e.section.pk, "\u2003" * e.depth + (e.title or str(e.section))) for e in entries]
        offer(self, "target", [("", "Vælg et afsnit"), *indented])
