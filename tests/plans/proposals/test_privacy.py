"""Who sees what: unsubmitted work is its own lokalråd's alone."""

import itertools

import pytest
from django.test import Client
from django.urls import reverse

from plans.proposals.states import ProposalState
from samarbejde.outbox.models import Message
from tests.plans.proposals import stages

SECRET = "Hemmelig overskrift"

PAGES = [
    "proposal",
    "edit-proposal",
    "submit-proposal",
    "withdraw-proposal",
    "request-changes",
    "review-proposal",
    "decide-proposal",
]
WRONG_METHOD = {("submit-proposal", "get"), ("proposal", "post")}


@pytest.mark.parametrize("reach", [stages.drafted, stages.submitted])
def test_a_proposal_does_not_exist_for_others(cast, as_user, reach):
    proposal = reach(cast, of=stages.words(SECRET))
    own = {"formand", "medlem"} | ({"sekretariat"} if reach is stages.submitted else set())
    for role, user in cast.roles.items():
        client = as_user(user)
        for name, method in itertools.product(PAGES, ("get", "post")):
            if role not in own:
                answer = getattr(client, method)(reverse(name, args=[proposal.pk]))
                wanted = 405 if (name, method) in WRONG_METHOD else 404
                assert answer.status_code == wanted, (role, name, method)
                assert SECRET not in answer.text


@pytest.mark.parametrize("name", PAGES)
def test_pages_need_a_login(cast, name):
    proposal = stages.submitted(cast)
    address = reverse(name, args=[proposal.pk])
    answer = Client().post(address) if name == "submit-proposal" else Client().get(address)
    assert answer.status_code == 302
    assert reverse("account_login") in answer.headers["Location"]


@pytest.mark.parametrize(
    "name",
    [
        "proposal-board",
        "open-round",
        "council-proposals",
        "write-proposal",
        "say-no-proposals",
        "extend-deadline",
    ],
)
def test_the_rounds_pages_need_a_login(cast, name):
    round_ = stages.a_round(cast)
    council = [cast.lokalraad("Herning").pk] if name not in ("proposal-board", "open-round") else []
    answer = Client().get(reverse(name, args=[round_.plan_id, *council]))
    assert answer.status_code == 302
    assert reverse("account_login") in answer.headers["Location"]


def test_a_member_writes_but_does_not_hand_in(cast, as_user):
    proposal = stages.drafted(cast, of=stages.words(SECRET))
    client = as_user(cast.medlem_herning)
    page = client.get(reverse("proposal", args=[proposal.pk])).text
    assert SECRET in page
    assert "Ret forslaget" in page
    assert "Indsend forslag" not in page
    council = [proposal.round.plan_id, proposal.council_id]
    assert SECRET in client.get(reverse("council-proposals", args=council)).text
    for name in ("submit-proposal", "withdraw-proposal"):
        assert client.post(reverse(name, args=[proposal.pk])).status_code == 403
    assert client.post(reverse("say-no-proposals", args=council)).status_code == 403
    sent = stages.typed(version=1, title="Vores", submit="1")
    told = client.post(reverse("edit-proposal", args=[proposal.pk]), sent, follow=True).text
    assert "Kun lokalrådets formand og næstformand" in told
    proposal = stages.fresh(proposal)
    assert (proposal.title, proposal.state) == ("Vores", ProposalState.DRAFT)


def test_the_secretariat_does_not_write_for_a_lokalraad_nor_a_chair_decide(cast, as_user):
    proposal = stages.submitted(cast)
    council = [proposal.round.plan_id, proposal.council_id]
    for name in ("edit-proposal", "submit-proposal", "withdraw-proposal"):
        assert as_user(cast.sekretariat).post(reverse(name, args=[proposal.pk])).status_code == 403
    for name in ("write-proposal", "say-no-proposals"):
        assert as_user(cast.sekretariat).post(reverse(name, args=council)).status_code == 403
    for user in (cast.formand_herning, cast.medlem_herning):
        for name in ("request-changes", "review-proposal", "decide-proposal"):
            assert as_user(user).post(reverse(name, args=[proposal.pk])).status_code == 403
    assert stages.fresh(proposal).state == ProposalState.SUBMITTED


