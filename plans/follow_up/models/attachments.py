"""Files that go with an answer: with its draft, and with what was handed in."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from plans.follow_up.models.answers import AnswerSubmission, DutyAnswer
from samarbejde.attachments.models import Attachment, AttachmentManager
from samarbejde.ledger.models import AppendOnly


class AnswerAttachment(Attachment):
    """Of the draft: for those of the body alone."""

    answer = models.ForeignKey(
        DutyAnswer, models.CASCADE, related_name="attachments", verbose_name="svar på opgaven"
    )

    objects = AttachmentManager["AnswerAttachment"]()

    class Meta(Attachment.Meta):
        verbose_name = "bilag til et svar"
        verbose_name_plural = "bilag til svar"
        constraints = [
            models.UniqueConstraint(fields=["answer", "file"], name="an_answer_has_a_file_once"),
            models.UniqueConstraint(fields=["answer", "name"], name="an_answers_attachments_differ_by_name"),
            models.CheckConstraint(condition=~Q(name=""), name="an_answers_attachment_has_a_name"),
        ]

    @property
    def address(self) -> str:
        return reverse("answer-attachment", args=[self.answer.duty_id, self.answer.council_id, self.pk])

    @property
    def removal_address(self) -> str:
        return reverse(
            "remove-answer-attachment", args=[self.answer.duty_id, self.answer.council_id, self.pk]
        )


class SubmittedAttachment(Attachment, AppendOnly):
    """As it was handed in: the key of its file is the checksum of its bytes."""

    submission = models.ForeignKey(
        AnswerSubmission, models.PROTECT, related_name="attachments", verbose_name="indsendt svar"
    )

    objects = AttachmentManager["SubmittedAttachment"]()

    class Meta(Attachment.Meta):
        verbose_name = "bilag til et indsendt svar"
        verbose_name_plural = "bilag til indsendte svar"
        constraints = [
            models.UniqueConstraint(fields=["submission", "file"], name="a_submission_has_a_file_once"),
            models.CheckConstraint(condition=~Q(name=""), name="a_submitted_attachment_has_a_name"),
        ]

    @property
    def address(self) -> str:
        answer = self.submission.answer
        return reverse("submitted-attachment", args=[answer.duty_id, answer.council_id, self.pk])
