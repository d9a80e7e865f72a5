from collections.abc import Iterable, Mapping
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms

from plans.document.models import Scope
from plans.proposals.filled import TITLE, answer_name, needed
from plans.proposals.models import WORDS, Answered, ChangeRequest, Question, Words, field_of
from samarbejde import danish
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.plain_text import LineField, TextField
from samarbejde.forms.rich_text import RichTextField


class WithdrawForm(forms.Form):
    """Why what was handed in is taken back."""

    reason = TextField(
        label="Hvorfor trækker I det tilbage?",
        help_text="Sekretariatet får det at se.",
        max_length=1_000,
        rows=3,
        error_messages={"required": "Skriv, hvorfor I trækker forslaget tilbage."},
    )


class ProposalForm(forms.Form):
    """A proposal being written: only the title is needed, until it is `complete` enough to submit."""

    title = LineField(
        label="Titel",
        widget=forms.TextInput({"class": "input-line"}),
        help_text="Kort og sigende. Sådan kommer emnet til at hedde, hvis det optages i planen.",
        max_length=200,
        error_messages={"required": TITLE},
    )
    scope = forms.ChoiceField(
        label="Hvem skal emnet gælde for?",
        choices=[(Scope.DISTRICT, "Alle lokalråd i politikredsen"), (Scope.LOCAL, "Kun vores egen kommune")],
        widget=forms.RadioSelect,
        initial=Scope.DISTRICT,
        error_messages={"required": "Vælg, hvem emnet skal gælde for."},
    )
    background = RichTextField(
        label="Baggrund",
        help_text="Hvorfor er det vigtigt? Skriv, hvad I ser hos jer, og hvad I bygger det på.",
        required=False,
    )
    text = RichTextField(
        label="Forslag til planens tekst",
        help_text="Hvad skal der stå i planen? Skriv, hvad politi og kommune skal gøre sammen.",
        required=False,
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: Mapping[str, object] | None = None,
        *,
        initial: dict[str, object] | None = None,
        points: Iterable[ChangeRequest] = (),
        questions: Iterable[Question] = (),
        unasked: Iterable[Answered] = (),
        complete: bool = False,
    ) -> None:
        super().__init__(typed, initial=initial)
        self.questions, self.unasked, points = list(questions), list(unasked), list(points)
        self.needed = needed(self.questions, points) if complete else []
        self.answer_names = {point.pk: answer_name(point) for point in points}
        for point in points:
            self.fields[answer_name(point)] = TextField(
                label=f"{point.position}. {point.wording}", required=False, rows=3, initial=point.answer
            )
        for question in self.questions:
            self.fields[field_of(question["key"])] = _answer_field(question)
        answers = [Fieldset("Svar på sekretariatets punkter", *self.answer_names.values())]
        asked = [field_of(question["key"]) for question in self.questions]
        own = (*WORDS, *asked, "form_key", "version")
        self.helper = FieldsHelper(*(answers if self.answer_names else []), *own)

    @property
    def words(self) -> Words:
        """With the answers of an earlier round that this one does not ask for: they stay."""
        fixed = {name: self.cleaned_data[name] for name in WORDS}
        return Words(**fixed, answers=[*self._answered(), *self.unasked])

    def _answered(self) -> Iterable[Answered]:
        for question in self.questions:
            if answer := self.cleaned_data[field_of(question["key"])]:
                yield {"key": question["key"], "question": question["wording"], "answer": answer}

    @property
    def answers(self) -> dict[int, str]:
        return {pk: self.cleaned_data[name] for pk, name in self.answer_names.items()}

    def clean(self) -> dict[str, object]:
        for one in self.needed:
            if one.name in self.cleaned_data and not self.cleaned_data[one.name]:
                self.add_error(one.name, one.message)
        return self.cleaned_data


class EnteredForm(ProposalForm):
    """What a lokalråd sent by mail, typed in by the secretariat: no more is asked for than the mail says."""

    received_on = forms.DateField(
        label="Modtaget pr. e-mail den",
        help_text=danish.DATE_HINT,
        error_messages={"required": "Skriv den dag, e-mailen kom."},
    )

    def __init__(
        self, typed: Mapping[str, object] | None = None, *, questions: Iterable[Question], **how: Any
    ) -> None:
        voluntary: list[Question] = [{**question, "obligatory": False} for question in questions]
        super().__init__(typed, questions=voluntary, complete=True, **how)
        self.helper.layout.insert(0, "received_on")


def _answer_field(question: Question) -> TextField:
    """A draft may lack any answer; what may be left out for good says so."""
    label = question["wording"] if question["obligatory"] else f"{question['wording']} (frivilligt)"
    return TextField(label=label, help_text=question["hint"], required=False, rows=4)
