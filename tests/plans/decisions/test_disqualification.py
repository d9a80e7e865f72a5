"""Forvaltningsloven § 3: nobody judges what their own lokalråd proposes, be it as one of the secretariat."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from councils.models import MembershipRole, Side
from plans.decisions import workflow as decisions
from plans.proposals.models import Extension, Proposal
from plans.proposals.states import ProposalState
from samarbejde.accounts.models import User
from samarbejde.transitions import Refused
from tests.cast import Cast, person, seat
from tests.plans.proposals import stages
from tests.plans.rounds.test_board import cost

REASON = "Du sidder i Lokalrådet i Herning"
ROLES = [MembershipRole.CHAIR, MembershipRole.VICE_CHAIR, MembershipRole.MEMBER, MembershipRole.DEPUTY]
STEPS: dict[str, Callable[[Proposal, User], object]] = {
    "optag": lambda proposal, by: stages.accept(proposal, by=by),
    "afvis": lambda proposal, by: stages.reject(proposal, reason="Nej tak.", by=by),
    "saml": lambda proposal, by: stages.merge(proposal, viborgs(proposal), by=by),
    "bed om ændringer": lambda proposal, by: stages.request_changes(proposal, ["Hvem?"], seen=1, by=by),
    "indstil": lambda proposal, by: stages.recommend(proposal, by=by),
}


def viborgs(proposal: Proposal) -> Proposal:
    return Proposal.objects.get(round=proposal.round, council__municipality__name="Viborg")


def in_both(cast: Cast, role: str = MembershipRole.MEMBER) -> User:
    """One of the secretariat who sits in Lokalrådet i Herning as well."""
    local = cast.formand_herning if role == MembershipRole.CHAIR else person("begge", "Den med to hverv")
    both = seat(local, cast.kredsraad(), MembershipRole.SECRETARIAT, side=Side.POLICE)
    return seat(both, cast.lokalraad("Herning"), role)


def two_proposals(cast: Cast) -> tuple[Proposal, Proposal]:
    """Herning's and Viborg's, in one round."""
    round_ = stages.a_round(cast)
    herning = stages.submitted(cast, round_)
    return herning, stages.submitted(cast, round_, place="Viborg", of=stages.words("Natten"))


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("role", ROLES)
def test_whoever_sits_in_the_lokalraad_is_refused(cast, step, role):
    proposal, _ = two_proposals(cast)
    with pytest.raises(Refused, match=REASON):
        STEPS[step](proposal, in_both(cast, role))
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED
    assert not proposal.reviews.exists()


@pytest.mark.parametrize("step", STEPS)
def test_their_colleague_is_not(cast, step):
    proposal, _ = two_proposals(cast)
    in_both(cast)
    STEPS[step](proposal, cast.sekretariat)
    assert stages.fresh(proposal).state != ProposalState.SUBMITTED


@pytest.mark.parametrize("step", ["optag", "afvis", "bed om ændringer", "indstil"])
def test_another_lokalraads_proposal_is_theirs_to_judge(cast, step):
    _, other = two_proposals(cast)
    STEPS[step](other, in_both(cast))
    assert stages.fresh(other).state != ProposalState.SUBMITTED


def test_nothing_is_merged_into_the_proposal_of_ones_own_lokalraad(cast):
    proposal, other = two_proposals(cast)
    with pytest.raises(Refused, match=REASON):
        stages.merge(other, proposal, by=in_both(cast))
    assert stages.fresh(other).state == ProposalState.SUBMITTED


def test_a_proposal_that_ones_own_stands_in_is_not_ones_own_to_judge(cast):
    """By way of a third one as well."""
    proposal, other = two_proposals(cast)
    third = stages.submitted(cast, proposal.round, place="Skive", of=stages.words("Havnen"))
    stages.merge(proposal, other, by=cast.sekretariat)
    stages.merge(stages.fresh(other), third, by=cast.sekretariat)
    with pytest.raises(Refused, match="et forslag, som dets er samlet med"):
        stages.reject(third, reason="Nej tak.", by=in_both(cast))
    stages.reject(third, reason="Nej tak.", by=cast.sekretariat)


def test_a_member_who_has_left_the_lokalraad_judges_again(cast):
    proposal, _ = two_proposals(cast)
    both = in_both(cast)
    both.memberships.filter(council=proposal.council).update(
        period=DateRange(date(2022, 1, 1), date(2026, 1, 1))
    )
    stages.reject(proposal, reason="Nej tak.", by=User.objects.get(pk=both.pk))
    assert stages.fresh(proposal).state == ProposalState.REJECTED


def test_the_page_says_why_and_who_can(cast, as_user):
    proposal, _ = two_proposals(cast)
    colleague, both = as_user(cast.sekretariat), as_user(in_both(cast))
    page = both.get(stages.page(proposal)).text
    assert REASON in page
    assert "Det kan Sekretariatet i Midt- og Vestjylland." in page
    assert "Optag i planen" not in page
    assert "Optag i planen" in colleague.get(stages.page(proposal)).text
    answer = both.post(stages.decide(proposal, "afvis"), stages.rejecting())
    assert answer.status_code == 403
    assert REASON in answer.text


def test_with_nobody_else_to_judge_it_the_page_says_whom_to_ask(cast, as_user):
    proposal, _ = two_proposals(cast)
    seat(cast.sekretariat, proposal.council)
    page = as_user(cast.sekretariat).get(stages.page(proposal)).text
    assert "Bed administratoren om at give en kollega hvervet" in page


def test_a_chair_in_both_camps_still_writes_for_the_lokalraad(cast, as_user):
    proposal, _ = two_proposals(cast)
    page = as_user(in_both(cast, MembershipRole.VICE_CHAIR)).get(stages.page(proposal)).text
    assert "Træk forslaget tilbage" in page


def test_what_the_secretariat_says_among_itself_is_hidden_as_from_the_lokalraad(cast, as_user):
    proposal, _ = two_proposals(cast)
    stages.recommend(proposal, by=cast.sekretariat)
    both = as_user(in_both(cast))
    board = reverse("proposal-board", args=[proposal.round.plan_id])
    assert "Passer til kredsens mål." not in both.get(stages.page(proposal)).text
    assert "indstillet" not in both.get(board).text
    assert "indstillet" in as_user(cast.sekretariat).get(board).text


def test_nobody_gives_their_own_lokalraad_a_longer_deadline(cast, as_user):
    round_ = stages.a_round(cast)
    both, council = in_both(cast), cast.lokalraad("Herning")
    with pytest.raises(Refused, match=f"{REASON} og kan derfor ikke give det længere frist"):
        stages.extend_deadline(round_, council, deadline=stages.deadline(20), reason="Ferie", by=both)
    assert not Extension.objects.exists()
    page = reverse("council-proposals", args=[round_.plan_id, council.pk])
    assert "Forlæng fristen" not in as_user(both).get(page).text
    assert "Forlæng fristen" in as_user(cast.sekretariat).get(page).text


def test_what_it_costs_to_know_does_not_grow_with_the_proposals(cast, as_user):
    round_ = stages.a_round(cast)
    client, address = as_user(in_both(cast)), reverse("proposal-board", args=[round_.plan_id])
    stages.submitted(cast, round_)
    one = cost(client, address)
    for place in ("Viborg", "Skive"):
        stages.submitted(cast, round_, place=place)
    assert cost(client, address) == one


def test_one_form_of_a_colleague_is_one_remark_still(cast):
    """What was sent twice is answered before anything is refused."""
    proposal, _ = two_proposals(cast)
    key = uuid4()
    remark = {"comment": "Godt.", "shared": False, "recommendation": "", "form_key": key}
    first = decisions.review(proposal, **remark, by=cast.sekretariat)
    assert decisions.review(proposal, **remark, by=cast.sekretariat) == first
