"""Every state × every step of this room: allowed where listed, else refused in words and nothing changed."""

from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.utils import timezone

from councils.attendance.seats import Answer
from councils.models import Presence
from plans.approval import workflow
from plans.approval.models import (
    ROUND_TRANSITIONS,
    CorrectionPass,
    CorrectionsMade,
    Discussion,
    GivenSignature,
    RoundState,
    Signature,
    SignatureRound,
    Voiding,
)
from plans.approval.signers import signers_on_paper
from plans.document.models import FrozenText
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused, move
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db


def send_to_consultation(cast, plan):
    workflow.send_to_consultation(plan, by=cast.sekretariat)


def record_discussion(cast, plan):
    stages.discuss(cast, plan)


def open_round(cast, plan):
    stages.open_round(cast, plan)


def record_paper(cast, plan):
    today = timezone.localdate()
    signers = signers_on_paper(plan, today)
    workflow.record_paper_signatures(
        plan, place="Viborg", signed_on=today, signers=signers, by=cast.sekretariat
    )


def reopen(cast, plan):
    stages.reopen(cast, plan)


def switch_off(cast, plan):
    stages.switch_signatures(cast, plan)


def begin_corrections(cast, plan):
    workflow.begin_corrections(plan, by=cast.sekretariat)


def end_corrections(cast, plan):
    workflow.end_corrections(plan, by=cast.sekretariat)


S = PlanState
STEPS = {
    send_to_consultation: {S.DRAFT: S.CONSULTATION},
    record_discussion: {S.CONSULTATION: S.DISCUSSED},
    open_round: {S.DISCUSSED: S.SIGNING},
    record_paper: {S.DISCUSSED: S.SIGNED},
    reopen: {state: S.DRAFT for state in S if state != S.DRAFT},
    begin_corrections: {S.DISCUSSED: S.CORRECTING},
    end_corrections: {S.CORRECTING: S.DISCUSSED},
    switch_off: {state: state for state in (S.DRAFT, S.CONSULTATION, S.DISCUSSED, S.CORRECTING)},
}


def everything():
    tables = (
        *(Discussion, CorrectionPass, CorrectionsMade, FrozenText, SignatureRound, Signature),
        *(GivenSignature, Voiding, Message, Event),
    )
    return [list(table.objects.order_by("pk").values()) for table in tables]


@pytest.mark.parametrize("state", list(PlanState))
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_every_state_and_step(cast, state, step):
    plan = stages.STAGES[state](cast)
    stages.fill_offices(cast)
    before = everything()
    if state in STEPS[step]:
        step(cast, plan)
        assert stages.fresh(plan).state == STEPS[step][state]
        assert everything() != before
    else:
        with pytest.raises(Refused, match=f"»{plan.get_state_display()}«"):
            step(cast, plan)
        assert stages.fresh(plan).state == state
        assert everything() == before


def test_an_open_round_is_reminded_of(cast):
    round_ = stages.standing_round(stages.signing(cast))
    SignatureRound.objects.update(opened_at=timezone.now() - timedelta(days=2))
    assert workflow.remind(round_, by=cast.sekretariat) == 12


@pytest.mark.parametrize("state", [RoundState.COMPLETE, RoundState.VOIDED, RoundState.SUPERSEDED])
def test_a_round_that_is_over_is_neither_reminded_of_nor_signed(cast, state):
    round_ = a_round(cast, state)
    given = GivenSignature.objects.count()
    SignatureRound.objects.update(opened_at=timezone.now() - timedelta(days=2))
    with pytest.raises(Refused):
        workflow.remind(round_, by=cast.sekretariat)
    with pytest.raises(Refused) if state == RoundState.VOIDED else nullcontext():
        stages.put_name_under(round_.signatures.first())  # where all have signed, it stands as it did
    assert GivenSignature.objects.count() == given


def a_round(cast, state: RoundState) -> SignatureRound:
    """One that has come to this state by the steps that people take."""
    stage = stages.published if state == RoundState.SUPERSEDED else stages.signing
    plan = stage(cast)
    if state == RoundState.COMPLETE:
        stages.sign_all(plan)
    else:
        stages.reopen(cast, plan, "Et tal var forkert.")
    round_ = SignatureRound.objects.get(plan=plan)
    assert round_.state == state
    return round_


@pytest.mark.parametrize("to", list(RoundState))
@pytest.mark.parametrize("state", list(RoundState))
def test_rounds_move_as_the_table_says(state, to):
    listed = {("open", "complete"), ("open", "voided"), ("complete", "voided"), ("complete", "superseded")}
    listed |= {("superseded", "complete")}
    round_ = SignatureRound(state=state)
    if (state, to) in listed:
        move(round_, to, ROUND_TRANSITIONS)
        assert round_.state == to
    else:
        with pytest.raises(Refused):
            move(round_, to, ROUND_TRANSITIONS)


def test_an_empty_meeting_and_a_future_one_are_no_discussion(cast):
    plan = stages.in_consultation(cast)
    stages.fill_offices(cast)
    day = timezone.localdate()
    nobody = [Answer(answer.seat, Presence.ABSENT) for answer in stages.everybody(plan, day)]
    with pytest.raises(Refused, match="Ingen er skrevet ind som mødt"):
        stages.discuss(cast, plan, answers=nobody)
    with pytest.raises(Refused, match="ikke holdt endnu"):
        stages.discuss(cast, plan, held_on=day + timedelta(days=1))
    assert not Discussion.objects.exists()


def test_a_round_needs_a_day_to_come_and_paper_a_day_gone(cast):
    plan = stages.discussed(cast)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match="Fristen er forbi"):
        workflow.open_round(
            plan, place="Viborg", deadline=timezone.localdate() - timedelta(days=1), by=cast.sekretariat
        )
    signers = signers_on_paper(plan, tomorrow)
    with pytest.raises(Refused, match="ikke kommet endnu"):
        workflow.record_paper_signatures(
            plan, place="Viborg", signed_on=tomorrow, signers=signers, by=cast.sekretariat
        )
    with pytest.raises(Refused, match="Ingen er krydset af"):
        workflow.record_paper_signatures(
            plan, place="Viborg", signed_on=timezone.localdate(), signers=[], by=cast.sekretariat
        )
    assert stages.fresh(plan).state == PlanState.DISCUSSED


def test_without_signatures_there_is_nothing_to_sign(cast):
    plan = stages.discussed_without_signatures(cast)
    for step in (open_round, record_paper):
        with pytest.raises(Refused, match="slået fra"):
            step(cast, plan)
    assert stages.fresh(plan).state == PlanState.DISCUSSED
