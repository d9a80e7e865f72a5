"""Those who sit in a lokalråd without leading it, and whom its chair lets do something."""

from collections.abc import Callable, Iterable

from django.db.models import Model, QuerySet

from councils.register.models import LEADERS, Council, Membership
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused


def members_of(council: Council) -> QuerySet[User]:
    """Whom the chair may let do something: those who sit there today, but for those who may already."""
    held = Membership.objects.current().filter(council=council, user__is_active=True)
    led = held.filter(role__in=LEADERS)
    members = held.exclude(user__in=led.values("user")).values("user")
    return User.objects.filter(pk__in=members).order_by("name")


def name_members(
    council: Council,
    named: Iterable[Model],
    people: Iterable[User],
    make: Callable[[User], Model],
    *,
    by: User,
) -> list[str] | None:
    """Let these be named, and nobody else: rows of `named` go, and others are made.

    The names that stand then; None where they stood before. `named` are the rows that the caller has locked.
    """
    wanted = {person.pk: person for person in people}
    if not set(wanted) <= set(members_of(council).values_list("pk", flat=True)):
        raise Refused("En af dem sidder ikke i lokalrådet mere. Se listen igen, og vælg derfra.")
    standing = {getattr(row, "user_id"): row for row in named}  # noqa: B009
    for pk in standing.keys() - wanted.keys():
        with_editor(by, standing[pk]).delete()
    for pk in wanted.keys() - standing.keys():
        with_editor(by, make(wanted[pk])).save()
    return None if wanted.keys() == standing.keys() else sorted(map(str, wanted.values()))
