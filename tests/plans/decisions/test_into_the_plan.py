"""From a proposal to the plan's text and back: what its margin shows, and who is named."""

import pytest
from django.urls import reverse

from plans.decisions.models import PendingDecision
from plans.document.make_snapshot import make_snapshot
from plans.document.models import Plan, Scope
from plans.drafting.workflow import carry_forward
from plans.proposals.models import Proposal, Submission
from tests.plans.proposals import stages
from tests.plans.proposals.stages import accepting, decide, page
from tests.releases.test_moved_rows import migrate

pytestmark = pytest.mark.django_db


def three_as_one(cast, *, scope: str = Scope.LOCAL, told: bool = True) -> list[Proposal]:
    """Lemvig's is merged with Skive's, and that with Herning's, which comes into the plan."""
    round_ = stages.a_round(cast)
    made = [
        stages.submitted(cast, round_, place=place, of=stages.words(f"Forslag fra {place}"))
        for place in ("Herning", "Skive", "Lemvig")
    ]
    herning, skive, lemvig = made
    stages.accept(herning, scope=scope, by=cast.sekretariat, told=False)
    stages.merge(lemvig, skive, by=cast.sekretariat, told=False)
    stages.merge(skive, herning, by=cast.sekretariat, told=False)
    if told:
        stages.announce(round_, by=cast.sekretariat)
    return [stages.fresh(one) for one in made]


def proposers(proposal: Proposal) -> set[int]:
    return set(stages.fresh(proposal).focus_area.proposer_ids)


@pytest.mark.parametrize("scope", Scope)
def test_every_lokalraad_that_is_merged_into_it_is_its_origin(cast, scope):
    made = three_as_one(cast, scope=scope)
    assert proposers(made[0]) == {one.council_id for one in made}


def test_each_original_stays_whole_and_can_be_read(cast, as_user):
    made = three_as_one(cast)
    for one in made:
        assert one.latest.words == stages.words(f"Forslag fra {one.council.municipality}")
        shown = as_user(cast.formand(str(one.council.municipality))).get(page(one)).text
        assert one.title in shown
        assert "Vi går ture i weekenden." in shown
        assert made[0].focus_area.priorities.filter(council=one.council).exists()


def test_undone_merges_leave_every_byte_as_it_was(cast, as_user):
    round_ = stages.a_round(cast)
    made = [stages.submitted(cast, round_, place=place) for place in ("Herning", "Skive", "Lemvig")]
    before = everything(round_.plan)
    stages.accept(made[0], by=cast.sekretariat, told=False)
    for one in made[1:]:
        stages.merge(one, made[0], by=cast.sekretariat, told=False)
    for one in made:
        as_user(cast.sekretariat).post(reverse("undo-decision", args=[one.pk]))
    assert everything(round_.plan) == before


def everything(plan: Plan) -> list[object]:
    """All that a merge could touch."""
    rows = (Proposal.objects, Submission.objects, Proposal.history, plan.sections, plan.focus_areas)
    return [list(some.order_by("pk").values()) for some in (*rows, PendingDecision.objects)]


def test_one_that_is_merged_later_is_an_origin_too(cast):
    first = stages.accepted_locally(cast)
    later = stages.submitted(cast, first.round, place="Viborg", of=stages.words("Også Viborg"))
    assert proposers(first) == {first.council_id}
    stages.merge(later, first, by=cast.sekretariat)
    assert proposers(first) == {first.council_id, later.council_id}


def test_the_secretariat_names_them_as_it_decides_and_citizens_would_read_it(cast, as_user):
    proposal = stages.submitted(cast)
    data = accepting(names_proposers="on")
    as_user(cast.sekretariat).post(decide(proposal, "optag"), data)
    assert as_user(cast.sekretariat).get(decide(proposal, "optag")).context["form"]["names_proposers"].value()
    stages.announce(proposal.round, by=cast.sekretariat)
    text = make_snapshot(Plan.objects.get(pk=proposal.round.plan_id))
    [told] = {section["proposed_by"] for section in text["sections"]} - {""}
    assert told == "lokalrådet i Herning"


def test_the_plans_margin_leads_to_the_proposals_for_those_who_may_read_them(cast, as_user):
    herning, skive, lemvig = three_as_one(cast, scope=Scope.DISTRICT)
    plan, section = herning.round.plan, herning.focus_area.section
    links = [f'href="{page(one)}"' for one in (herning, skive, lemvig)]
    secretariat = as_user(cast.sekretariat)
    for address in (
        reverse("plan-text", args=[plan.pk]),
        reverse("edit-section", args=[plan.pk, section.pk]),
        reverse("edit-focus-area", args=[plan.pk, herning.focus_area_id]),
    ):
        shown = secretariat.get(address).text
        assert [link in shown for link in links] == [True] * 3, address
    other = plan.sections.exclude(pk=section.pk).first()
    shown = secretariat.get(reverse("edit-section", args=[plan.pk, other.pk])).text
    assert not any(link in shown for link in links)


def test_a_lokalraad_finds_its_own_in_the_margin_and_no_others(cast, as_user):
    herning, skive, _ = three_as_one(cast, scope=Scope.DISTRICT)
    plan = herning.round.plan
    Plan.objects.filter(pk=plan.pk).update(state="consultation")
    shown = as_user(cast.formand("Skive")).get(reverse("plan-text", args=[plan.pk])).text
    assert f'href="{page(skive)}"' in shown
    assert f'href="{page(herning)}"' not in shown


def test_nothing_of_what_is_not_told_stands_in_the_margin(cast, as_user):
    made = three_as_one(cast, told=False)
    shown = as_user(cast.sekretariat).get(reverse("plan-text", args=[made[0].round.plan_id])).text
    assert not any(one.number in shown for one in made)


def test_next_years_text_is_traced_back_too(cast, as_user):
    proposal = stages.accepted(cast)
    following = carry_forward(proposal.round.plan, proposal.round.plan.year + 1, by=cast.sekretariat)
    shown = as_user(cast.sekretariat).get(reverse("plan-text", args=[following.pk])).text
    assert f'href="{page(proposal)}"' in shown


def test_topics_of_before_learn_who_proposed_them(cast):
    herning, *others = three_as_one(cast)
    herning.focus_area.proposer_ids = []
    herning.focus_area.save()
    migrate("plans.migrations.0059_who_proposed_a_topic", "name_proposers")
    assert proposers(herning) == {one.council_id for one in (herning, *others)}
