from django.db import models
from django.db.models import Q
from django.urls import reverse

from councils.meetings.models.agenda import AgendaItem
from samarbejde.attachments.models import Attachment, AttachmentManager


class AgendaAttachment(Attachment):
    """A file that goes with a point: whoever sees the point reads it."""

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="attachments", verbose_name="dagsordenspunkt"
    )

    objects = AttachmentManager["AgendaAttachment"]()

    class Meta(Attachment.Meta):
        verbose_name = "bilag til et punkt"
        verbose_name_plural = "bilag til punkter"
        constraints = [
            models.UniqueConstraint(fields=["item", "file"], name="a_point_has_a_file_once"),
            models.UniqueConstraint(fields=["item", "name"], name="a_points_attachments_differ_by_name"),
            models.CheckConstraint(condition=~Q(name=""), name="a_points_attachment_has_a_name"),
        ]

    @property
    def address(self) -> str:
        return reverse("item-attachment", args=[self.item.meeting_id, self.item_id, self.pk])

    @property
    def removal_address(self) -> str:
        return reverse("remove-item-attachment", args=[self.item.meeting_id, self.item_id, self.pk])
