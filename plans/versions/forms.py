from collections import defaultdict
from collections.abc import Mapping

from django import forms

from plans.document.models import LONGEST_LINE, LONGEST_NAME, NewsLine
from plans.versions.reading import Version
from samarbejde.danish import moment_text
from samarbejde.forms.plain_text import LineField
from samarbejde.histories import Record


class KeepForm(forms.Form):
    name = LineField(label="Navn", max_length=LONGEST_NAME, help_text="For eksempel »Til mødet 3. november«")


class NewsForm(forms.Form):
    line = LineField(
        label="Hvad er nyt?",
        max_length=LONGEST_LINE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Én linje. Lad feltet stå tomt, så skriver portalen selv, hvad der er ændret.",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @staticmethod
    def stored(line: NewsLine | Record) -> dict[str, str]:
        """The line, or a record of its history, as the form has it."""
        return {"line": line.line}


class CompareForm(forms.Form):
    """Which two versions; sent as an address, so that it can be passed on."""

    fra = forms.ChoiceField(label="Fra")
    til = forms.ChoiceField(label="Til")

    def __init__(self, asked: Mapping[str, str], *, versions: list[Version]) -> None:
        super().__init__(asked)
        self.versions = {version.key: version for version in versions}
        plans: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for version in versions:
            plans[version.plan.title].append((version.key, _words(version)))
        for name in ("fra", "til"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(plans.items())
            field.error_messages["invalid_choice"] = "Versionen findes ikke. Vælg en af dem på listen."

    @property
    def chosen(self) -> tuple[Version, Version]:
        return self.versions[self.cleaned_data["fra"]], self.versions[self.cleaned_data["til"]]


def _words(version: Version) -> str:
    name = version.name[:1].upper() + version.name[1:]
    return f"{name}, {moment_text(version.at)}" if version.at else name
