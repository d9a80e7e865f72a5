"""The secretariat keeps its district's fora. What is published has a copy of its own."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from councils.organisation.workflow.ordering import moved
from councils.organisation.workflow.saving import save_told_apart
from councils.register.models import Forum, ForumParticipation, PoliceDistrict
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.transitions import lock, lock_as_seen, refuse_overtaken, stands

GONE = "Forummet er slettet af en anden."
TAKEN = "Politikredsen har allerede et forum med det navn. Ret det i stedet."
Answers = Mapping[str, object]


@transaction.atomic
def add_forum(district: PoliceDistrict, answers: Answers, *, by: User) -> Forum:
    """The last of the list."""
    district = lock(district)
    last = district.forums.aggregate(last=Max("position"))["last"] or 0
    forum = Forum(district=district, position=last + 1, **answers)
    save_told_apart(forum, TAKEN, by=by)
    record(
        "organisation.forum_added",
        f"Oprettede samarbejdsforummet »{forum}«",
        by=by,
        subject=forum,
        internal=True,
    )
    return forum


@transaction.atomic
def edit_forum(forum: Forum, answers: Answers, *, version: int, by: User) -> Forum:
    """Raises `Stale` if another version stands."""
    forum = lock_as_seen(forum, version, answers, gone=GONE)
    if stands(forum, answers):
        return forum
    for name, answer in answers.items():
        setattr(forum, name, answer)
    forum.version += 1
    save_told_apart(forum, TAKEN, by=by)
    record(
        "organisation.forum_changed",
        f"Rettede samarbejdsforummet »{forum}«",
        by=by,
        subject=forum,
        internal=True,
    )
    return forum


@transaction.atomic
def say_who_takes_part(forum: Forum, reasons: Mapping[int, str], *, version: int, by: User) -> Forum:
    """`reasons`: why a kommune is left out, by its id; an empty one takes part.

    Raises `Stale` if another version stands and says otherwise.
    """
    forum = lock(forum, gone=GONE)
    told = {one.municipality_id: one for one in forum.participations.select_for_update(of=("self",))}
    changed = [
        place for place, reason in reasons.items() if place not in told or told[place].reason != reason
    ]
    if not changed:
        return forum
    refuse_overtaken(forum, version)
    for place in changed:
        one = told.get(place) or ForumParticipation(forum=forum, municipality_id=place)
        one.takes_part, one.reason = not reasons[place], reasons[place]
        with_editor(by, one).save()
    save_as_next(by, forum, "Hvem der deltager")
    record("organisation.participation", _told(forum), by=by, subject=forum, internal=True)
    return forum


@transaction.atomic
def move_forum(forum: Forum, direction: str, *, by: User) -> int | None:
    """Past its neighbour, as pages and plans list them; its number then, or None at the end of the list."""
    lock(forum.district)
    forum = lock(forum, gone=GONE)
    number = moved(list(forum.district.forums.select_for_update(of=("self",))), forum, direction, by=by)
    if number:
        told = f"Satte samarbejdsforummet »{forum}« som nummer {number}"
        record("organisation.forum_moved", told, by=by, subject=forum, internal=True)
    return number


@transaction.atomic
def delete_forum(forum: Forum, *, by: User) -> None:
    forum = lock(forum, gone=GONE)
    record(
        "organisation.forum_removed",
        f"Slettede samarbejdsforummet »{forum}«",
        by=by,
        subject=forum,
        internal=True,
    )
    with_editor(by, forum).delete()


def _told(forum: Forum) -> str:
    left_out = forum.participations.filter(takes_part=False).select_related("municipality")
    names = danish.listing(one.municipality.name for one in left_out)
    return f"I »{forum}« deltager alle kommuner{f' undtagen {names}' if names else ''}"
