import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet

from councils.models import PoliceDistrict
from plans.document.models import FIRST_YEAR, LAST_YEAR
from plans.importing.blocks import Block, Heading, Item, Paragraph, Table, words_of
from plans.importing.blocks.corrections import can_be_corrected, choices_of
from plans.importing.files import ENDINGS, LARGEST_FILE
from plans.importing.findings.questions import Question
from samarbejde.forms.choices import offer
from samarbejde.forms.documents import DocumentField
from samarbejde.forms.plain_text import LineField

OUTDATED = "Siden er forældet. Hent den igen, og vælg om."


class UploadForm(forms.Form):
    district = forms.ModelChoiceField(PoliceDistrict.objects.none(), label="Politikreds", empty_label=None)
    year = forms.IntegerField(
        label="Planens år",
        help_text="Det år, planen gælder for, for eksempel 2025",
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        error_messages={"required": "Skriv det år, planen gælder for."},
    )
    document = DocumentField(
        label="Dokument",
        help_text=f"En tekstfil, et Word-dokument eller en PDF ({', '.join(ENDINGS)}), højst "
        f"{LARGEST_FILE // 1_000_000} MB",
        endings=ENDINGS,
        largest=LARGEST_FILE,
        error_messages={
            "required": "Vælg det dokument, planen står i.",
            "empty": "Filen er tom. Vælg en fil med planens tekst.",
        },
    )

    def __init__(self, *args: Any, districts: QuerySet[PoliceDistrict], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "district", districts)


class AnswerForm(forms.Form):
    """An answer to one of the `questions`; none takes it back."""

    question = forms.ChoiceField()
    choice = LineField(required=False)

    def __init__(self, *args: Any, questions: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = {one.key: one for one in questions}
        self.fields["question"] = forms.ChoiceField(choices=[(key, key) for key in self.questions])

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        question = cleaned["question"] = self.questions.get(cleaned.get("question", ""))
        if question and cleaned.get("choice") not in ("", *question.choices):
            raise forms.ValidationError("Vælg et af svarene.")
        return cleaned


@dataclass(frozen=True)
class CorrectionRow:
    block: Block
    field: forms.BoundField

    @property
    def words(self) -> str:
        return " ".join(words_of([self.block]))

    @property
    def is_unsure(self) -> bool:
        return isinstance(self.block, Heading) and not self.block.sure


class CorrectionForm(forms.Form):
    """What each block is read as. `blocks` in their order; `standing` corrections are chosen already."""

    seen = forms.JSONField(widget=forms.HiddenInput, required=False, error_messages={"invalid": OUTDATED})

    def __init__(
        self, *args: Any, blocks: Sequence[Block], standing: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = dict(standing)
        self.blocks = {str(place): block for place, block in enumerate(blocks) if can_be_corrected(block)}
        for place, block in self.blocks.items():
            choices = [
                ("", f"{read_as(block)} (som læst)"),
                *((str(one), str(one)) for one in choices_of(block)),
            ]
            select = forms.Select(attrs={"class": "form-select"})
            self.fields[place] = forms.ChoiceField(
                label=block.place.capitalize(), choices=choices, required=False, widget=select
            )
            self.initial[place] = standing.get(place, "")

    @property
    def rows(self) -> list[CorrectionRow]:
        return [CorrectionRow(block, self[place]) for place, block in self.blocks.items()]

    def look_again(self, standing: Mapping[str, str]) -> None:
        """What was chosen here, and else what stands now: nobody's choice is lost."""
        seen, chosen = self.seen_corrections, self.corrections
        typed = {name: self.data.get(name, "") for name in self.data}
        for place in self.blocks:
            mine = chosen.get(place, "")
            typed[place] = mine if mine != seen.get(place, "") else standing.get(place, "")
        self.data = typed | {"seen": json.dumps(dict(standing))}

    def clean_seen(self) -> dict[str, str]:
        seen = self.cleaned_data["seen"] or {}
        if not isinstance(seen, dict):
            raise forms.ValidationError(OUTDATED)
        return seen

    @property
    def corrections(self) -> dict[str, str]:
        return {place: said for place in self.blocks if (said := self.cleaned_data[place])}

    @property
    def seen_corrections(self) -> dict[str, str]:
        return dict(self.cleaned_data["seen"])


def read_as(block: Block) -> str:
    """What the file says that it is, in words."""
    if isinstance(block, Heading):
        return f"Overskrift, niveau {block.level}" if block.level else "Titel"
    names = {Item: "Punkt på en liste", Table: "Tabel", Paragraph: "Tekst"}
    return next((name for kind, name in names.items() if isinstance(block, kind)), "Tekst")


class ConfirmForm(forms.Form):
    """The last word before a plan is written. `replaces`: a draft stands in its place."""

    replace = forms.BooleanField(
        label="Erstat den kladde, der står",
        help_text="Alt, hvad der står i kladden, bliver slettet, og dokumentets tekst kommer i stedet.",
        error_messages={"required": "Sæt kryds, hvis kladden skal erstattes."},
    )

    def __init__(self, *args: Any, replaces: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not replaces:
            del self.fields["replace"]
