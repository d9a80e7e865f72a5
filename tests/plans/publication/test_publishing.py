"""From the secretariat's order to an edition that everybody can read."""

import hashlib
import subprocess

import pytest
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from plans.approval import workflow as approval
from plans.approval.models import Signature, SignatureRound
from plans.approval.signers import signers_on_paper
from plans.document.models import Section
from plans.document.rendering import content_hash
from plans.document.states import PlanState
from plans.publication import workflow
from plans.publication.models import Edition, EditionFile, Passage, Publication, PublicationState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.making import an_edition, section
from tests.plans.approval import stages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("workers")]
PUBLIC = "/midt-og-vestjylland/2027/"


def address(plan):
    return reverse("publish-plan", args=[plan.pk])


def order(cast, plan, note=""):
    return workflow.order_publication(plan, note=note, by=cast.sekretariat)


def publish(cast, plan, note="") -> Edition:
    workflow.publish(order(cast, plan, note).pk)
    return plan.editions.latest("number")


def tasks_for(publication):
    return DBTaskResult.objects.filter(
        task_path__endswith="publish_plan", args_kwargs__args=[publication.pk]
    ).count()


# --- the order -------------------------------------------------------------------------------------


def test_an_order_waits_for_the_worker_and_nothing_is_public(cast, as_user, client):
    plan = stages.signed(cast)
    seen = as_user(cast.sekretariat).post(address(plan), {"note": "  Årets\tplan "})

    assert seen.url == address(plan)
    publication = Publication.objects.get()
    assert (publication.state, publication.note) == (PublicationState.QUEUED, "Årets plan")
    assert tasks_for(publication) == 1
    assert stages.fresh(plan).state == PlanState.SIGNED
    assert client.get(PUBLIC).status_code == 404


def test_what_is_ordered_is_what_was_signed(cast):
    """The same words, with when each name was put under them."""
    plan = stages.signed(cast)
    Section.objects.filter(plan=plan).update(body="<p>Ændret ad bagvejen</p>")
    text = order(cast, plan).snapshot
    round_ = SignatureRound.objects.get()

    rows = text["sections"][0]["data"]["rows"]
    assert [row["signed_at"] for row in rows] == [
        s.given.signed_at.isoformat() for s in Signature.objects.order_by("position")
    ]
    assert text["signed_on"] == timezone.localdate().isoformat()
    assert text["discussed"]["place"] == "Holstebro"
    for row in rows:
        row["signed_at"] = None
    text["sections"][0]["data"]["date"] = text["signed_on"] = None
    assert content_hash(text) == round_.content_hash


def test_paper_signatures_have_a_day_above_the_names_and_no_hour(cast):
    plan = stages.discussed(cast)
    today = timezone.localdate()
    approval.record_paper_signatures(
        plan, place="Viborg", signed_on=today, signers=signers_on_paper(plan, today), by=cast.sekretariat
    )
    data = order(cast, plan).snapshot["sections"][0]["data"]
    assert (data["place"], data["date"]) == ("Viborg", today.isoformat())
    assert {row["signed_at"] for row in data["rows"]} == {None}


def test_without_signatures_the_discussed_text_is_published(cast):
    plan = stages.discussed_without_signatures(cast)
    edition = publish(cast, plan)
    assert edition.snapshot["discussed"]["held_on"] == timezone.localdate().isoformat()
    assert edition.snapshot["signed_on"] is None
    assert stages.fresh(plan).state == PlanState.PUBLISHED


def test_a_number_like_a_cpr_number_stops_the_order(cast, as_user):
    plan = stages.discussed_without_signatures(cast)
    client = as_user(cast.sekretariat)
    page = client.post(address(plan), {"note": "Om 010190-1234"}).content.decode()
    assert "ligner et CPR-nummer" in page
    assert "Om 010190-1234" in page
    section(plan, "Sag 010190-1234")
    assert "ligner et CPR-nummer" in client.post(address(plan), {"note": ""}).content.decode()
    assert not Publication.objects.exists()


def test_one_order_at_a_time(cast, as_user):
    plan = stages.signed(cast)
    client = as_user(cast.sekretariat)
    client.post(address(plan), {"note": ""})
    page = client.post(address(plan), {"note": ""}).content.decode()
    assert "allerede bestilt" in page
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("note", ["", "x" * 301])
def test_a_second_edition_says_what_changed(cast, as_user, note):
    plan = stages.signed(cast)
    an_edition(plan)
    again(cast, plan)
    seen = as_user(cast.sekretariat).post(address(plan), {"note": note})
    assert seen.status_code == 422
    assert note in seen.content.decode()
    with pytest.raises(Refused, match="hvad der er ændret"):
        order(cast, plan)
    assert not Publication.objects.exists()


def again(cast, plan):
    """A new edition: from draft through meeting and signatures."""
    approval.reopen(plan, reason="Nye tal.", by=cast.sekretariat)
    type(plan).objects.update(state=PlanState.CONSULTATION)
    stages.discuss(cast, plan)
    stages.open_round(cast, plan)
    stages.sign_all(plan)


@pytest.mark.parametrize("state", list(PlanState))
def test_only_a_signed_plan_can_be_ordered(cast, as_user, state):
    plan = stages.STAGES[state](cast)
    if state == PlanState.SIGNED:
        order(cast, plan)
        return
    with pytest.raises(Refused, match=f"»{plan.get_state_display()}«"):
        order(cast, plan)
    seen = as_user(cast.sekretariat).get(address(plan))
    assert "Prøv igen" not in seen.content.decode()
    assert ">Offentliggør<" not in seen.content.decode()
    assert not Publication.objects.exists()
    assert stages.fresh(plan).state == state


def test_a_local_plan_has_no_public_page(cast):
    plan = stages.discussed_without_signatures(cast)
    plan.council = cast.lokalraad("Herning")
    plan.save()
    with pytest.raises(Refused, match="Kun kredsens samarbejdsplan"):
        order(cast, plan)


# --- the worker --------------------------------------------------------------------------------------


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
    publish(cast, plan)
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
    publish(cast, plan)
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
    first = publish(cast, plan)
    Section.objects.filter(plan=plan, heading="Kredsrådet").update(
        body="<p>Kredsrådet mødes nu fem gange.</p>"
    )
    again(cast, plan)
    assert "fire gange" in client.get(PUBLIC).content.decode()

    second = publish(cast, plan, "Antallet af møder er rettet.")

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
    approval.reopen(plan, reason="Fejl.", by=cast.sekretariat)

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
    assert publish(cast, plan).snapshot["signed_on"]


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
