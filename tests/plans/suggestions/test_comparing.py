"""A suggestion held against its base and against what stands now, field by field."""

import pytest

from plans.drafting.workflow import save_section
from plans.suggestions.comparing import TEXTS, Comparison, base_of, compared
from plans.suggestions.forms import TextsForm
from plans.suggestions.models import Suggestion
from tests.making import section as a_section
from tests.plans.suggestions.stages import FIRST, SECOND, SUGGESTED, section_of, suggested

pytestmark = pytest.mark.django_db

STOOD = f"{FIRST}{SECOND}"


def saved(cast, made: Suggestion, **texts: str) -> Comparison:
    """The suggestion as it is held against the section, once somebody has saved these texts there."""
    section = section_of(made)
    save_section(section, by=cast.sekretariat, version=section.version, **texts)
    return compared(made, section_of(made))


def form_of(comparison: Comparison) -> TextsForm:
    return TextsForm(section=comparison.section, shown=comparison.wanted)


def test_a_heading_that_was_changed_since_stays(cast):
    comparison = saved(cast, suggested(cast), heading="Natten", body=STOOD)
    assert comparison.is_merged
    assert comparison.wanted == {"heading": "Natten", "body": f"{FIRST}{SUGGESTED}", "closing": ""}


def test_a_suggested_heading_is_wanted_where_it_stands_as_it_was(cast):
    comparison = saved(cast, suggested(cast, heading="Natten", body=STOOD), heading="Natteliv", body=FIRST)
    assert comparison.is_merged
    assert comparison.wanted == {"heading": "Natten", "body": FIRST, "closing": ""}


def test_two_new_headings_are_not_made_one(cast):
    made = suggested(cast, heading="Natten", body=STOOD)
    comparison = saved(cast, made, heading="Aftenen", body=STOOD)
    assert not comparison.is_merged
    assert comparison.wanted == {"heading": "Natten", "body": STOOD, "closing": ""}


def test_only_what_differs_is_shown(cast):
    comparison = saved(cast, suggested(cast), heading="Natten", body=STOOD)
    form = form_of(comparison)
    assert [part.label for part in comparison.as_written(form)] == ["Tekst"]
    assert [part.label for part in comparison.since(form)] == ["Overskrift"]
    assert [part.label for part in comparison.becomes(form)] == ["Tekst"]


def test_a_closing_that_went_meanwhile_has_no_field_and_is_not_shown(cast):
    made = suggested(cast)
    saved(cast, made, heading="Natteliv", body=STOOD, closing="<p>Slut.</p>")
    made.base_version, made.closing = 2, "<p>Slut.</p>"
    comparison = saved(cast, made, heading="Natteliv", body=STOOD)
    assert (comparison.base["closing"], comparison.now["closing"]) == ("<p>Slut.</p>", "")
    assert comparison.wanted["closing"] == ""
    assert comparison.since(form_of(comparison)) == []


def test_it_is_held_against_its_own_section(cast):
    made = suggested(cast)
    a_section(made.plan, "Fora", "<p>Kredsrådet.</p>")
    assert base_of(made)["heading"] == "Natteliv"


def test_over_a_version_that_nobody_kept_all_is_new(cast):
    made = suggested(cast)
    made.base_version = 99
    assert base_of(made) == dict.fromkeys(TEXTS, "")
