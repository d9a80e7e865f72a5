"""Every state × action × role: denied unless listed here."""

from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from plans.decisions import workflow as decisions
from plans.proposals.states import PROPOSAL_TRANSITIONS, ProposalState
from samarbejde.transitions import Refused
from tests.plans.proposals import stages

S = ProposalState
UNDER_REVIEW = {S.SUBMITTED, S.RECOMMENDED}
TOPIC = "Trivsel for unge"
HANDED_IN = UNDER_REVIEW | {S.CHANGES_REQUESTED}

ALLOWED = {
    "rewrite": {S.DRAFT, S.CHANGES_REQUESTED} | UNDER_REVIEW,
    "submit": {S.DRAFT, S.CHANGES_REQUESTED},
    "withdraw": {S.DRAFT, S.POSTPONED} | HANDED_IN,
    "reopen": {S.WITHDRAWN},
    "postpone": HANDED_IN,
    "request_changes": UNDER_REVIEW,
    "review": HANDED_IN,
    "recommend": UNDER_REVIEW,
    "accept district-wide": HANDED_IN,
    "accept local": HANDED_IN,
    "extend a topic": HANDED_IN,
    "suggest for a section": HANDED_IN,
    "reject": HANDED_IN,
    "merge": HANDED_IN,
}

LEADS_TO = {
    "submit": S.SUBMITTED,
    "withdraw": S.WITHDRAWN,
    "reopen": S.DRAFT,
    "postpone": S.POSTPONED,
    "request_changes": S.CHANGES_REQUESTED,
    "recommend": S.RECOMMENDED,
    "accept district-wide": S.ACCEPTED_DISTRICT,
    "accept local": S.ACCEPTED_LOCAL,
    "extend a topic": S.ACCEPTED_DISTRICT,
    "suggest for a section": S.SUGGESTED,
    "reject": S.REJECTED,
    "merge": S.MERGED,
}


def test_the_table_of_moves_holds_no_others():
    for state in S.values:
        moves = {to for action, to in LEADS_TO.items() if state in ALLOWED[action]} - {state}
        assert PROPOSAL_TRANSITIONS.get(state, frozenset()) == moves, state


def take(action, proposal, cast):
    chair, secretariat = cast.formand_herning, cast.sekretariat
    if action == "rewrite":
        stages.rewrite(proposal, stages.words("Ny titel"), version=proposal.version, by=chair)
    elif action == "submit":
        proposal.change_requests.update(answer="Ja")
        stages.submit(proposal, by=chair)
    elif action in ("withdraw", "reopen"):
        getattr(stages, action)(proposal, by=chair)
    elif action == "postpone":
        stages.postpone(proposal, by=secretariat)
    elif action == "request_changes":
        stages.request_changes(proposal, ["Hvorfor?"], by=secretariat)
    elif action in ("review", "recommend"):
        wish = "rejected" if action == "recommend" else ""
        decisions.review(
            proposal, comment="Ja", shared=True, recommendation=wish, form_key=uuid4(), by=secretariat
        )
    elif action.startswith("accept"):
        stages.accept(
            proposal, by=secretariat, scope="local" if "local" in action else "district", title="Nyt emne"
        )
    else:
        tell(action, proposal, cast)


def tell(action, proposal, cast):
    """The other decisions."""
    by = cast.sekretariat
    if action == "extend a topic":
        stages.extend(proposal, proposal.round.plan.focus_areas.get(section__heading=TOPIC), by=by)
    elif action == "suggest for a section":
        stages.suggest(proposal, by=by)
    elif action == "reject":
        stages.reject(proposal, by=by)
    elif action == "merge":
        target = stages.submitted(cast, proposal.round, place="Skive", of=stages.words("Målet"))
        stages.merge(proposal, target, by=by)


@pytest.mark.parametrize("state", S.values)
def test_every_state_and_action(cast, state):
    proposal = stages.REACH[state](cast)
    assert proposal.state == state
    assert cast.formand_herning != cast.sekretariat  # both stand before anything is rolled back
    held = standing(proposal)
    for action, states in ALLOWED.items():
        before = transaction.savepoint()
        if state in states:
            take(action, proposal, cast)
            assert standing(proposal) != held, action
        else:
            with pytest.raises(Refused) as refusal:
                take(action, proposal, cast)
            assert len(str(refusal.value)) > 40, action  # a reason and a way on
            assert standing(proposal) == held, action
        transaction.savepoint_rollback(before)


def standing(proposal):
    """What the database holds of it."""
    row = stages.fresh(proposal)
    return (row.state, row.title, row.version, row.reviews.count())


# Who may send what, whatever its state; 302 is "done, or refused in words", 404 "does not exist".
WRITERS = {"formand": True, "medlem": True, "sekretariat": False}
SENDERS = {"formand": True, "medlem": False, "sekretariat": False}
REVIEWERS = {"formand": False, "medlem": False, "sekretariat": True}
POSTS = {
    "edit-proposal": WRITERS,
    "submit-proposal": SENDERS,
    "withdraw-proposal": SENDERS,
    "reopen-proposal": SENDERS,
    "proposal-attachments": WRITERS,
    "request-changes": REVIEWERS,
    "review-proposal": REVIEWERS,
    "decide-proposal": REVIEWERS,
}


@pytest.mark.parametrize("state", S.values)
def test_every_state_and_role(cast, as_user, state):
    proposal = stages.REACH[state](cast)
    clients = {role: as_user(user) for role, user in cast.roles.items()}
    for name, allowed in POSTS.items():
        for role, client in clients.items():
            exists = role in allowed and (role != "sekretariat" or proposal.submitted_at is not None)
            before = transaction.savepoint()
            answer = client.post(reverse(name, args=[proposal.pk]))
            after = stages.fresh(proposal).state
            transaction.savepoint_rollback(before)
            if not exists:
                assert (answer.status_code, after) == (404, state), (name, role)
            elif not allowed[role]:
                assert (answer.status_code, after) == (403, state), (name, role)
            else:
                assert after in {state, S.SUBMITTED, S.WITHDRAWN, S.DRAFT}, (name, role)
