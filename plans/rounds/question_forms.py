"""The form in which the secretariat words a round's questions: a few fields for each of them."""

import re
from collections.abc import Mapping
from uuid import uuid4

from crispy_forms.layout import Fieldset
from django import forms

from plans.proposals.models import MOST_QUESTIONS, ProposalRound, Question
from plans.rounds.asking import hinted
from samarbejde.forms.dkfds import FieldsHelper
from samarbejde.forms.plain_text import LineField
from samarbejde.histories import Record

KEY = re.compile(r"[a-z][a-z0-9_]{0,30}")
HAS_TO, MAY = "skal", "kan"
LONGEST = 300


class QuestionsForm(forms.Form):
    """`keys` says which questions the form was opened with; one with no wording is not asked."""

    keys = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1_000)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        typed: Mapping[str, object] | None = None,
        *,
        round_: ProposalRound,
        more: bool = False,
        initial: Mapping[str, object] | None = None,
    ) -> None:
        given = dict(initial or stored(round_) | {"version": round_.version})
        sent = str((given if typed is None else typed).get("keys", ""))
        found = [key for key in sent.split(",") if KEY.fullmatch(key)][:MOST_QUESTIONS]
        self.asked = [*found, *([f"q{uuid4().hex[:12]}"] if more else [])]
        # A page from before the round was opened sends more than hints: it is kept, and refused in words.
        words = typed is not None and any(name.startswith("wording_") for name in typed)
        self.round, self.is_anew = round_, round_.may_be_asked_anew or words
        super().__init__(typed, initial=given | {"keys": ",".join(self.asked)})
        boxes = [self._box(number, key) for number, key in enumerate(self.asked, start=1)]
        self.helper = FieldsHelper(*boxes, "keys", "version")

    def _box(self, number: int, key: str) -> Fieldset:
        known = {question["key"]: question for question in self.round.questions}
        hint = LineField(
            label="Vejledning",
            help_text="Står under spørgsmålet.",
            required=False,
            max_length=LONGEST,
            widget=_line(),
        )
        if not self.is_anew:
            self.fields[f"hint_{key}"] = hint
            return Fieldset(known[key]["wording"] if key in known else "", f"hint_{key}")
        self.fields[f"wording_{key}"] = LineField(
            label="Spørgsmål", required=False, max_length=LONGEST, widget=_line()
        )
        self.fields[f"hint_{key}"] = hint
        self.fields[f"obligatory_{key}"] = forms.ChoiceField(
            label="Skal der svares?",
            choices=[(HAS_TO, "Skal besvares"), (MAY, "Kan springes over")],
            initial=MAY,
            widget=forms.RadioSelect,
        )
        self.fields[f"place_{key}"] = forms.IntegerField(
            label="Plads i rækken",
            min_value=1,
            max_value=99,
            initial=number,
            widget=forms.NumberInput({"class": "input-width-xs"}),
        )
        names = ("wording", "hint", "obligatory", "place")
        return Fieldset(f"Spørgsmål {number}", *(f"{name}_{key}" for name in names))

    @property
    def questions(self) -> list[Question]:
        """In the order that was asked for; of two with one place, the one that stood first."""
        data = self.cleaned_data
        if not self.is_anew:
            hints = {key: data[f"hint_{key}"] for key in self.asked}
            return [hinted(one, hints.get(one["key"], one["hint"])) for one in self.round.questions]
        chosen = [key for key in self.asked if data[f"wording_{key}"]]
        return [
            {
                "key": key,
                "wording": data[f"wording_{key}"],
                "hint": data[f"hint_{key}"],
                "obligatory": data[f"obligatory_{key}"] == HAS_TO,
            }
            for key in sorted(chosen, key=lambda key: data[f"place_{key}"])
        ]


def _line() -> forms.TextInput:
    """As wide as the page has room for."""
    return forms.TextInput({"class": "input-line"})


def stored(round_: ProposalRound | Record) -> dict[str, object]:
    """The questions, or those of a record of the round's history, as the form has them."""
    found: dict[str, object] = {"keys": ",".join(one["key"] for one in round_.questions)}
    for place, one in enumerate(round_.questions, start=1):
        key = one["key"]
        found |= {
            f"wording_{key}": one["wording"],
            f"hint_{key}": one["hint"],
            f"obligatory_{key}": HAS_TO if one["obligatory"] else MAY,
            f"place_{key}": place,
        }
    return found
