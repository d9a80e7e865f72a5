from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from plans.follow_up import workflow as follow_up
from plans.follow_up.models import DutyAnswer, SubmittedAttachment
from tests.attachments import files
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import NOT_MINE, Row, secretariat
from tests.plans.follow_up import stages


def answered(cast: Cast) -> dict[str, Any]:
    answer = stages.submitted(cast)
    return {"pk": answer.duty_id, "council_pk": answer.council_id}


def unanswered(cast: Cast) -> dict[str, Any]:
    duty = stages.published(cast).duties.get()
    return {"pk": duty.pk, "council_pk": stages.herning(cast).pk}


def a_file(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("budget.pdf", files.pdf())}


def with_a_file(cast: Cast) -> dict[str, Any]:
    added = stages.attached(cast, stages.drafted(cast))
    return named(added.answer) | {"attachment_pk": added.pk}


def with_a_file_handed_in(cast: Cast) -> dict[str, Any]:
    answer = stages.drafted(cast)
    stages.attached(cast, answer)
    follow_up.submit_answer(answer, by=cast.formand_herning)
    return named(answer) | {"attachment_pk": SubmittedAttachment.objects.get().pk}


def named(answer: DutyAnswer) -> dict[str, Any]:
    return {"pk": answer.duty_id, "council_pk": answer.council_id}


def an_answer(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"progress": "in_place", "text": "Alle skoler har et navn.", "figures": "", "version": ""}


def read(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"seen": 1, "question": ""}


def published(cast: Cast) -> dict[str, Any]:
    return {"pk": stages.published(cast).pk}


def quarter(cast: Cast) -> dict[str, Any]:
    answer = stages.submitted(cast)
    return {"pk": answer.duty.plan_id, "quarter": answer.duty.due_quarter}


def a_topic(cast: Cast) -> dict[str, Any]:
    plan = stages.published(cast)
    return {"pk": plan.pk, "lineage": plan.focus_areas.get().lineage}


KREDSRAAD_READS = f"sekretariat=200 direktør=200 borgmester=200 stedfortræder=200 begge=200 *=403 {NOT_MINE}"

ROWS = {
    "duty-board": Row(secretariat("200"), make=published),
    "duties-sheet": Row(secretariat("200"), make=lambda cast: published(cast) | {"ending": "csv"}),
    "answer-duty": Row(
        "sekretariat=200 formand=200 næstformand=200 medlem=200 begge=200 *=404",
        f"formand=302 næstformand=302 medlem=302 begge=302 sekretariat=403 *=404 {TYPED_IS_SENT_BACK}",
        unanswered,
        an_answer,
    ),
    "answer-attachments": Row(
        "formand=200 næstformand=200 medlem=200 begge=200 sekretariat=403 *=404",
        "formand=302 næstformand=302 medlem=302 begge=302 sekretariat=403 *=404",
        unanswered,
        a_file,
    ),
    "answer-attachment": Row("formand=200 næstformand=200 medlem=200 begge=200 *=404", make=with_a_file),
    "remove-answer-attachment": Row(
        "formand=200 næstformand=200 medlem=200 begge=200 *=404",
        "formand=302 næstformand=302 medlem=302 begge=302 *=404",
        with_a_file,
    ),
    "submitted-attachment": Row(
        "sekretariat=200 direktør=200 borgmester=200 stedfortræder=200 begge=200 "
        "formand=200 næstformand=200 medlem=200 *=404",
        make=with_a_file_handed_in,
    ),
    "review-answer": Row(
        "sekretariat=200 begge=200 formand=403 næstformand=403 medlem=403 *=404",
        f"sekretariat=302 begge=302 formand=403 næstformand=403 medlem=403 *=404 {TYPED_IS_SENT_BACK}",
        answered,
        read,
    ),
    "topic-statuses": Row(KREDSRAAD_READS, make=published),
    "topic-history": Row(KREDSRAAD_READS, make=a_topic),
    "meeting-paper": Row(KREDSRAAD_READS, make=quarter),
    "meeting-paper-pdf": Row(KREDSRAAD_READS, make=quarter),
}
