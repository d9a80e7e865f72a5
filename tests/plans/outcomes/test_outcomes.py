"""A lokalråd's proposals through all years, and what became of them in the plan and in practice."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.action_plans.models import ActionPlan, ActionPlanState
from plans.document.models import Scope
from plans.outcomes.reading import outcomes_of
from plans.suggestions import workflow as suggestions
from plans.suggestions.comparing import texts_of
from tests.making import an_edition
from tests.plans.proposals import stages

pytestmark = pytest.mark.django_db


def address(cast, place="Herning"):
    return reverse("proposals-of-council", args=[cast.lokalraad(place).pk])


def questions(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(page).status_code == 200
    return len(captured)


def sheet_of(client, cast):
    answer = client.get(reverse("proposals-of-council-sheet", args=[cast.lokalraad("Herning").pk, "csv"]))
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


def test_what_is_decided_and_not_told_shows_nowhere(cast, as_user):
    proposal = stages.submitted(cast)
    stages.accept(proposal, by=cast.sekretariat, title="Hemmelig titel", told=False)
    page = as_user(cast.formand_herning).get(address(cast)).text
    assert "Hemmelig titel" not in page
    assert proposal.number in page
    [line] = sheet_of(as_user(cast.formand_herning), cast)
    assert (line["Tilstand"], line["I planen"]) == ("indsendt", "")


@pytest.mark.parametrize("scope", Scope)
def test_from_the_proposal_to_the_edition_and_what_was_done(cast, as_user, scope):
    proposal = stages.accepted(cast, scope=scope)
    area, year = proposal.focus_area, proposal.round.plan.year
    client = as_user(cast.formand_herning)
    assert "ikke offentliggjort endnu" in client.get(address(cast)).text
    an_edition(proposal.round.plan)
    made = ActionPlan.objects.create(
        council=proposal.council,
        lineage=area.lineage,
        topic=area.title,
        year=year,
        goal="Færre klager.",
        state=ActionPlanState.ADOPTED,
    )
    base = f"/{cast.district.slug}/{year}/"
    public = f"{base}#{area.section.anchor}" if area.section else f"{base}kommuner/herning/"
    for page in (address(cast), stages.page(proposal)):
        shown = client.get(page).text
        assert f'href="{public}"' in shown
        assert reverse("action-plan", args=[made.pk]) in shown
    [line] = sheet_of(client, cast)
    assert (line["Nummer"], line["I planen"]) == (proposal.number, area.title)
    assert line["I praksis"] == f"handleplan {year}"


def test_one_that_is_merged_and_one_that_is_suggested_tell_how_they_fared(cast, as_user):
    first = stages.suggested(cast)
    other = stages.submitted(cast, first.round, place="Viborg", of=stages.words("Det samme"))
    stages.merge(other, first, by=cast.sekretariat)
    client = as_user(cast.formand("Viborg"))
    assert "foreslået, ikke afgjort endnu" in client.get(address(cast, "Viborg")).text
    section = first.round.plan.sections.get(lineage=first.suggestion.lineage)
    suggestions.accept(
        first.suggestion, texts_of(first.suggestion), version=section.version, by=cast.sekretariat
    )
    an_edition(first.round.plan)
    page = client.get(address(cast, "Viborg")).text
    assert f"#{section.anchor}" in page
    assert "kommet med" in page


def test_a_topic_that_left_the_plan_is_said_to_have(cast, as_user):
    proposal = stages.accepted_locally(cast)
    proposal.focus_area.delete()
    assert "siden taget ud af planen" in as_user(cast.formand_herning).get(address(cast)).text


def test_drafts_are_for_the_lokalraad_alone(cast, as_user):
    draft = stages.drafted(cast)
    again = stages.reopen(stages.withdrawn(cast, draft.round), by=cast.formand_herning)
    assert len(outcomes_of(draft.council, cast.formand_herning)) == 2
    assert outcomes_of(draft.council, cast.sekretariat) == []
    assert again.number not in as_user(cast.sekretariat).get(address(cast)).text


def test_three_cost_no_more_than_one(cast, as_user):
    first = stages.accepted_locally(cast)
    client = as_user(cast.formand_herning)
    before = questions(client, address(cast))
    for title in ("To", "Tre"):
        more = stages.submitted(cast, first.round, of=stages.words(title))
        stages.accept(more, by=cast.sekretariat, scope=Scope.LOCAL, told=False)
    stages.announce(first.round, by=cast.sekretariat)
    assert questions(client, address(cast)) == before <= 12
