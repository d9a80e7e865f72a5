"""One plan in the forms that a PDF has, tagged or not, is read as the same plan."""

import pytest

from plans.importing.files import read_file
from plans.importing.findings.reading import read_plan
from tests.plans.importing.pdf_forms import FORMS, as_pdf
from tests.plans.importing.test_word_forms import HEAD_OF_TABLE, facts


@pytest.mark.parametrize("tagged", [True, False], ids=["med struktur", "uden struktur"])
@pytest.mark.parametrize("form", FORMS)
def test_a_plan_is_the_same_in_every_form(form, tagged, original, places):
    file = read_file("plan.pdf", as_pdf(original, FORMS[form], tagged=tagged))
    assert (file.missing, file.invented) == ({}, {})
    plan = read_plan(file, places)
    assert facts(plan) == facts(original)
    untold = [text for text in plan.not_understood if text not in original.not_understood]
    assert untold == [*(HEAD_OF_TABLE if FORMS[form].priorities == "one table" else []), "Kredsrådets plan"]
