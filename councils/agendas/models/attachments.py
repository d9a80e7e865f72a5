from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse

from councils.agendas.models.agenda import AgendaItem, AgendaItemQuerySet
from samarbejde.attachments.models import Attachment, AttachmentManager, StoredFile


class AgendaAttachment(Attachment):
    """A file that goes with a point: whoever sees the point reads it."""

    item = models.ForeignKey(
        AgendaItem, models.CASCADE, related_name="attachments", verbose_name="dagsordenspunkt"
    )
    for_citizens = models.BooleanField("offentliggøres", default=False)

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


def with_files(items: AgendaItemQuerySet) -> list[AgendaItem]:
    """Each with its `files`, read in the one query that reads the points."""
    attached = AgendaAttachment.objects.order_by("added_at", "pk").filter(item=OuterRef("pk"))
    rows = attached.values(row=JSONObject(pk="pk", name="name", kind="file__kind", size="file__size"))
    found: Iterable[Any] = items.annotate(attached=ArraySubquery(rows))
    shown = list(found)
    for item in shown:
        item.files = [_read(item, row) for row in item.attached]
    return shown


def _read(item: AgendaItem, row: dict[str, Any]) -> AgendaAttachment:
    file = StoredFile(kind=row["kind"], size=row["size"])
    return AgendaAttachment(pk=row["pk"], item=item, name=row["name"], file=file)
