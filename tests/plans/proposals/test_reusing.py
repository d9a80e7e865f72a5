"""Last year's proposals stand on the lokalråd's page, and are used again; and each is seen as in the plan."""

import pytest
from django.urls import reverse

from plans.proposals.models import Proposal, ProposalRound
from tests.making import a_plan
from tests.plans.proposals import stages
from tests.plans.proposals.stages import new_page, typed


def two_years(cast) -> tuple[Proposal, ProposalRound]:
    """A rejected proposal, and the round of the year after."""
    old = stages.rejected(cast)
    return old, stages.a_round(cast, a_plan(cast.kredsraad(), old.round.plan.year + 1))


def council_page(cast, round_: ProposalRound) -> str:
    return reverse("council-proposals", args=[round_.plan_id, cast.lokalraad("Herning").pk])


def test_last_years_proposals_and_what_became_of_them(cast, as_user):
    old, round_ = two_years(cast)
    page = as_user(cast.formand_herning).get(council_page(cast, round_)).text
    assert f"Forslag til {old.round.plan.title}" in page
    assert stages.page(old) in page
    assert "afvist" in page
    assert f"{new_page(cast, round_)}?fra={old.pk}" in page
    reader = as_user(cast.sekretariat).get(council_page(cast, round_)).text
    assert stages.page(old) in reader
    assert "?fra=" not in reader
    before = as_user(cast.formand_herning).get(council_page(cast, old.round)).text
    assert "year-before" not in before


def test_no_decision_that_is_not_told_is_seen_there(cast, as_user):
    old = stages.submitted(cast)
    stages.reject(old, by=cast.sekretariat, told=False)
    round_ = stages.a_round(cast, a_plan(cast.kredsraad(), old.round.plan.year + 1))
    page = as_user(cast.formand_herning).get(council_page(cast, round_)).text
    assert "afvist" not in page
    assert "indsendt" in page


def test_it_is_used_again_and_leads_back(cast, as_user):
    old, round_ = two_years(cast)
    chair = as_user(cast.formand_herning)
    address = f"{new_page(cast, round_)}?fra={old.pk}"
    form = chair.get(address).text
    assert "Tryg ved stationen" in form
    assert "Færre føler sig utrygge." in form
    chair.post(address, typed(title="Tryg igen"))
    new = Proposal.objects.get(round=round_)
    assert (new.based_on, new.title, new.answers) == (old, "Tryg igen", old.answers)
    assert stages.page(old) in chair.get(stages.page(new)).text
    stages.submit(new, by=cast.formand_herning)
    assert stages.page(old) in as_user(cast.sekretariat).get(stages.page(new)).text


def test_a_draft_that_it_is_written_after_is_not_shown_to_the_secretariat(cast, as_user):
    old = stages.drafted(cast)
    chair = as_user(cast.formand_herning)
    chair.post(f"{new_page(cast, old.round)}?fra={old.pk}", typed())
    new = Proposal.objects.exclude(pk=old.pk).get()
    stages.submit(new, by=cast.formand_herning)
    assert "Skrevet efter" not in as_user(cast.sekretariat).get(stages.page(new)).text
    assert "Skrevet efter" in chair.get(stages.page(new)).text


@pytest.mark.parametrize("source", ["999999", "x", "-1", "9" * 40])
def test_what_is_not_its_own_is_no_source(cast, as_user, source):
    round_ = stages.a_round(cast)
    address = f"{new_page(cast, round_)}?fra={source}"
    assert as_user(cast.formand_herning).get(address).status_code == 200
    as_user(cast.formand_herning).post(address, typed())
    assert Proposal.objects.get().based_on is None


def test_it_is_seen_as_it_will_stand_in_the_plan(cast, as_user):
    proposal = stages.drafted(cast)
    address = reverse("preview-proposal", args=[proposal.pk])
    chair = as_user(cast.formand_herning)
    assert address in chair.get(stages.page(proposal)).text
    page = chair.get(address).text
    assert "Vi går ture i weekenden." in page
    assert "Flere unge mødes ved stationen." not in page
    empty = stages.drafted(cast, proposal.round, of=stages.words(text=""))
    assert (
        "Der er ikke skrevet en tekst endnu" in chair.get(reverse("preview-proposal", args=[empty.pk])).text
    )


def test_the_secretariat_sees_what_was_handed_in_there(cast, as_user):
    proposal = stages.changes_requested(cast)
    new = stages.words(text="<p>Ikke sendt endnu.</p>")
    stages.rewrite(proposal, new, version=proposal.version, by=cast.formand_herning)
    page = as_user(cast.sekretariat).get(reverse("preview-proposal", args=[proposal.pk])).text
    assert "Vi går ture i weekenden." in page
    assert "Ikke sendt endnu." not in page
