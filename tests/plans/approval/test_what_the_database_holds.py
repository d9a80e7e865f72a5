"""What no step of the portal can leave behind, whoever writes it: the database refuses it."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from plans.approval.models import GivenSignature, RoundState, Signature, SignatureRound, Voiding
from plans.approval.workflow import reopen
from plans.document.models import FrozenText
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db


def refused(rule: str, write, *arguments: object, **values: object) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        write_and_check(write, *arguments, **values)
    assert error.value.__cause__.diag.constraint_name == rule


def write_and_check(write, *arguments: object, **values: object) -> None:
    write(*arguments, **values)
    connection.check_constraints()  # as the commit does


def over(state: str) -> dict[str, object]:
    return {"state": state, "closed_at": timezone.now()}


def test_a_round_is_voided_by_its_voiding_and_by_nothing_else(cast):
    round_ = stages.standing_round(stages.signing(cast))
    rounds = SignatureRound.objects.filter(pk=round_.pk)
    rule = "a_round_is_voided_by_its_voiding"
    refused(rule, rounds.update, **over(RoundState.VOIDED))
    refused(rule, Voiding.objects.create, round=round_, reason="Et tal var forkert.")


def test_a_voided_round_never_stands_up_again(cast):
    plan = stages.signing(cast)
    reopen(plan, reason="Et tal var forkert.", by=cast.sekretariat)
    rounds = SignatureRound.objects.filter(plan=plan)
    refused("a_round_is_voided_by_its_voiding", rounds.update, state=RoundState.OPEN, closed_at=None)


def test_a_round_is_complete_with_every_name(cast):
    plan = stages.signing(cast)
    stages.put_name_under(stages.mine(plan, cast.direktoer))
    rounds = SignatureRound.objects.filter(plan=plan)
    for state in (RoundState.COMPLETE, RoundState.SUPERSEDED):
        refused("a_complete_round_has_every_name", rounds.update, **over(state))


def test_a_name_stands_under_the_text_of_its_round(cast):
    signature = stages.mine(stages.signing(cast), cast.direktoer)
    given = {"signature": signature, "signed_hash": "0" * 64}
    refused("a_name_stands_under_the_text_of_its_round", GivenSignature.objects.create, **given)


def test_a_name_is_given_while_its_round_is_open(cast):
    plan = stages.signing(cast)
    reopen(plan, reason="Et tal var forkert.", by=cast.sekretariat)
    signature = Signature.objects.select_related("round__text").first()
    given = {"signature": signature, "signed_hash": signature.round.content_hash}
    refused("a_name_is_given_while_its_round_is_open", GivenSignature.objects.create, **given)


def test_a_round_keeps_its_text_its_plan_and_its_place(cast):
    round_ = stages.standing_round(stages.signing(cast))
    rounds = SignatureRound.objects.filter(pk=round_.pk)
    others = {
        "text": FrozenText.objects.create(snapshot={}, content_hash="0" * 64),
        "plan": stages.draft(cast, 2030),
        "place": "Et andet sted",
    }
    for name, value in others.items():
        refused("a_round_keeps_its_text", rounds.update, **{name: value})
