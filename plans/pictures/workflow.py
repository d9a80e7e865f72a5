"""Keeping a picture that somebody sends."""

from django.db import transaction

from plans.document.models import Plan
from plans.pictures.models import Picture
from plans.pictures.remaking import Made
from samarbejde.accounts.models import User
from samarbejde.transitions import Refused, lock


@transaction.atomic
def keep_picture(plan: Plan, made: Made, *, by: User) -> Picture:
    """The one that is kept already, if it is the same. A text names it when it is saved."""
    held = lock(plan)
    if not held.is_open:
        raise Refused(held.why_locked)
    picture, _ = Picture.objects.get_or_create(
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
    return picture
