"""Files that go with a proposal: with the working copy, and with what was handed in."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from plans.proposals.models.proposals import Proposal, Submission
from samarbejde.attachments.models import Attachment, AttachmentManager
from samarbejde.ledger.models import AppendOnly


class ProposalAttachment(Attachment):
    """Of the working copy: for its lokalråd alone."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="attachments", verbose_name="forslag")

    objects = AttachmentManager["ProposalAttachment"]()

    class Meta(Attachment.Meta):
        verbose_name = "bilag til et forslag"
        verbose_name_plural = "bilag til forslag"
        constraints = [
            models.UniqueConstraint(fields=["proposal", "file"], name="a_proposal_has_a_file_once"),
            models.UniqueConstraint(
                fields=["proposal", "name"], name="a_proposals_attachments_differ_by_name"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_proposals_attachment_has_a_name"),
        ]

    @property
    def address(self) -> str:
        return reverse("proposal-attachment", args=[self.proposal_id, self.pk])

    @property
    def removal_address(self) -> str:
        return reverse("remove-proposal-attachment", args=[self.proposal_id, self.pk])


class HandedInAttachment(Attachment, AppendOnly):
    """As it was handed in: the key of its file is the checksum of its bytes."""

    submission = models.ForeignKey(
        Submission, models.PROTECT, related_name="attachments", verbose_name="indsendt udgave"
    )

    objects = AttachmentManager["HandedInAttachment"]()

    class Meta(Attachment.Meta):
        verbose_name = "bilag til et indsendt forslag"
        verbose_name_plural = "bilag til indsendte forslag"
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "file"], name="a_version_handed_in_has_a_file_once"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_handed_in_attachment_has_a_name"),
        ]

    @property
    def address(self) -> str:
        return reverse("handed-in-attachment", args=[self.submission.proposal_id, self.pk])


def files_of(thing: Proposal | Submission) -> set[tuple[str, str]]:
    """What tells whether the same is handed in twice."""
    return {(one.file_id, one.name) for one in thing.attachments.all()}


def has_unsent(proposal: Proposal) -> bool:
    """Its lokalråd wrote or attached something after the last submission and has not handed it in."""
    latest = proposal.latest
    return latest is not None and (latest.words, files_of(latest)) != (proposal.words, files_of(proposal))
