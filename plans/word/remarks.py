"""What is said of a draft in the shared channel, for the margin; never what is for the secretariat alone."""

from dataclasses import dataclass

from django.utils.timezone import localdate

from councils.register.offices import Person
from plans.comments.models import Act, Channel
from plans.comments.permissions import readable
from plans.comments.reading import Thread, threads_of
from plans.document.models import Plan
from plans.document.register_data import Register
from plans.word.inline import Note
from samarbejde.danish import date_text

LOST = "Om ordene »{}«, som ikke står i afsnittet mere:"


@dataclass(frozen=True)
class Remark:
    lineage: str
    note: Note
    exact: str  # "" for all of the section
    like_it: int  # so many times the words stand in the section before


def shared_remarks(person: Person, plan: Plan, register: Register | None = None) -> list[Remark]:
    """The open ones that the person reads; three queries."""
    found = readable(person, plan).unresolved().filter(channel=Channel.SHARED)
    threads = threads_of(found, plan, register)
    return [_remark(thread) for thread in reversed(threads) if thread.section]


def _remark(thread: Thread) -> Remark:
    comment = thread.comment
    answers = [answer for answer in thread.answers if answer.act == Act.ANSWER]
    lines = (
        *([LOST.format(comment.exact)] if thread.is_lost else []),
        comment.text,
        *(f"{answer.by}, {date_text(localdate(answer.at))}: {answer.text}" for answer in answers),
    )
    exact = "" if thread.is_lost else comment.exact
    before = thread.text[: thread.place or 0]
    note = Note(lines, author=str(comment.by), at=comment.at)
    return Remark(str(comment.lineage), note, exact, before.count(exact) if exact else 0)
