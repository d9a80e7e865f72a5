"""Files go with the draft of an answer, and are handed in with its words."""

from django.db import transaction

from councils.models import Council
from plans.duties.models import Duty
from plans.follow_up.models import AnswerAttachment, AnswerSubmission, DutyAnswer, SubmittedAttachment
from samarbejde.accounts.models import User
from samarbejde.attachments.receiving import Received
from samarbejde.attachments.workflow import attach
from samarbejde.histories import with_editor
from samarbejde.transitions import lock


@transaction.atomic
def attach_to_answer(duty: Duty, council: Council, sent: Received, *, by: User) -> AnswerAttachment:
    """Where nothing is written yet, the draft begins with it."""
    lock(duty, gone="Opgaven er slettet af en anden.")
    answer = DutyAnswer.objects.select_for_update().filter(duty=duty, council=council).first()
    if answer is None:
        answer = DutyAnswer(duty=duty, council=council)
        with_editor(by, answer).save()
    attachment: AnswerAttachment = attach(answer.attachments, sent, by=by)
    return attachment


@transaction.atomic
def remove_attachment(attachment: AnswerAttachment) -> None:
    """From the draft: what was handed in with it stays."""
    lock(attachment.answer)
    lock(attachment, gone="Bilaget er fjernet af en anden.").delete()


def files_of(thing: DutyAnswer | AnswerSubmission) -> set[tuple[str, str]]:
    """What tells whether the same is handed in twice."""
    return set(thing.attachments.values_list("file", "name"))


def hand_in_files(answer: DutyAnswer, submission: AnswerSubmission) -> None:
    SubmittedAttachment.objects.bulk_create(
        SubmittedAttachment(
            submission=submission,
            file=one.file,
            name=one.name,
            added_by=one.added_by,
            added_at=one.added_at,
        )
        for one in answer.attachments.all()
    )
