"""Sentences that may be duties, each with a filled-in duty and an answer: is it one?"""

from typing import Any

from crispy_forms.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict
from django.http import QueryDict

from councils.models import Council
from plans.document.duty_words import due_text, whom_text
from plans.document.models import Plan
from plans.duties.forms.duties import DutyForm, as_choices
from plans.duties.models import Addressee, Asked, Modality
from plans.duties.proposing import Proposed
from samarbejde import danish
from samarbejde.forms.choices import offer
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.text import personal_numbers

TAKE, DECLINE = "tag", "nej"
CHOICES = [(TAKE, "Det er en opgave"), (DECLINE, "Det er ingen opgave"), ("", "Vent")]


class SentenceForm(DutyForm):
    """It is looked at only where the sentence is taken: else nothing but a CPR number is wrong in it."""

    choice = forms.ChoiceField(
        label="Er det en opgave?", choices=CHOICES, widget=forms.RadioSelect, required=False
    )
    addressee = forms.ChoiceField(label="Hvem har opgaven?", choices=as_choices(Addressee))
    modality = forms.ChoiceField(label="Hvor bindende er den?", choices=as_choices(Modality))
    asked = forms.ChoiceField(label="Hvad bedes der om?", choices=as_choices(Asked))
    sentence = forms.CharField(widget=forms.HiddenInput, required=False)
    sign = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: QueryDict | None,
        *,
        plan: Plan,
        prefix: str,
        offered: list[tuple[int, str]],
        **more: Any,
    ) -> None:
        self.offered = offered
        super().__init__(typed, plan=plan, prefix=prefix, **more)
        self.fields["section"].widget = forms.HiddenInput()
        self.helper = FieldsHelper(
            *("wording", "addressee", Field("council_ids", wrapper_class="in-columns"), "who", "modality"),
            *("asked", "due_quarter", "due_year", "at_meeting", "due_on", "condition"),
        )

    def offer_places(self) -> None:
        offer(self, "section", self.plan.sections.all())
        offer(self, "council_ids", self.offered)

    @property
    def said(self) -> str:
        return str(self["sentence"].value() or "")

    @property
    def is_taken(self) -> bool:
        return self["choice"].value() == TAKE

    @property
    def is_declined(self) -> bool:
        return self["choice"].value() == DECLINE

    @property
    def in_words(self) -> str:
        """`skal, alle lokalråd, 2. kvartal 2027, en afrapportering`: what the fields say, in one line."""
        value = {name: self[name].value() for name in DutyForm.ANSWERS}
        places = [name for pk, name in self.offered if str(pk) in map(str, value["council_ids"] or [])]
        modality = dict(as_choices(Modality)).get(str(value["modality"]), "")
        asked = dict(as_choices(Asked)).get(str(value["asked"]), "")
        year, quarter, day = (value[name] or None for name in ("due_year", "due_quarter", "due_on"))
        when = "løbende"
        if year or value["condition"]:
            when = due_text(year, quarter, None, bool(value["at_meeting"]), value["condition"])
        elif day:
            when = danish.value_text(day)
        whom = whom_text(str(value["addressee"]), value["who"], places) or "nogen, sætningen ikke nævner"
        return ", ".join(danish.in_a_sentence(part) for part in (modality, whom, when, asked))

    def full_clean(self) -> None:
        if self.is_bound and not self.is_taken:
            self._errors, self.cleaned_data = ErrorDict(), {}
            for name in DutyForm.ANSWERS:
                self._refuse_personal_number(name)
        else:
            super().full_clean()

    def _refuse_personal_number(self, name: str) -> None:
        try:
            personal_numbers.validate(str(self[name].value() or ""))
        except ValidationError as number:
            self.add_error(name, number)


def sentence_forms(plan: Plan, proposed: list[Proposed]) -> list[SentenceForm]:
    offered = _councils(plan)
    return [
        SentenceForm(None, plan=plan, prefix=str(number), offered=offered, initial=_initial(one))
        for number, one in enumerate(proposed)
    ]


def answered_forms(plan: Plan, sent: QueryDict) -> list[SentenceForm]:
    """What somebody had on the screen, whatever the text says by now."""
    offered = _councils(plan)
    rows = [row for row in sent.getlist("row") if f"{row}-sentence" in sent]
    return [SentenceForm(sent, plan=plan, prefix=row, offered=offered) for row in rows]


def _initial(one: Proposed) -> dict[str, object]:
    found = one.answers | {"sentence": one.seen.sentence, "sign": one.seen.sign}
    return found | {"section": one.place.section, "choice": ""}


def _councils(plan: Plan) -> list[tuple[int, str]]:
    councils = Council.objects.local_in(plan.council.district_id)
    return [(council.pk, str(council.municipality)) for council in councils]


class DeclinedForm(forms.Form):
    """Which declined sentence is meant: a button's own."""

    sentence = forms.IntegerField(min_value=1, max_value=2**63 - 1)

    @property
    def named(self) -> int:
        """0 where it names none."""
        return int(self.cleaned_data["sentence"]) if self.is_valid() else 0
