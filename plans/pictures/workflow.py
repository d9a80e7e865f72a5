"""Keeping a picture that somebody sends, for as long as a text names it."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from plans.document.models import Plan
from plans.pictures.kept import named_anywhere
from plans.pictures.models import Picture
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.files.remaking import Made
from samarbejde.transitions import Refused, lock

UNNAMED_FOR = timedelta(days=90)  # a text that names it may lie unsaved in somebody's browser meanwhile


@transaction.atomic
def keep_picture(plan: Plan, made: Made, *, by: User) -> Picture:
    """The one that is kept already, if it is the same. A text names it when it is saved."""
    held = lock(plan)
    if not held.is_open:
        raise Refused(held.why_locked)
    picture, is_new = Picture.objects.get_or_create(
        council=held.council,
        name=made.name,
        defaults={
            "kind": made.kind,
            "width": made.width,
            "height": made.height,
            "content": made.content,
            "by": by,
        },
    )
    if is_new:
        size = f"{made.width} × {made.height} punkter"
        record("picture.kept", f"Lagde et billede op ({size})", by=by, subject=held, internal=True)
    else:
        Picture.objects.filter(pk=picture.pk).update(at=timezone.now())
    return picture


@transaction.atomic
def sweep(_: datetime) -> int:
    """Delete what no text has named for a good while, older versions and editions among them; how many."""
    old = Picture.objects.filter(at__lt=timezone.now() - UNNAMED_FOR)
    # Held first: whoever saves a text with one of them has saved it now, or is told that it is gone.
    held = dict(old.select_for_update(of=("self",)).order_by("pk").values_list("pk", "name"))
    named = named_anywhere() if held else set()
    gone = [pk for pk, name in held.items() if name not in named]
    return Picture.objects.filter(pk__in=gone).delete()[0]
