from django import forms

from plans.approvers.models import MunicipalityPost, PolicePost
from samarbejde.forms.of_a_row import RowForm
from samarbejde.forms.plain_text import LineField

ONLY_BY_TITLE = "Kun hvis du vælger en titel ovenfor. Skriv den som i listen over personer."


class ApprovalRulesForm(RowForm):
    ANSWERS = ("police_post", "police_title", "municipality_post", "municipality_title")

    police_post = forms.ChoiceField(
        label="Hvem godkender for politiet?", choices=PolicePost.choices, widget=forms.RadioSelect
    )
    police_title = LineField(
        label="Titel i politiet", help_text=ONLY_BY_TITLE, max_length=150, required=False
    )
    municipality_post = forms.ChoiceField(
        label="Hvem godkender for kommunen?", choices=MunicipalityPost.choices, widget=forms.RadioSelect
    )
    municipality_title = LineField(
        label="Titel i kommunen", help_text=ONLY_BY_TITLE, max_length=150, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, object]:
        """A title that is not asked for is not kept: it would come back with the choice."""
        for side in ("police", "municipality"):
            title = f"{side}_title"
            if self.cleaned_data.get(f"{side}_post") != PolicePost.TITLE:
                self.cleaned_data[title] = ""
            elif not self.cleaned_data.get(title) and title not in self.errors:
                self.add_error(title, "Skriv titlen, for eksempel »Kommunaldirektør«.")
        return self.cleaned_data
