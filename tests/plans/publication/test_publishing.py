"""From an order to an edition that everybody can read."""

import hashlib
import subprocess

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.approval import workflow as approval
from plans.document.models import Section
from plans.document.snapshot import content_hash
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import Edition, EditionFile, Passage, Publication, PublicationState
from plans.publication.workflow.publishing import TAKEN_BACK
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.making import section
from tests.plans.approval import stages
from tests.plans.publication.stages import PUBLIC, address, again, order, published, tasks_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]


def test_the_edition_is_public_with_its_pdf(cast, as_user, client):
    plan = stages.signed(cast)
    Message.objects.all().delete()
    formand = cast.formand_herning
    publication = order(cast, plan, "Årets plan")

    workflow.publish(publication.pk)

    publication.refresh_from_db()
    edition = Edition.objects.get()
    assert publication.state == PublicationState.DONE
    assert stages.fresh(plan).state == PlanState.PUBLISHED
    assert (edition.number, edition.note, edition.published_by) == (1, "Årets plan", cast.sekretariat)
    assert edition.snapshot == publication.snapshot
    assert edition.content_hash == content_hash(edition.snapshot)
    pdf = bytes(EditionFile.objects.get().content)
    assert pdf.startswith(b"%PDF-")
    assert edition.pdf_sha256 == hashlib.sha256(pdf).hexdigest()
    page = client.get(PUBLIC).content.decode()
    assert "Kredsrådet mødes fire gange." in page
    assert edition.content_hash in page
    assert client.get(f"{PUBLIC}plan.pdf").content == pdf
    letters = {m.address: m for m in Message.objects.all()}
    assert {formand.email, "direktoer@example.org", "borgmester.skive@example.org"} < set(letters)
    assert len(letters) == 14
    assert f"http://localhost:8000{PUBLIC}" in letters[formand.email].body
    assert Event.objects.about(plan).get(verb="plan.published").actor == cast.sekretariat


def test_the_pdf_says_what_the_page_says(cast, tmp_path):
    plan = stages.signed(cast)
    published(cast, plan)
    file = tmp_path / "plan.pdf"
    file.write_bytes(bytes(EditionFile.objects.get().content))
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    words = " ".join(text.stdout.split())
    assert "Samarbejdsplan 2027" in words
    assert "1. udgave, offentliggjort den" in words
    assert "Borgmesteren i Ringkøbing-Skjern" in words
    assert "Drøftet i kredsrådet den" in words
    assert "Kredsrådet mødes fire gange." in words


def test_search_finds_what_was_published(cast, client):
    plan = stages.signed(cast)
    assert "Staben samles" not in client.get("/soeg/?q=staben").content.decode()
    published(cast, plan)
    assert "Staben" in client.get("/soeg/?q=staben").content.decode()
    youth = Passage.objects.get(title__endswith="Lokale indsatsområder")
    assert "Trivsel for unge" in youth.text
    first = Passage.objects.get(position=1)
    assert "Borgmester i Herning Kommune" in first.text
    assert timezone.localdate().isoformat() not in first.text


def test_run_twice_is_one_edition(cast):
    plan = stages.signed(cast)
    publication = order(cast, plan)
    workflow.publish(publication.pk)
    letters = Message.objects.count()
    workflow.publish(publication.pk)
    workflow.publish(0)
    assert Edition.objects.count() == 1
    assert Message.objects.count() == letters


def test_a_second_edition_stands_beside_the_first(cast, client):
    plan = stages.signed(cast)
    first = published(cast, plan)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(
        body="<p>Kredsrådet mødes nu fem gange.</p>"
    )
    again(cast, plan)
    assert "fire gange" in client.get(PUBLIC).content.decode()

    second = published(cast, plan, note="Antallet af møder er rettet.")

    assert (first.number, second.number) == (1, 2)
    page = client.get(PUBLIC).content.decode()
    assert "nu fem gange" in page
    assert "Antallet af møder er rettet." in page
    assert "fire gange" in client.get(f"{PUBLIC}udgave/1/").content.decode()
    assert Message.objects.filter(subject="Samarbejdsplan 2027 er kommet i en ny udgave").exists()


def test_a_plan_that_cannot_be_printed_is_said_in_words_and_tried_again(cast, as_user, client):
    """No font of ours has this sign, so the PDF is refused."""
    plan = stages.discussed_without_signatures(cast)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(body="<p>Møde 𓀀 gange</p>")
    publication = order(cast, plan, "Min note")
    Message.objects.all().delete()

    workflow.publish(publication.pk)

    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED
    assert "skrifttype" in publication.failure
    assert stages.fresh(plan).state == PlanState.DISCUSSED
    assert not Edition.objects.exists()
    assert client.get(PUBLIC).status_code == 404
    assert Message.objects.get().address == "sekretariat@example.org"
    assert Event.objects.about(plan).get(verb="publication.failed").internal
    secretariat = as_user(cast.sekretariat)
    page = secretariat.get(address(plan)).content.decode()
    assert "Planen blev ikke offentliggjort" in page
    assert "𓀀" in page
    assert 'value="Min note"' in page
    assert "Prøv igen" in page

    Section.objects.filter(plan=plan, heading="Kredsrådet").update(body="<p>Møde fire gange</p>")
    secretariat.post(address(plan), {"note": "Min note"})
    workflow.publish(Publication.objects.first().pk)
    assert Edition.objects.get().number == 1


def test_a_fault_in_the_portal_is_said_to_the_secretariat_and_to_the_log(cast):
    plan = stages.signed(cast)
    publication = order(cast, plan)
    publication.snapshot["discussed"]["held_on"] = "ingen dag"
    publication.save()

    with pytest.raises(ValueError, match="ingen dag"):
        workflow.publish(publication.pk)

    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED
    assert "en fejl i portalen" in publication.failure
    assert not Edition.objects.exists()


