"""One plan in the forms that people give it in Word is read as the same plan."""

from dataclasses import asdict
from typing import Any

import pytest

from plans.importing.files import read_file
from plans.importing.findings.plan import ReadPlan
from plans.importing.findings.reading import read_plan
from tests.plans.importing.word_forms import FORMS, as_word

# What a table says beside the titles is no part of the plan, and is told.
HEAD_OF_TABLE = ["Nr.", "Prioritet"]


def facts(plan: ReadPlan) -> dict[str, Any]:
    return {
        "headings": [(section.kind, section.number, section.heading) for section in plan.sections],
        "signatories": [asdict(one) for one in plan.signatories],
        "signed": (plan.signed_place, plan.signed_date),
        "priorities": plan.priorities,
        "areas": [(area.title, area.scope, area.municipality) for area in plan.focus_areas],
        "prevention areas": plan.prevention_areas,
        "duties": [(duty.who, duty.wording, duty.quarter) for duty in plan.reporting_duties],
        "figures": plan.figures,
    }


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_is_the_same_in_every_form(form, original, places):
    file = read_file("plan.docx", as_word(original, FORMS[form]))
    assert (file.missing, file.invented) == ({}, {})
    plan = read_plan(file, places)
    assert facts(plan) == facts(original)
    untold = [text for text in plan.not_understood if text not in original.not_understood]
    assert untold == (HEAD_OF_TABLE if FORMS[form].priorities == "one table" else [])
