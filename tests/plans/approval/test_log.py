"""What the plan's log tells of its way from consultation to signatures, and back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from plans.approval import workflow
from samarbejde.danish import date_text
from tests.logged import logged
from tests.plans.approval import stages
from tests.plans.approval.stages import PLACE

pytestmark = pytest.mark.django_db


def day(days: int = 0) -> str:
    return date_text(timezone.localdate() + timedelta(days=days))


def test_from_consultation_to_the_last_name(cast):
    stages.fill_offices(cast)
    plan = stages.draft(cast)
    until = timezone.localdate()
    workflow.send_to_consultation(plan, answer_by=until, by=cast.sekretariat)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        stages.discuss(cast, plan)
        told = [
            f"Planen blev sendt i høring med svar senest {date_text(until)}",
            f"Planen blev drøftet på mødet i {plan.council.name} den {day()}, {PLACE}",
        ]
        round_ = stages.open_round(cast, stages.fresh(plan))
        names = round_.signatures.count()
        told.append(f"{names} personer blev bedt om at underskrive senest den {day(14)}")
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        workflow.remind(round_, by=cast.sekretariat)
        told.append(f"{names}, der mangler at underskrive, blev mindet om det")
        first, *rest = list(round_.signatures.all())
        for one in (first, *rest):
            stages.put_name_under(one)
            told.append(f"{one} underskrev planen")
    assert logged(plan, "plan", "signatures", "signature") == [*told, "Alle har underskrevet planen"]


def test_a_consultation_without_an_end_names_no_day(cast):
    stages.fill_offices(cast)
    plan = stages.draft(cast)
    workflow.send_to_consultation(plan, by=cast.sekretariat)
    assert logged(plan, "plan") == ["Planen blev sendt i høring"]


def test_corrections_are_told_as_they_begin_and_end(cast):
    plan = stages.corrected(cast)
    assert logged(plan, "plan")[1:] == [
        "Kredsrådet tiltrådte planen med rettelser, som nu skrives ind",
        "Teksten blev ikke rettet efter drøftelsen",
    ]


def test_signatures_that_are_switched_off_and_on(cast):
    plan = stages.discussed_without_signatures(cast)
    stages.switch_signatures(cast, plan, required=True)
    assert logged(plan, "plan")[1:] == ["Planen skal ikke underskrives", "Planen skal underskrives"]


@pytest.mark.parametrize(
    ("stage", "what"),
    [
        (stages.signing, "Planen blev taget tilbage til kladde"),
        (stages.published, "En ny udgave blev begyndt"),
    ],
)
def test_a_plan_that_goes_back_says_why(stage, what, cast):
    plan = stages.reopen(cast, stage(cast), "Et tal var forkert.")
    assert logged(plan, "plan")[-1] == f"{what}: Et tal var forkert."


def test_those_who_are_asked_again_are_counted_and_told_why(cast):
    plan = stages.signing(cast)
    stages.succeed(cast, "Herning", "Ny Borgmester")
    deadline = timezone.localdate() + timedelta(days=20)
    round_ = workflow.renew_round(plan, place=PLACE, deadline=deadline, by=cast.sekretariat)
    names = round_.signatures.count()
    told = logged(plan, "signatures")[-1]
    assert told.startswith(f"{names} personer blev bedt om at underskrive igen senest den {day(20)}: ")
    assert told.endswith("Derfor underskriver alle den med de navne, der gælder nu.")


def test_a_name_in_anothers_place_is_told_to_the_secretariat(cast):
    plan = stages.signing(cast)
    signature = stages.mine(plan, cast.borgmester("Skive"))
    workflow.record_denied_signature(signature.pk, by=cast.medlem_herning)
    assert logged(plan, "signature") == [
        f"{cast.medlem_herning} forsøgte at underskrive i stedet for {signature} og blev afvist"
    ]