def test_a_plan_taken_back_meanwhile_is_not_published(cast, client):
    plan = stages.signed(cast)
    publication = order(cast, plan)
    stages.reopen(cast, plan, "Fejl.")

    workflow.publish(publication.pk)

    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED
    assert "taget tilbage eller ændret" in publication.failure
    assert client.get(PUBLIC).status_code == 404


def test_an_old_order_does_not_publish_a_text_signed_anew(cast):
    plan = stages.signed(cast)
    publication = order(cast, plan)
    again(cast, plan)
    workflow.publish(publication.pk)
    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED
    assert not Edition.objects.exists()


def test_an_old_order_does_not_publish_a_text_discussed_anew(cast, client):
    """Signatures are off, so that nothing but the discussion tells the two texts apart."""
    plan = stages.discussed_without_signatures(cast)
    publication = order(cast, plan)
    stages.reopen(cast, plan)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(body="<p>Fem gange.</p>")
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, stages.fresh(plan))

    workflow.publish(publication.pk)

    publication.refresh_from_db()
    assert (publication.state, publication.failure) == (PublicationState.FAILED, TAKEN_BACK)
    assert not Edition.objects.exists()
    assert client.get(PUBLIC).status_code == 404
    assert stages.fresh(plan).state == PlanState.DISCUSSED
    assert "Fem gange." in str(published(cast, plan).snapshot)


def test_an_order_without_signatures_falls_when_they_are_asked_for_after_all(cast):
    plan = stages.discussed_without_signatures(cast)
    publication = order(cast, plan)
    approval.switch_signatures(plan, required=True, by=cast.sekretariat)
    stages.open_round(cast, plan)
    stages.sign_all(plan)
    workflow.publish(publication.pk)
    publication.refresh_from_db()
    assert publication.state == PublicationState.FAILED
    assert stages.fresh(plan).state == PlanState.SIGNED
    assert published(cast, plan).snapshot["signed_on"]


def test_the_sweep_finds_what_a_killed_worker_left(cast):
    plan = stages.signed(cast)
    publication = order(cast, plan)
    assert workflow.sweep() == 0  # its task stands in the queue
    DBTaskResult.objects.update(status="FAILED")
    assert workflow.sweep() == 1
    assert tasks_for(publication) == 2
    workflow.publish(publication.pk)
    assert workflow.sweep() == 0


# --- the pages ----------------------------------------------------------------------------------------


def test_the_page_leads_from_order_to_edition(cast, as_user):
    plan = stages.signed(cast)
    client = as_user(cast.sekretariat)
    page = client.get(address(plan))
    assert "Refresh" not in page
    assert reverse("text-to-sign", args=[plan.pk]) in page.content.decode()
    assert reverse("draft-pdf", args=[plan.pk]) in page.content.decode()

    waiting = client.post(address(plan), {"note": ""}, follow=True)
    assert waiting["Refresh"] == "3"
    assert "PDF'en bliver lavet" in waiting.content.decode().replace("&#x27;", "'")

    workflow.publish(Publication.objects.get().pk)
    done = client.get(address(plan))
    assert "Refresh" not in done
    page = done.content.decode()
    edition = Edition.objects.get()
    assert "Planen er offentliggjort" in page
    assert f'href="{PUBLIC}plan.pdf"' in page
    assert edition.content_hash in page
    assert edition.pdf_sha256 in page


@pytest.mark.parametrize("name", ["publish-plan", "draft-pdf"])
def test_who_may_not(cast, as_user, client, name):
    plan = stages.signed(cast)
    address = reverse(name, args=[plan.pk])
    assert client.get(address).url.startswith(reverse("account_login"))
    for role in ("sekretariat i en anden kreds", "administrator"):
        assert as_user(cast.roles[role]).get(address).status_code == 404, role
    if name == "publish-plan":
        for role in ("politidirektør", "borgmester", "stedfortræder", "formand", "medlem", "kontaktudvalg"):
            assert as_user(cast.roles[role]).post(address, {"note": ""}).status_code == 403, role
    assert not Publication.objects.exists()


def test_members_read_the_draft_as_a_pdf(cast, as_user, tmp_path):
    plan = stages.draft(cast)
    seen = as_user(cast.medlem_herning).get(reverse("draft-pdf", args=[plan.pk]))
    assert seen["Content-Type"] == "application/pdf"
    assert seen["Content-Disposition"] == 'inline; filename="udkast-midt-og-vestjylland-2027.pdf"'
    assert "no-store" in seen["Cache-Control"]
    file = tmp_path / "udkast.pdf"
    file.write_bytes(seen.content)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    assert "Udkast" in text.stdout
    assert "udgave" not in text.stdout


def test_a_discussed_plan_says_so_in_its_draft(cast, as_user, tmp_path):
    plan = stages.discussed(cast)
    file = tmp_path / "udkast.pdf"
    file.write_bytes(as_user(cast.direktoer).get(reverse("draft-pdf", args=[plan.pk])).content)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    assert "Drøftet i kredsrådet den" in text.stdout
    assert "Udkast" in text.stdout


def test_a_draft_that_cannot_be_printed_leads_back_in_words(cast, as_user):
    plan = stages.draft(cast)
    section(plan, "Nyt", "<p>𓀀</p>")
    seen = as_user(cast.sekretariat).get(reverse("draft-pdf", args=[plan.pk]), follow=True)
    assert seen.redirect_chain[0][0] == reverse("plan", args=[plan.pk])
    assert "skrifttype" in seen.content.decode()
