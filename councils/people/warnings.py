"""What somebody should know before a person leaves a post: said, and asked about, and then allowed."""

from collections.abc import Callable
from datetime import date, timedelta

from django.conf import settings
from django.utils.module_loading import import_string

from councils.people.posts import Post
from councils.people.standing import has_login
from councils.people.workflow.appointing import before
from councils.register.councils import MembershipQuerySet
from councils.register.models import LEADERS, CouncilKind, Membership, MembershipRole
from samarbejde.accounts.models import User

Warner = Callable[[Membership], str]


def before_leaving(term: Membership, last_day: date) -> list[str]:
    """What the council loses, and what is lost with the person."""
    council = [nobody_leads(term, last_day), nobody_logs_in(term, last_day)]
    return [*filter(None, council), *before_replacing(term)]


def before_replacing(term: Membership) -> list[str]:
    """What is lost though somebody follows. `settings.LEAVING_WARNINGS`: each room knows of its own."""
    warners: list[Warner] = [import_string(name) for name in settings.LEAVING_WARNINGS]
    return [told for warn in warners if (told := warn(term))]


def before_taking(post: Post, person: User, first_day: date) -> list[str]:
    """What a newcomer gives up: their other terms in the council, which end the day before."""
    own = before(post, person, first_day).filter(user=person)
    given_up = [term for term in own if term.role != post.role or not post.is_held_in(term)]
    return [told for term in given_up for told in _given_up(term, post, first_day)]


def _given_up(term: Membership, post: Post, first_day: date) -> list[str]:
    told = f"{term.user} går samtidig af som {term.get_role_display()} i {term.council}."
    leaderless = "" if post.role in LEADERS else nobody_leads(term, first_day - timedelta(days=1))
    return [told, *filter(None, [leaderless]), *before_replacing(term)]


def nobody_leads(term: Membership, last_day: date) -> str:
    """A lokalråd loses its chair, and nobody follows."""
    others = _others_of(term, last_day).filter(role__in=LEADERS)
    local = term.council.kind == CouncilKind.LOCAL
    if not local or term.role != MembershipRole.CHAIR or others.exists():
        return ""
    return f"{term.council} står uden formand, så ingen kan indsende rådets forslag eller indkalde det."


def nobody_logs_in(term: Membership, last_day: date) -> str:
    """A lokalråd loses the last of its people who can log in."""
    others = _others_of(term, last_day).select_related("user")
    if term.council.kind != CouncilKind.LOCAL or not has_login(term.user):
        return ""
    if any(has_login(other.user) for other in others):
        return ""
    return f"Ingen andre i {term.council} kan logge ind."


def _others_of(term: Membership, last_day: date) -> MembershipQuerySet:
    """Those in the council on the day after."""
    there = Membership.objects.on(last_day + timedelta(days=1)).filter(council=term.council_id)
    return there.exclude(user=term.user_id)
