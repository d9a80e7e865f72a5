"""An answer has files: the body's own until it is handed in, and then kept as they were."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.follow_up import workflow
from plans.follow_up.models import AnswerSubmission, DutyAnswer, SubmittedAttachment
from plans.follow_up.paper import quarter_paper
from plans.publication.drafts import note_pdf
from plans.publication.pdf.checking import findings
from samarbejde.attachments.models import StoredFile
from samarbejde.attachments.receiving import received
from samarbejde.transitions import Refused
from tests.attachments import files
from tests.database import behind_the_back
from tests.plans.follow_up import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(cast) -> DutyAnswer:
    return stages.drafted(cast)


def at(name: str, answer: DutyAnswer) -> str:
    return reverse(name, args=[answer.duty_id, answer.council_id])


def upload(content: bytes | None = None, name: str = "skoler.pdf") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, files.pdf() if content is None else content)}


def handed_in(cast, answer: DutyAnswer) -> SubmittedAttachment:
    stages.attached(cast, answer)
    workflow.submit_answer(answer, by=cast.formand_herning)
    return SubmittedAttachment.objects.get()


def test_what_was_written_is_kept_on_the_way_to_the_files(cast, as_user):
    duty = stages.published(cast).duties.get()
    address = reverse("answer-duty", args=[duty.pk, stages.herning(cast).pk])
    typed = {"progress": "under_way", "text": "Vi er begyndt.", "figures": "", "version": "", "attach": "1"}
    sent = as_user(cast.formand_herning).post(address, typed)
    answer = DutyAnswer.objects.get()
    assert sent.url == at("answer-attachments", answer)
    assert (answer.text, answer.state) == ("Vi er begyndt.", "draft")


def test_a_file_can_be_the_first_of_an_answer(cast, as_user):
    duty = stages.published(cast).duties.get()
    address = reverse("answer-attachments", args=[duty.pk, stages.herning(cast).pk])
    told = as_user(cast.medlem_herning).post(address, upload(), follow=True).text
    assert "»skoler.pdf« er vedlagt kladden." in told
    [answer] = DutyAnswer.objects.all()
    [added] = answer.attachments.all()
    assert (answer.state, added.added_by, added.file.size) == ("draft", cast.medlem_herning, len(files.pdf()))


def test_a_file_that_is_refused_costs_nothing_that_was_written(cast, as_user, answer):
    writer = as_user(cast.formand_herning)
    refused = writer.post(at("answer-attachments", answer), upload(b"MZ", "skoler.docx"))
    assert refused.status_code == 422
    assert "men indholdet er noget andet" in refused.text
    assert stages.WORDS.text in writer.get(at("answer-duty", answer)).text
    assert not StoredFile.objects.exists()


def test_nobody_else_sees_the_files_of_a_draft(cast, as_user, answer):
    added = stages.attached(cast, answer)
    for other, status in ((cast.medlem_herning, 200), (cast.sekretariat, 404), (cast.formand_viborg, 404)):
        assert as_user(other).get(added.address).status_code == status
    shown = as_user(cast.sekretariat).get(at("answer-duty", answer)).text
    assert "skoler.pdf" not in shown
    assert "skoler.pdf" in as_user(cast.medlem_herning).get(at("answer-duty", answer)).text


def test_what_is_handed_in_is_read_by_secretariat_and_kredsraad(cast, as_user, answer):
    kept = handed_in(cast, answer)
    for reader in (cast.sekretariat, cast.direktoer, cast.borgmester("Skive"), cast.medlem_herning):
        got = as_user(reader).get(kept.address)
        assert (got.status_code, got.content) == (200, files.pdf(words="Skoler"))
        assert got["Content-Disposition"] == 'attachment; filename="skoler.pdf"'
    assert as_user(cast.formand_viborg).get(kept.address).status_code == 404
    for name in ("answer-duty", "review-answer"):
        assert kept.address in as_user(cast.sekretariat).get(at(name, answer)).text


def test_the_kredsraad_reads_the_newest_that_was_handed_in_and_no_earlier(cast, as_user, answer):
    kept = handed_in(cast, answer)
    stages.attached(cast, answer, "mere.pdf", "Mere")
    workflow.submit_answer(answer, by=cast.formand_herning)
    newer = SubmittedAttachment.objects.get(name="mere.pdf")
    for reader, earlier in (
        (cast.direktoer, 404),
        (cast.borgmester("Skive"), 404),
        (cast.medlem_herning, 200),
    ):
        client = as_user(reader)
        assert [client.get(one.address).status_code for one in (kept, newer)] == [earlier, 200]
    secretary = as_user(cast.sekretariat)
    assert [secretary.get(one.address).status_code for one in (kept, newer)] == [200, 200]


def test_what_is_handed_in_stays_when_the_draft_changes(cast, as_user, answer):
    kept = handed_in(cast, answer)
    [mine] = answer.attachments.all()
    as_user(cast.formand_herning).post(mine.removal_address)
    assert not answer.attachments.exists()
    assert as_user(cast.sekretariat).get(kept.address).content == files.pdf(words="Skoler")
    with pytest.raises(DatabaseError), transaction.atomic():
        SubmittedAttachment.objects.update(name="andet.pdf")


def test_the_bytes_of_what_is_handed_in_cannot_be_others(cast, answer):
    kept = handed_in(cast, answer)
    with pytest.raises(DatabaseError), transaction.atomic(), behind_the_back():
        StoredFile.objects.filter(pk=kept.file_id).update(content=b"andet", size=5)


def test_the_same_files_twice_are_handed_in_once_and_others_again(cast, answer):
    handed_in(cast, answer)
    workflow.submit_answer(answer, by=cast.formand_herning)
    assert AnswerSubmission.objects.count() == 1
    stages.attached(cast, answer, "mere.pdf", "Mere")
    workflow.submit_answer(answer, by=cast.formand_herning)
    newest = AnswerSubmission.objects.latest("number")
    assert {one.name for one in newest.attachments.all()} == {"skoler.pdf", "mere.pdf"}
    assert newest.number == 2


def test_the_same_file_twice_is_refused(cast, answer):
    stages.attached(cast, answer)
    with pytest.raises(Refused, match="vedlagt i forvejen"):
        stages.attached(cast, answer, "igen.pdf")


def test_a_file_is_of_its_answer_and_no_other(cast, as_user, answer):
    kept = handed_in(cast, answer)
    other = reverse("submitted-attachment", args=[answer.duty_id, cast.lokalraad("Viborg").pk, kept.pk])
    assert as_user(cast.sekretariat).get(other).status_code == 404


def test_the_paper_of_the_quarter_names_them_and_leads_to_them(cast, answer):
    kept = handed_in(cast, answer)
    text = quarter_paper(answer.duty.plan, answer.duty.due_quarter)
    assert f'{kept.address}">skoler.pdf</a>' in text["sections"][1]["body"]
    paper = note_pdf(text)
    assert findings(paper) == []
    assert received("papir.pdf", paper).content == paper, "it may go with an agenda"


def test_three_answers_with_files_take_no_more_queries_than_one(cast):
    plan = stages.published(cast, number=3)
    quarter_paper(plan, 1)  # what is looked up once only
    counted = []
    for duty in plan.duties.all():
        answer = workflow.write_answer(
            duty, stages.herning(cast), stages.WORDS, version=0, by=cast.formand_herning
        )
        stages.attached(cast, answer, f"{duty.pk}.pdf", str(duty.pk))
        workflow.submit_answer(answer, by=cast.formand_herning)
        with CaptureQueriesContext(connection) as captured:
            text = quarter_paper(plan, duty.due_quarter)
        assert f"{duty.pk}.pdf" in str(text)
        counted.append(len(captured))
    assert counted[0] == counted[1] == counted[2]
