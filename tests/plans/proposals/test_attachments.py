"""A proposal has files: its lokalråd's own until it is handed in, and then kept as they were."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from plans.proposals import workflow
from plans.proposals.models import HandedInAttachment, Submission
from samarbejde.attachments.models import StoredFile
from samarbejde.transitions import Refused
from tests.attachments import files
from tests.plans.proposals import stages
from tests.plans.proposals.stages import edit_page, page, typed


def at(proposal):
    return reverse("proposal-attachments", args=[proposal.pk])


def upload(content=None, name="ture.pdf"):
    return {"file": SimpleUploadedFile(name, files.pdf(words="Ture") if content is None else content)}


def handed_in(cast):
    proposal = stages.drafted(cast)
    stages.attached(cast, proposal)
    stages.submit(proposal, by=cast.formand_herning)
    return stages.fresh(proposal), HandedInAttachment.objects.get()


def test_what_was_written_is_kept_on_the_way_to_the_files(cast, as_user):
    proposal = stages.drafted(cast)
    member = as_user(cast.medlem_herning)
    sent = member.post(edit_page(proposal), typed(version=1, title="Ny titel", attach="1"))
    assert sent.url == at(proposal)
    assert stages.fresh(proposal).title == "Ny titel"
    told = member.post(at(proposal), upload(), follow=True).text
    assert "»ture.pdf« er vedlagt forslaget." in told
    added = proposal.attachments.get()
    assert added.added_by == cast.medlem_herning
    assert added.address in member.get(page(proposal)).text
    assert added.address in member.get(edit_page(proposal)).text


def test_a_file_that_is_not_what_it_says_is_refused(cast, as_user):
    proposal = stages.drafted(cast)
    refused = as_user(cast.formand_herning).post(at(proposal), upload(b"MZ", "ture.docx"))
    assert refused.status_code == 422
    assert "men indholdet er noget andet" in refused.text
    assert not StoredFile.objects.exists()


def test_nobody_else_sees_the_files_of_a_draft(cast, as_user):
    added = stages.attached(cast, stages.drafted(cast))
    for other, status in ((cast.medlem_herning, 200), (cast.sekretariat, 404), (cast.formand_viborg, 404)):
        assert as_user(other).get(added.address).status_code == status


def test_what_is_handed_in_is_read_by_the_secretariat_as_a_file(cast, as_user):
    proposal, kept = handed_in(cast)
    for reader in (cast.sekretariat, cast.formand_herning, cast.medlem_herning):
        got = as_user(reader).get(kept.address)
        assert (got.status_code, got.content) == (200, files.pdf(words="Ture"))
        assert got["Content-Disposition"] == 'attachment; filename="ture.pdf"'
        assert "sandbox" in got["Content-Security-Policy"]
    assert as_user(cast.formand_viborg).get(kept.address).status_code == 404
    assert kept.address in as_user(cast.sekretariat).get(page(proposal)).text


def test_each_version_keeps_its_own(cast, as_user):
    """Another file is a new version, though the words are the same; the secretariat reads it once sent."""
    proposal, kept = handed_in(cast)
    chair, secretary = as_user(cast.formand_herning), as_user(cast.sekretariat)
    chair.post(proposal.attachments.get().removal_address)
    chair.post(at(proposal), upload(files.pdf(words="Nyt"), "nyt.pdf"))
    assert "nyt.pdf" not in secretary.get(page(proposal)).text
    assert "I har rettelser, der ikke er indsendt." in chair.get(page(proposal)).text
    chair.post(reverse("submit-proposal", args=[proposal.pk]))
    first, second = Submission.objects.order_by("number")
    assert [one.name for one in first.attachments.all()] == ["ture.pdf"]
    assert [one.name for one in second.attachments.all()] == ["nyt.pdf"]
    shown = secretary.get(page(proposal)).text
    assert "nyt.pdf" in shown
    assert kept.address in shown
    assert secretary.get(kept.address).content == files.pdf(words="Ture")
    with pytest.raises(DatabaseError), transaction.atomic():
        HandedInAttachment.objects.update(name="andet.pdf")


def test_the_same_words_and_files_are_not_handed_in_twice(cast):
    proposal, _ = handed_in(cast)
    with pytest.raises(Refused, match="allerede indsendt"):
        stages.submit(proposal, by=cast.formand_herning)


def test_the_files_of_what_is_decided_lie_fast(cast, as_user):
    proposal, _ = handed_in(cast)
    mine = proposal.attachments.get()
    stages.reject(proposal, by=cast.sekretariat)
    with pytest.raises(Refused, match="kan ikke ændres nu"):
        workflow.remove_attachment(mine)
    assert "Vedlæg filen" not in as_user(cast.formand_herning).get(at(proposal)).text


def test_they_go_with_it_to_next_years_round(cast, as_user):
    proposal, _ = handed_in(cast)
    later = stages.a_round(cast, stages.a_plan(cast.kredsraad(), proposal.round.plan.year + 1))
    stages.postpone(proposal, by=cast.sekretariat)
    moved = later.proposals.get()
    assert [one.name for one in moved.latest.attachments.all()] == ["ture.pdf"]
    assert [one.name for one in moved.attachments.all()] == ["ture.pdf"]
