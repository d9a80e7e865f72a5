"""Approved minutes become public: their open points, frozen, on the web and as PDF."""

from django.db import transaction

from councils.meetings.models import Meeting
from councils.meetings.papers import printed
from councils.meetings.states import MeetingState
from councils.minutes.freezing import address_of, content_hash, public_text
from councils.minutes.models import PublishedMinutes, PublishedMinutesFile
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.transitions import Refused, lock


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
    context = {"meeting": meeting, "text": text, "published": published}
    content = printed("councils/minutes/public_paper.html", context)
    PublishedMinutesFile.objects.create(minutes=published, content=content)
    told = "Referatet blev offentliggjort" + (f", {published.number}. udgave" if last else "")
    record("minutes.published", told, by=by, subject=meeting, within=meeting.council)
    return published
