"""The PDF that is to be public is held against the rules, however the plan came there."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.approval import workflow as approval
from plans.approval.models import SignatureRound
from plans.approval.signers import signers_on_paper
from plans.document.models import Section
from plans.document.obstacles import Obstacle, Unpublishable
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.checked_print import print_checked
from plans.publication.models import Edition, EditionFile, Passage, Publication, PublicationState, TrialState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.making import section
from tests.plans.approval import stages
from tests.plans.publication.pdf import samples
from tests.plans.publication.stages import sends

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]
BREAKS_A_RULE = '<p>Læs mere<a href="https://politi.dk/"></a>.</p>'  # it prints, as a link that says nothing
SAYS = "14289-1, 7.18.5: et link siger ikke i ord, hvor det fører hen"


@pytest.fixture
def plan(cast):
    """Discussed, with a section that prints but breaks a rule."""
    plan = stages.in_consultation(cast)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(body=BREAKS_A_RULE)
    stages.discuss(cast, plan)
    return stages.fresh(plan)


def on_paper(cast, plan):
    today = timezone.localdate()
    signers = signers_on_paper(plan, today)
    approval.record_paper_signatures(
        plan, place="Viborg", signed_on=today, signers=signers, by=cast.sekretariat
    )


def page(as_user, cast, plan):
    return as_user(cast.sekretariat).get(reverse("publish-plan", args=[plan.pk])).content.decode()


def ordered(cast, plan) -> Publication:
    publication = workflow.order_publication(stages.fresh(plan), note="", by=cast.sekretariat)
    Message.objects.all().delete()
    workflow.publish(publication.pk)
    publication.refresh_from_db()
    return publication


def test_a_pdf_that_breaks_a_rule_is_no_edition(cast, as_user, plan, client):
    """Signed on paper, where nobody has printed it before."""
    on_paper(cast, plan)
    publication = ordered(cast, plan)

    assert publication.state == PublicationState.FAILED
    [told] = publication.told()
    assert told.title == "1. Kredsrådet"
    assert SAYS in told.text
    assert not any(kind.objects.exists() for kind in (Edition, EditionFile, Passage))
    assert stages.fresh(plan).state == PlanState.SIGNED
    assert client.get("/midt-og-vestjylland/2027/").status_code == 404
    assert Event.objects.about(plan).get(verb="publication.failed").internal

    [letter] = Message.objects.all()
    assert letter.address == "sekretariat@example.org"
    assert "»1. Kredsrådet«: PDF'en blev ikke lavet. Den holder ikke en regel" in letter.body
    assert reverse("publish-plan", args=[plan.pk]) in letter.body

    seen = page(as_user, cast, plan)
    assert seen.count("Planen blev ikke offentliggjort") == 1
    assert SAYS in seen
    faulty = plan.sections.get(heading="Kredsrådet")
    assert reverse("edit-section", args=[plan.pk, faulty.pk]) in seen
    assert reverse("reopen-plan", args=[plan.pk]) in seen
    assert "fra referatet</a>" not in seen

    DBTaskResult.objects.update(status="FAILED")
    assert workflow.sweep() == 0, "a fault of the text is not tried again by itself"
    workflow.publish(publication.pk)
    assert Message.objects.count() == 1


def test_without_signatures_the_same_is_told_as_on_trial(cast, as_user, plan):
    sends(as_user(cast.sekretariat), plan)
    trial = plan.trials.get()
    assert trial.state == TrialState.FAILED
    stages.switch_signatures(cast, plan)
    assert ordered(cast, plan).told() == trial.told()
    assert not Edition.objects.exists()


def failed(cast, plan) -> Publication:
    """As the worker leaves it."""
    stages.switch_signatures(cast, plan)
    publication = workflow.order_publication(stages.fresh(plan), note="Min note", by=cast.sekretariat)
    publication.state, publication.failure = PublicationState.FAILED, "»1. Kredsrådet«: En fejl."
    publication.tell(
        [Obstacle("En fejl.", "1. Kredsrådet", str(plan.sections.get(heading="Kredsrådet").lineage))]
    )
    publication.save()
    return publication


def test_a_fault_is_told_until_the_text_is_another(cast, as_user, plan):
    failed(cast, plan)
    assert "En fejl." in page(as_user, cast, plan)
    stages.reopen(cast, plan)
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, stages.fresh(plan))
    seen = page(as_user, cast, plan)
    assert "Planen blev ikke offentliggjort" not in seen
    assert "En fejl." not in seen
    assert 'value="Min note"' in seen


def test_while_the_meeting_may_correct_the_page_leads_to_its_record(cast, as_user, plan):
    failed(cast, plan)
    way = f'href="{reverse("discussion", args=[plan.pk])}">fra referatet</a>'
    assert way in page(as_user, cast, plan)
    approval.begin_corrections(stages.fresh(plan), by=cast.sekretariat)
    approval.end_corrections(stages.fresh(plan), by=cast.sekretariat)
    standing = plan.discussions.get()
    plan.discussions.create(meeting=standing.meeting, stood_until=standing.recorded_at)
    failed(cast, plan)
    seen = page(as_user, cast, plan)
    assert "En fejl." in seen
    assert way not in seen


def test_sections_that_print_alone_but_not_together_are_not_named():
    """Two places of one name: neither section is to blame for the other."""
    text = samples.snapshot(
        [
            samples.section(number, f"Kapitel {number}", 0, "chapter", body='<p id="her">Ord.</p>')
            for number in "12"
        ]
    )
    with pytest.raises(Unpublishable) as raised:
        print_checked(text, edition=1, published_on=timezone.localdate())
    [told] = raised.value.obstacles
    assert (told.title, told.lineage) == ("", "")
    assert "ikke kan trykkes" in told.text


def test_what_the_words_tell_is_said_at_once_with_its_section(cast, as_user):
    plan = stages.discussed_without_signatures(cast)
    placed = section(plan, "Noter", '<p><a href="#_ftn1">[1]</a></p>')
    address = reverse("publish-plan", args=[plan.pk])
    seen = as_user(cast.sekretariat).post(address, {"note": "Min note"})
    assert seen.status_code == 409
    assert "Linket »[1]« fører ikke" in seen.content.decode()
    assert reverse("edit-section", args=[plan.pk, placed.pk]) in seen.content.decode()
    assert 'value="Min note"' in seen.content.decode()
    assert not Publication.objects.exists()


def test_signing_on_paper_says_that_the_plan_was_not_tried(cast, as_user, plan):
    address = reverse("record-paper-signatures", args=[plan.pk])
    client = as_user(cast.sekretariat)
    seen = client.get(address).content.decode()
    assert "Planen bliver ikke prøvetrykt her" in seen
    assert f'href="{reverse("draft-pdf", args=[plan.pk])}"' in seen

    placed = section(plan, "Noter", "<p>Se 010190-1234.</p>")
    today = timezone.localdate()
    typed = {"place": "Viborg", "signed_on": f"{today:%d-%m-%Y}", "listed_on": today.isoformat()}
    signers = [signer.key for signer in signers_on_paper(plan, today)]
    seen = client.post(address, typed | {"signers": signers}).content.decode()
    assert "Underskrifterne er ikke registreret" in seen
    assert reverse("edit-section", args=[plan.pk, placed.pk]) in seen
    assert 'value="Viborg"' in seen
    assert not SignatureRound.objects.exists()