def test_the_round_is_the_secretariats(cast, as_user):
    round_ = stages.a_round(cast)
    letters = Message.objects.count()
    council = cast.lokalraad("Herning")
    pages = [
        reverse("proposal-board", args=[round_.plan_id]),
        reverse("open-round", args=[round_.plan_id]),
        reverse("extend-deadline", args=[round_.plan_id, council.pk]),
    ]
    for role, user in cast.roles.items():
        outside = role in ("sekretariat i en anden kreds", "administrator")
        wanted = 200 if role == "sekretariat" else 404 if outside else 403
        for page in pages:
            assert as_user(user).get(page).status_code == wanted, (role, page)
        if wanted != 200:
            assert as_user(user).post(reverse("remind-councils", args=[round_.plan_id])).status_code == wanted
    assert Message.objects.count() == letters


def test_a_lokalraads_page_is_its_own_and_the_secretariats(cast, as_user):
    round_ = stages.a_round(cast)
    page = reverse("council-proposals", args=[round_.plan_id, cast.lokalraad("Herning").pk])
    welcome = {"formand", "medlem", "sekretariat"}
    for role, user in cast.roles.items():
        answer = as_user(user).get(page)
        assert answer.status_code == (200 if role in welcome else 404), role
        assert ("Lokalrådet i Herning" in answer.text) == (role in welcome), role


def test_the_secretariat_sees_that_a_lokalraad_is_at_work_but_not_on_what(cast, as_user):
    proposal = stages.drafted(cast, of=stages.words(SECRET))
    client = as_user(cast.sekretariat)
    board = client.get(reverse("proposal-board", args=[proposal.round.plan_id])).text
    own = client.get(reverse("council-proposals", args=[proposal.round.plan_id, proposal.council_id])).text
    plan = client.get(reverse("plan", args=[proposal.round.plan_id])).text
    assert "i gang" in board
    assert SECRET not in board + own + plan


def test_rework_is_private_until_it_is_handed_in_again(cast, as_user):
    proposal = stages.changes_requested(cast)
    data = stages.typed(title=SECRET, text=f"<p>{SECRET}</p>", version=1)
    as_user(cast.formand_herning).post(reverse("edit-proposal", args=[proposal.pk]), data)
    page = reverse("proposal", args=[proposal.pk])
    assert SECRET in as_user(cast.formand_herning).get(page).text
    secretariat = as_user(cast.sekretariat)
    board = secretariat.get(reverse("proposal-board", args=[proposal.round.plan_id])).text
    own = secretariat.get(
        reverse("council-proposals", args=[proposal.round.plan_id, proposal.council_id])
    ).text
    assert SECRET not in secretariat.get(page).text + board + own
    assert "Tryg ved stationen" in board
    # nor does another lokalråd learn of it by being merged into it
    other = stages.submitted(cast, proposal.round, place="Viborg", of=stages.words("Natten"))
    stages.merge(other, stages.fresh(proposal), by=cast.sekretariat)
    assert SECRET not in stages.mail_to(cast.formand_viborg)[0]
    assert SECRET not in as_user(cast.formand_viborg).get(reverse("proposal", args=[other.pk])).text


def test_internal_remarks_and_recommendations_are_hidden_from_the_lokalraad(cast, as_user):
    proposal = stages.recommended(cast)
    page = reverse("proposal", args=[proposal.pk])
    assert "Passer til kredsens mål." in as_user(cast.sekretariat).get(page).text
    council_page = reverse("council-proposals", args=[proposal.round.plan_id, proposal.council_id])
    chair = as_user(cast.formand_herning)
    for text in (chair.get(page).text, chair.get(council_page).text):
        assert "Passer til kredsens mål." not in text
        assert "ndstill" not in text
        assert "indsendt" in text


def test_somebody_in_both_camps_does_not_review_an_unsubmitted_draft(cast, as_user):
    proposal = stages.drafted(cast)
    both = cast.sekretariat
    stages.seat(both, proposal.council)
    page = as_user(both).get(reverse("proposal", args=[proposal.pk])).text
    assert proposal.title in page
    assert reverse("decide-proposal", args=[proposal.pk]) not in page
    assert as_user(both).post(reverse("decide-proposal", args=[proposal.pk])).status_code == 403
    assert stages.fresh(proposal).state == ProposalState.DRAFT


@pytest.mark.parametrize("pk", [0, 10**400])
def test_a_number_that_is_no_proposal(cast, as_user, pk):
    stages.submitted(cast, of=stages.words(SECRET))
    answer = as_user(cast.sekretariat).get(f"/arbejdsbord/forslag/{pk}/")
    assert answer.status_code == 404
    assert "Siden findes ikke" in answer.text
    assert SECRET not in answer.text
