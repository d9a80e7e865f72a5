from collections.abc import Iterator

from councils.meetings.states import MeetingState
from councils.minutes import letters
from councils.models import Meeting, MinutesRemark
from plans.demo.people import person
from samarbejde.outbox.letters import Letter


def minutes_sent() -> Iterator[list[Letter]]:
    meeting = Meeting.objects.with_places().filter(state=MeetingState.MINUTES_SENT)[0]
    yield letters.minutes_sent(meeting, person("formand.viborg", ""))


def _remark() -> MinutesRemark:
    return MinutesRemark.objects.select_related("by", "item__meeting__council")[0]


def remark_made() -> Iterator[list[Letter]]:
    yield letters.remark_made(_remark())


def remark_answered() -> Iterator[list[Letter]]:
    yield letters.remark_answered(_remark(), person("formand.viborg", ""))
