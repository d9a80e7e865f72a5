"""Four meetings a year of every council: held, minuted and published, or called in the year under way."""

from datetime import UTC, date, datetime, time

from benchmarks.population.prose import Prose
from councils.meetings.states import Approval, MeetingState
from councils.minutes.freezing import address_of, content_hash, public_text
from councils.models import (
    AgendaItem,
    Attendance,
    Council,
    Meeting,
    Membership,
    MembershipRole,
    Municipality,
    PublishedMinutes,
)

QUARTERS, POINTS = 4, 5


def hold_meetings(
    councils: list[Council], members: list[Membership], year: int, prose: Prose, *, is_over: bool
) -> None:
    meetings = Meeting.objects.bulk_create(
        _meeting(council, date(year, quarter * 3 - 1, 1 + council.pk % 28), is_over=is_over)
        for council in councils
        for quarter in range(1, QUARTERS + 1)
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting,
            position=position,
            title=f"{prose.heading()} {position}",
            text=prose.heading(),
            minutes=prose.heading() if is_over else "",
            is_closed=position == POINTS,
        )
        for meeting in meetings
        for position in range(1, POINTS + 1)
    )
    if is_over:
        _attend(meetings, members)
        _publish(meetings, by=members[0])


def _meeting(council: Council, day: date, *, is_over: bool) -> Meeting:
    morning = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    approved = {"state": MeetingState.APPROVED, "approved_at": morning, "approval": Approval.SILENCE}
    called = {"state": MeetingState.CALLED, "called_at": morning.replace(year=day.year - 1)}
    return Meeting(
        council=council, held_on=day, starts_at=time(10), place="Rådhuset", **approved if is_over else called
    )


def _attend(meetings: list[Meeting], members: list[Membership]) -> None:
    """Of the kommuner's seats one each: a seat is the kommune's, not its holder's."""
    by_council: dict[int, dict[Municipality | Membership, Membership]] = {}
    for member in members:
        if member.role != MembershipRole.SECRETARIAT:
            by_council.setdefault(member.council_id, {}).setdefault(member.municipality or member, member)
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            municipality=member.municipality,
            membership=None if member.municipality else member,
            name=member.user.name,
            title=member.title,
        )
        for meeting in meetings
        for member in by_council.get(meeting.council_id, {}).values()
    )


def _publish(meetings: list[Meeting], *, by: Membership) -> None:
    texts = {meeting: public_text(meeting) for meeting in meetings[::QUARTERS]}  # each council's first
    PublishedMinutes.objects.bulk_create(
        PublishedMinutes(
            meeting=meeting,
            number=1,
            address=address_of(meeting),
            held_on=meeting.held_on,
            text=text,
            content_hash=content_hash(text),
            published_by=by.user,
        )
        for meeting, text in texts.items()
    )
