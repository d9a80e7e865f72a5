"""The kredsråd agreed with corrections; they are written in once, without a new meeting, and kept."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans.approval import workflow
from plans.approval.models import CorrectionPass, CorrectionsMade, Discussion
from plans.document.models import FrozenText, RegisterData
from plans.document.states import PlanState
from plans.drafting.workflow import save_section
from plans.duties.models import Duty
from plans.publication import workflow as publication
from plans.publication.models import Edition, Publication, PublicationState
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import section
from tests.plans.approval import stages
from tests.redlines import bare

pytestmark = pytest.mark.django_db


def correct(cast, plan, body="<p>Kredsrådet mødes fem gange.</p>", heading="Kredsrådet"):
    found = plan.sections.get(heading=heading)
    return save_section(found, by=cast.sekretariat, version=found.version, heading=found.heading, body=body)


def at(name, plan):
    return reverse(name, args=[plan.pk])


def test_the_way_from_the_meeting_to_the_record(cast, as_user):
    plan = stages.in_consultation(cast)
    stages.fill_offices(cast)
    client = as_user(cast.sekretariat)

    typed = stages.typed_meeting(plan, outcome="with_corrections")
    assert client.post(at("record-discussion", plan), typed).url == at("corrections", plan)
    assert stages.fresh(plan).state == PlanState.CORRECTING
    assert at("corrections", plan) in client.get(at("plan", plan)).content.decode()
    begun = client.get(at("corrections", plan)).text
    assert "Afslut uden rettelser" in begun
    assert "Når du afslutter" in begun

    correct(cast, plan)
    page = client.get(at("corrections", plan)).content.decode()
    assert "Afslut rettelserne" in page
    assert "fem" in page
    assert client.post(at("corrections", plan)).url == at("discussion", plan)

    assert stages.fresh(plan).state == PlanState.DISCUSSED
    assert Discussion.objects.count() == 1
    [change] = CorrectionsMade.objects.get().changes
    assert (change["title"], change["what"]) == ("1. Kredsrådet", "Teksten er rettet")
    assert change["html"] == "<p>Kredsrådet mødes <del>fire</del> <ins>fem</ins> gange.</p>"
    record = as_user(cast.borgmester("Herning")).get(at("discussion", plan)).content.decode()
    assert "Tiltrådt med rettelser" in record
    assert change["html"] in bare(record)
    verbs = [event.verb for event in Event.objects.about(plan).order_by("pk")]
    assert verbs[-3:] == ["plan.discussed", "plan.correcting", "plan.corrected"]


def test_what_the_register_fills_in_is_no_correction(cast, as_user):
    """The database keeps a text with its names in another order than a fresh one has them."""
    plan = stages.in_consultation(cast)
    section(plan, "Opgaver", data=RegisterData.DUTIES)
    Duty.objects.create(plan=plan, wording="Drøft natteliv", who="Lokalrådene", due_year=2027)
    stages.discuss(cast, plan, with_corrections=True)
    page = as_user(cast.sekretariat).get(at("corrections", plan)).text
    assert "Teksten er den samme, som kredsrådet drøftede." in page

    Duty.objects.update(who="Sekretariatet")
    [change] = workflow.end_corrections(plan, by=cast.sekretariat).changes
    assert change["what"] == "Listen er rettet"
    assert change["html"] == "<ul><li><del>Lokalrådene</del></li><li><ins>Sekretariatet</ins></li></ul>"


def test_the_record_stays_as_it_was_when_the_text_changes_again(cast, as_user):
    plan = stages.correcting(cast)
    correct(cast, plan)
    workflow.end_corrections(plan, by=cast.sekretariat)
    plan.sections.filter(heading="Kredsrådet").update(body="<p>Noget helt andet.</p>")
    page = as_user(cast.sekretariat).get(at("discussion", plan)).content.decode()
    assert "fem" in page
    assert "Noget helt andet" not in page


def test_without_corrections_the_record_says_so(cast, as_user):
    plan = stages.corrected(cast)
    assert CorrectionsMade.objects.get().changes == []
    assert (
        "Teksten blev ikke rettet" in as_user(cast.sekretariat).get(at("discussion", plan)).content.decode()
    )


def test_an_agreed_plan_can_be_opened_for_them_later(cast, as_user):
    plan = stages.discussed(cast)
    client = as_user(cast.sekretariat)
    assert at("begin-corrections", plan) in client.get(at("discussion", plan)).content.decode()
    client.post(at("begin-corrections", plan))
    assert stages.fresh(plan).state == PlanState.CORRECTING


def test_a_second_pass_for_the_same_meeting_is_refused_with_the_way_on(cast, as_user):
    plan = stages.corrected(cast)
    client = as_user(cast.sekretariat)
    record = client.get(at("discussion", plan)).content.decode()
    assert at("begin-corrections", plan) not in record
    assert at("reopen-plan", plan) in record

    assert "Når du afslutter" not in client.get(at("corrections", plan)).text
    page = client.post(at("begin-corrections", plan), follow=True).content.decode()

    assert "kan kun ske én gang efter et møde" in page
    assert "drøft den på et nyt møde" in page
    assert stages.fresh(plan).state == PlanState.DISCUSSED
    assert CorrectionPass.objects.count() == 1
    first = CorrectionPass.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionPass.objects.create(discussion=first.discussion, text=first.text)


def test_a_new_meeting_may_have_its_own(cast):
    plan = stages.corrected(cast)
    stages.reopen(cast, plan)
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, stages.fresh(plan), with_corrections=True)
    assert stages.fresh(plan).state == PlanState.CORRECTING
    assert CorrectionPass.objects.count() == 2


def test_a_plan_taken_back_meanwhile_has_no_corrections_to_end(cast):
    plan = stages.correcting(cast)
    begun = CorrectionPass.objects.get()
    stages.reopen(cast, plan)
    with pytest.raises(Refused, match="»kladde«"):
        workflow.end_corrections(plan, by=cast.sekretariat)
    text = FrozenText.objects.create(snapshot={}, content_hash="0")
    for late in (
        CorrectionsMade(correction_pass=begun, text=begun.text),
        CorrectionPass(discussion=lapsed(begun.discussion), text=text),
    ):
        with pytest.raises(IntegrityError) as error, transaction.atomic():
            late.save()
        constraint = error.value.__cause__.diag.constraint_name
        assert constraint == "corrections_are_of_a_discussion_that_stands"


def lapsed(discussion):
    """Another one that stands no more."""
    return Discussion.objects.create(
        plan=discussion.plan, meeting=discussion.meeting, stood_until=discussion.recorded_at
    )


def test_a_meeting_is_not_recorded_again_while_they_are_written(cast):
    plan = stages.correcting(cast)
    with pytest.raises(Refused, match="Afslut rettelserne"):
        stages.discuss(cast, plan)
    assert Discussion.objects.count() == 1


def test_what_cannot_be_published_is_not_ended(cast, as_user):
    plan = stages.correcting(cast)
    correct(cast, plan, body="<p>Se 010190-1234.</p>")
    seen = as_user(cast.sekretariat).post(at("corrections", plan))
    assert seen.status_code == 409
    assert "»1. Kredsrådet«: Teksten indeholder noget, der ligner et CPR-nummer" in seen.content.decode()
    assert stages.fresh(plan).state == PlanState.CORRECTING


def test_an_order_from_before_them_does_not_publish_the_uncorrected_text(cast):
    """With signatures off the same discussion stands before and after."""
    plan = stages.discussed_without_signatures(cast)
    order = publication.order_publication(plan, note="", by=cast.sekretariat)
    workflow.begin_corrections(plan, by=cast.sekretariat)
    correct(cast, plan)
    workflow.end_corrections(plan, by=cast.sekretariat)

    publication.publish(order.pk)

    assert Publication.objects.get().state == PublicationState.FAILED
    assert not Edition.objects.exists()
    assert stages.fresh(plan).state == PlanState.DISCUSSED


def test_the_corrected_text_is_what_is_signed(cast):
    plan = stages.correcting(cast)
    correct(cast, plan)
    workflow.end_corrections(plan, by=cast.sekretariat)
    stages.open_round(cast, plan)
    assert "fem gange" in str(stages.standing_round(plan).snapshot)
