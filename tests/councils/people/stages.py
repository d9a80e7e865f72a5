"""Posts, those who take them, and the filled-in forms of it."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from councils.models import Council, Membership, Municipality
from councils.people import workflow
from councils.people.posts import Post, posts_of
from councils.people.workflow import Newcomer, Term
from tests.cast import Cast
from tests.kept import kept

NAME, EMAIL = "Den nye borgmester", "ny.borgmester@example.org"


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def the_post(council: Council, key: str) -> Post:
    places = Municipality.objects.filter(district=council.district_id)
    return next(post for post in posts_of(council, places) if post.key == key)


@kept
def mayor(cast: Cast) -> Post:
    return the_post(cast.kredsraad(), "medlem-herning")


@kept
def chair(cast: Cast) -> Post:
    return the_post(cast.lokalraad("Herning"), "formand")


@kept
def civil(cast: Cast) -> Post:
    return the_post(cast.lokalraad("Herning"), "medlem-civilsamfund")


@kept
def appointed(cast: Cast, post: Post | None = None, **changes: Any) -> Membership:
    """A new mayor of Herning from today, or another."""
    told: dict[str, Any] = {
        "name": NAME,
        "email": EMAIL,
        "person": None,
        "title": "Borgmester i Herning Kommune",
    }
    told |= {"side": "municipality", "first_day": in_days(0), "last_day": None} | changes
    who = Newcomer(*(told[name] for name in ("name", "email", "person")))
    term = Term(*(told[name] for name in ("title", "side", "first_day", "last_day")))
    return workflow.appoint(post or mayor(cast), who, term, by=changes.get("by") or cast.sekretariat)


def typed(**changes: Any) -> dict[str, Any]:
    """The form, as it is filled in."""
    told = {"name": NAME, "email": EMAIL, "title": "Borgmester i Herning Kommune"}
    return told | {"first_day": f"{in_days(0):%d-%m-%Y}", "last_day": ""} | changes
