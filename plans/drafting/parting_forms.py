"""What is asked when a section is split in two, or joined with the one before it."""

from django import forms
from django.http import QueryDict

from plans.document.models import Section
from samarbejde.forms.choices import offer
from samarbejde.forms.plain_text import LineField
from samarbejde.text.redline import blocks
from samarbejde.text.rich_text import plain_text

BESIDE, UNDER = "efter", "under"
_SHOWN = 90  # characters of a paragraph


class SplitForm(forms.Form):
    at = forms.TypedChoiceField(
        label="Hvor begynder det nye afsnit?",
        coerce=int,
        widget=forms.RadioSelect,
        help_text="Stykket her og alt efter det følger med.",
        error_messages={"required": "Vælg det stykke, som det nye afsnit begynder med."},
    )
    heading = LineField(
        label="Det nye afsnits overskrift",
        max_length=300,
        widget=forms.TextInput(attrs={"class": "input-line"}),
        error_messages={"required": "Skriv en overskrift til det nye afsnit."},
    )
    where = forms.ChoiceField(
        label="Hvor skal det stå?",
        choices=[(BESIDE, "Efter afsnittet, på samme niveau"), (UNDER, "Som underafsnit")],
        initial=BESIDE,
        widget=forms.RadioSelect,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, typed: QueryDict | None = None, *, section: Section) -> None:
        super().__init__(typed, initial={"version": section.version})
        paragraphs = [beginning(block) for block in blocks(section.body)]
        offer(self, "at", list(enumerate(paragraphs))[1:])
        self.can_split = len(paragraphs) > 1


class JoinForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)


def beginning(html: str) -> str:
    words = plain_text(html)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(maxsplit=1)[0]} …"
