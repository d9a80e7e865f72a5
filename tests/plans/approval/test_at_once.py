"""Many people in the same second: real transactions, real threads."""

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.utils import timezone

from plans.approval import workflow
from plans.approval.models import GivenSignature, RoundState, Signature, SignatureRound, SignatureState
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], object]]) -> list[BaseException]:
    """Run all acts in threads that begin together; returns what they raised."""
    start, raised = threading.Barrier(len(acts)), []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait()
            act()
        except BaseException as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


def signing_act(signature: Signature) -> Callable[[], object]:
    return lambda: stages.put_name_under(
        Signature.objects.select_related("membership__user", "round__plan").get(pk=signature.pk)
    )


def test_twelve_sign_in_the_same_second(cast):
    plan = stages.signing(cast)
    Message.objects.all().delete()
    signatures = list(Signature.objects.all())

    assert at_once([signing_act(s) for s in signatures]) == []

    assert Signature.objects.signed().count() == GivenSignature.objects.count() == 12
    assert stages.standing_round(plan).state == RoundState.COMPLETE
    assert stages.fresh(plan).state == PlanState.SIGNED
    assert Event.objects.filter(verb="signature.given").count() == 12
    assert Event.objects.filter(verb="plan.signed").count() == 1
    assert Message.objects.count() == 1


def test_eight_presses_at_once_are_one_signature(cast):
    stages.signing(cast)
    signature = Signature.objects.first()
    assert at_once([signing_act(signature)] * 8) == []
    assert Event.objects.filter(verb="signature.given").count() == 1


def test_two_rounds_opened_at_once_are_one(cast):
    plan = stages.discussed(cast)
    raised = at_once([lambda: stages.open_round(cast, plan)] * 2)
    assert [type(error) for error in raised] == [Refused]
    assert SignatureRound.objects.count() == 1
    assert Signature.objects.count() == 12


def test_taken_back_while_everybody_signs(cast):
    """Whoever came first: no signature stands in a voided round, and each who signed is told."""
    plan = stages.signing(cast)
    Message.objects.all().delete()
    acts = [signing_act(s) for s in Signature.objects.all()]
    acts.insert(6, lambda: stages.reopen(cast, plan, "Fejl."))

    raised = at_once(acts)

    assert all(isinstance(error, Refused) for error in raised)
    assert stages.fresh(plan).state == PlanState.DRAFT
    assert SignatureRound.objects.get().state == RoundState.VOIDED
    assert {s.state for s in Signature.objects.all()} == {SignatureState.VOIDED}
    given = Event.objects.filter(verb="signature.given").count()
    assert given == 12 - len(raised)
    assert Message.objects.filter(subject__contains="bortfaldet").count() == given


def test_sent_again_twice_while_everybody_signs(cast):
    """One new text in the end, with nobody's name under it, and each who had signed is asked again."""
    plan = stages.signing(cast)
    mayor = cast.borgmester("Skive")
    signatures = list(Signature.objects.exclude(membership__user=mayor))
    stages.succeed(cast, "Skive", "Anne Ask")
    Message.objects.all().delete()
    wanted = {"place": "Struer", "deadline": timezone.localdate(), "by": cast.sekretariat}
    acts = [signing_act(signature) for signature in signatures]
    acts[6:6] = [lambda: workflow.renew_round(plan, **wanted)] * 2

    raised = at_once(acts)

    assert all(isinstance(error, Refused) for error in raised)
    assert SignatureRound.objects.filter(state=RoundState.VOIDED).count() == 1
    new = stages.standing_round(plan)
    assert {s.state for s in new.signatures.all()} == {SignatureState.PENDING}
    assert {s.state for s in Signature.objects.exclude(round=new)} == {SignatureState.VOIDED}
    given = Event.objects.filter(verb="signature.given").count()
    assert Message.objects.filter(subject__endswith=" igen").count() == given
    assert Message.objects.count() == 12
