"""A file is attached to what people write; what nothing names any more is deleted."""

from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models import Exists, Manager, OuterRef
from django.utils import timezone

from samarbejde.accounts.models import User
from samarbejde.attachments.models import Attachment, StoredFile
from samarbejde.attachments.receiving import Received
from samarbejde.transitions import Refused

MOST = 10  # attachments of one thing
UNNAMED_FOR = timedelta(days=1)


def attach(attachments: Manager[Any], sent: Received, *, by: User) -> Any:
    """Add it to those of a row that the caller has locked; raises `Refused` where there is no room for it."""
    if attachments.count() >= MOST:
        raise Refused(f"Der er plads til {MOST} bilag. Fjern et af dem, eller saml flere i én fil.")
    if attachments.filter(file=sent.digest).exists():
        raise Refused("Filen er vedlagt i forvejen.")
    if attachments.filter(name=sent.name).exists():
        raise Refused(f"Der er allerede et bilag med navnet »{sent.name}«. Giv filen et andet navn.")
    return attachments.create(file=_kept(sent), name=sent.name, added_by=by)


def _kept(sent: Received) -> StoredFile:
    """The one that is kept already, if it is the same; held, so that it is not swept meanwhile."""
    if StoredFile.objects.filter(digest=sent.digest).update(kept_at=timezone.now()):
        return StoredFile.objects.defer("content").get(digest=sent.digest)
    wanted = {"kind": sent.kind, "size": len(sent.content), "content": sent.content}
    return StoredFile.objects.get_or_create(digest=sent.digest, defaults=wanted)[0]


@transaction.atomic
def sweep(_: datetime) -> int:
    """Delete the files that nothing names; how many."""
    old = StoredFile.objects.filter(kept_at__lt=timezone.now() - UNNAMED_FOR)
    held = list(old.select_for_update(skip_locked=True).order_by("pk").values_list("pk", flat=True))
    unnamed = StoredFile.objects.filter(pk__in=held)
    for model in apps.get_models():
        if issubclass(model, Attachment):
            unnamed = unnamed.exclude(Exists(model._base_manager.filter(file=OuterRef("pk"))))
    return unnamed.delete()[0]
