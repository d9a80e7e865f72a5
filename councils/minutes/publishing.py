"""Approved minutes become public: their open points and chosen files, frozen, on the web and as PDF."""

from collections.abc import Collection

from django.db import transaction

from councils.agendas.models import AgendaAttachment
from councils.meetings.models import Meeting
from councils.meetings.papers import printed
from councils.meetings.states import MeetingState
from councils.minutes.freezing import address_of, content_hash, public_text
from councils.minutes.models import PublishedMinutes, PublishedMinutesAttachment, PublishedMinutesFile
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.site.addresses import web_address
from samarbejde.transitions import Refused, lock


def may_be_public(meeting: Meeting) -> list[AgendaAttachment]:
    """The files of its open points, as the agenda has them."""
    found = AgendaAttachment.objects.filter(item__meeting=meeting, item__is_closed=False)
    return list(found.select_related("item").order_by("item__position", "added_at", "pk"))


@transaction.atomic
def choose_files(meeting: Meeting, wanted: Collection[int], *, by: User) -> Meeting:
    """The files (their ids) that citizens get when the minutes are published next; the others they do not."""
    meeting = lock(meeting)
    if meeting.state != MeetingState.APPROVED:
        raise Refused("Referatet skal være godkendt, før du kan vælge bilag til borgerne.")
    offered = may_be_public(meeting)
    if not {one.pk for one in offered}.issuperset(wanted):
        raise Refused("Et af bilagene kan ikke vælges mere. Se listen igen.")
    changed = [one for one in offered if one.for_citizens != (one.pk in wanted)]
    for one in changed:
        one.for_citizens = one.pk in wanted
        one.save(update_fields=["for_citizens"])
    if changed:
        chosen = f"{len(wanted)} bilag" if wanted else "Ingen bilag"
        record("minutes.files", f"{chosen} er valgt til borgerne", by=by, subject=meeting, internal=True)
    return meeting


@transaction.atomic
def publish_minutes(meeting: Meeting, *, by: User) -> PublishedMinutes:
    """The first time, and again when a correction has come to an open point."""
    meeting = lock(meeting)
    if meeting.state != MeetingState.APPROVED:
        raise Refused("Referatet skal være godkendt, før det kan offentliggøres.")
    text = public_text(meeting)
    if not text["points"]:
        raise Refused("Alle punkter er lukkede, så der er intet at offentliggøre.")
    last = meeting.published.order_by("-number").first()
    if last and last.content_hash == content_hash(text):
        raise Refused("Referatet er allerede offentligt, som det står nu.")
    published = PublishedMinutes.objects.create(
        meeting=meeting,
        number=last.number + 1 if last else 1,
        address=last.address if last else address_of(meeting),
        held_on=meeting.held_on,
        text=text,
        content_hash=content_hash(text),
        published_by=by,
    )
    context: dict[str, object] = {"meeting": meeting, "text": text, "published": published}
    if _keep_files(published):
        slug = meeting.council.district.slug
        context["files_at"] = web_address("public-minutes", slug, published.address)
    content = printed("councils/minutes/public_paper.html", context)
    PublishedMinutesFile.objects.create(minutes=published, content=content)
    told = "Referatet blev offentliggjort" + (f", {published.number}. udgave" if last else "")
    record("minutes.published", told, by=by, subject=meeting, within=meeting.council)
    return published


def _keep_files(published: PublishedMinutes) -> bool:
    """Those that its text names, each once; whether there are any."""
    chosen = [one for one in may_be_public(published.meeting) if one.for_citizens]
    kept = {one.file_id: one for one in reversed(chosen)}
    PublishedMinutesAttachment.objects.bulk_create(
        PublishedMinutesAttachment(
            minutes=published, file=one.file, name=one.name, added_by=one.added_by, added_at=one.added_at
        )
        for one in kept.values()
    )
    return bool(kept)
