"""A proposal's words are added to what stands in the plan, and not before it is told."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.decisions.models import PendingDecision
from plans.decisions.pending import standing_in
from plans.document.models import EditMode, Plan, Section
from plans.drafting.workflow import remove_focus_area
from plans.proposals.models import Outcome
from plans.proposals.states import ProposalState
from plans.suggestions import workflow as suggestions
from plans.suggestions.comparing import texts_of
from plans.suggestions.models import Suggestion
from samarbejde.transitions import Refused
from tests.making import a_focus_area
from tests.plans.proposals import stages
from tests.plans.proposals.stages import TEXT, accepting, decide, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposal(cast):
    return stages.submitted(cast)


@pytest.fixture
def topic(proposal):
    return proposal.round.plan.focus_areas.get(section__heading="Trivsel for unge")


@pytest.fixture
def place(proposal):
    return proposal.round.plan.sections.get(heading="Beredskab")


def test_a_topic_keeps_its_words_until_it_is_told_and_gets_the_new_ones_last(cast, as_user, proposal, topic):
    before = topic.section.body
    data = accepting(scope="topic", topic=topic.lineage, title="")
    as_user(cast.sekretariat).post(decide(proposal, "optag"), data)
    assert Section.objects.get(pk=topic.section_id).body == before
    form = as_user(cast.sekretariat).get(decide(proposal, "optag")).context["form"]
    assert (form["scope"].value(), form["topic"].value()) == ("topic", str(topic.lineage))
    written = before + "<p>Skrevet imens.</p>"
    Section.objects.filter(pk=topic.section_id).update(body=written)
    stages.announce(proposal.round, by=cast.sekretariat)
    told = stages.fresh(proposal)
    assert (told.state, told.focus_area) == (ProposalState.ACCEPTED_DISTRICT, topic)
    section = Section.objects.get(pk=topic.section_id)
    assert section.body == written + TEXT
    assert section.history.latest().history_change_reason == f"Forslag {proposal.number}"
    assert topic.plan.focus_areas.get(pk=topic.pk).proposer_ids == [], "it was there before"
    assert (
        "Jeres tekst er føjet til emnet »Trivsel for unge« i planen."
        in stages.mail_to(cast.formand_herning)[0]
    )
    assert (
        f'href="{page(proposal)}"'
        in as_user(cast.sekretariat).get(reverse("edit-section", args=[topic.plan_id, topic.section_id])).text
    )


def test_a_local_topic_comes_on_the_list_of_whoever_added_to_it(cast, proposal):
    area = a_focus_area(proposal.round.plan, "Havnen", cast.lokalraad("Lemvig"))
    stages.extend(proposal, area, by=cast.sekretariat)
    area.refresh_from_db()
    assert area.description.endswith(TEXT)
    assert stages.fresh(proposal).state == ProposalState.ACCEPTED_LOCAL
    assert area.priorities.filter(council=proposal.council).exists()


def test_a_section_is_given_a_suggestion_that_its_writers_take_in(cast, as_user, proposal, place):
    data = accepting(scope="section", section=place.lineage, title="")
    as_user(cast.sekretariat).post(decide(proposal, "optag"), data)
    assert not Suggestion.objects.exists()
    stages.announce(proposal.round, by=cast.sekretariat)
    made = Suggestion.objects.get()
    assert (made.lineage, made.body, made.by) == (place.lineage, place.body + TEXT, cast.formand_herning)
    assert Section.objects.get(pk=place.pk).body == place.body
    assert stages.fresh(proposal).suggestion == made
    assert "forslag til at ændre afsnittet »Beredskab«" in stages.mail_to(cast.formand_herning)[0]
    chair = as_user(cast.formand_herning)
    assert "har ikke svaret på ændringen af »Beredskab«" in chair.get(page(proposal)).text
    edit = reverse("edit-section", args=[made.plan_id, place.pk])
    assert reverse("suggestion", args=[made.plan_id, made.pk]) in as_user(cast.sekretariat).get(edit).text
    suggestions.accept(made, texts_of(made), version=place.version, by=cast.sekretariat)
    assert Section.objects.get(pk=place.pk).body == place.body + TEXT
    shown = chair.get(page(proposal)).text
    assert "Ændringen af afsnittet »Beredskab« er kommet med i planen." in shown
    assert f"#{place.anchor}" in shown
    assert page(proposal) in stages.mail_to(cast.formand_herning)[0]


def test_a_suggestion_that_is_declined_says_why_and_leads_nowhere(cast, as_user, proposal, place):
    stages.suggest(proposal, by=cast.sekretariat)
    suggestions.decline(Suggestion.objects.get(), "Det står i bilaget.", by=cast.sekretariat)
    shown = as_user(cast.formand_herning).get(page(proposal)).text
    assert "kom ikke med. Sekretariatet skriver: Det står i bilaget." in shown
    assert f"#{place.anchor}" not in shown
    assert "er ikke optaget" in stages.mail_to(cast.formand_herning)[0]


def test_undone_before_it_is_told_it_leaves_no_trace(cast, as_user, proposal, topic):
    before = (topic.section.body, Suggestion.objects.count())
    client = as_user(cast.sekretariat)
    for decided in (
        lambda: stages.extend(proposal, topic, by=cast.sekretariat, told=False),
        lambda: stages.suggest(proposal, by=cast.sekretariat, told=False),
    ):
        decided()
        assert "Afgjort, ikke meddelt" in client.get(page(proposal)).text
        client.post(reverse("undo-decision", args=[proposal.pk]))
    assert not PendingDecision.objects.exists()
    assert (Section.objects.get(pk=topic.section_id).body, Suggestion.objects.count()) == before


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"scope": "topic"}, "Vælg det emne, teksten skal føjes til."),
        ({"scope": "section"}, "Vælg det afsnit, teksten er et forslag til."),
        ({"scope": "topic", "topic": "hvad som helst"}, "gyldig"),
    ],
)
def test_what_it_is_to_be_added_to_must_be_said(cast, as_user, proposal, typed, complaint):
    answer = as_user(cast.sekretariat).post(decide(proposal, "optag"), accepting(reason="Husk mig", **typed))
    assert answer.status_code == 422
    assert complaint in answer.text
    assert "Husk mig" in answer.text
    assert not PendingDecision.objects.exists()


def test_what_has_gone_or_is_locked_meanwhile_holds_that_one_back_alone(cast, proposal, topic, place):
    other = stages.submitted(cast, proposal.round, place="Viborg", of=stages.words("For sig"))
    stages.extend(proposal, topic, by=cast.sekretariat, told=False)
    stages.reject(other, by=cast.sekretariat, told=False)
    Section.objects.filter(pk=topic.section_id).update(mode=EditMode.LOCKED)
    assert "er låst" in standing_in(proposal.round)[0].problem
    stages.announce(proposal.round, by=cast.sekretariat)
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    assert stages.fresh(other).state == ProposalState.REJECTED
    with pytest.raises(Refused, match="er låst"):
        stages.extend(proposal, topic, by=cast.sekretariat)
    remove_focus_area(topic, by=cast.sekretariat)
    assert "taget ud af planen" in standing_in(proposal.round)[0].problem
    stages.suggest(proposal, by=cast.sekretariat, told=False)
    Section.objects.filter(pk=place.pk).delete()
    assert "Afsnittet er slettet" in standing_in(proposal.round)[0].problem


def test_others_can_be_merged_with_it_and_share_its_fate(cast, as_user, proposal, place):
    other = stages.submitted(cast, proposal.round, place="Viborg", of=stages.words("Det samme"))
    stages.merge(other, proposal, by=cast.sekretariat, told=False)
    stages.suggest(proposal, by=cast.sekretariat)
    assert stages.fresh(other).state == ProposalState.MERGED
    shown = as_user(cast.formand("Viborg")).get(page(other)).text
    assert "har ikke svaret på ændringen af »Beredskab«" in shown


def test_nothing_is_added_to_a_plan_that_lies_fast(cast, proposal, topic):
    Plan.objects.update(state="signing")
    with pytest.raises(Refused, match="ligger fast"):
        stages.extend(proposal, topic, by=cast.sekretariat)


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"onto": None}, "what_is_suggested_for_a_section_says_for_which"),
        ({"names_proposers": True}, "only_what_comes_into_the_plan_names_proposers"),
        ({"outcome": Outcome.REJECTED}, "what_is"),
    ],
)
def test_the_database_holds_what_a_pending_suggestion_is(cast, proposal, wrong, rule):
    stages.suggest(proposal, by=cast.sekretariat, told=False)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        PendingDecision.objects.update(**wrong)
