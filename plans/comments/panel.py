"""The comments beside a section's text, with the forms that belong to them."""

from dataclasses import dataclass

from django.db.models import Model

from councils.register.offices import Person
from plans.comments.forms import AnswerForm, CommentForm
from plans.comments.models import Channel
from plans.comments.permissions import may_resolve, readable_channels, writable_channels
from plans.comments.reading import Thread, threads_in
from plans.comments.wording import Wording
from plans.document.models import Plan, Section
from plans.document.permissions import may_manage_plan
from plans.document.register_data import Register

SAYS = "comments"  # where the panel says what has been done


@dataclass(frozen=True)
class Entry:
    """A thread, and what whoever reads it may do; the form is None where they may not answer."""

    thread: Thread
    form: AnswerForm | None
    may_resolve: bool
    is_own: bool


@dataclass(frozen=True)
class Panel:
    open: list[Entry]
    resolved: list[Entry]
    form: CommentForm | None  # None where nothing may be written now
    has_channels: bool  # more than one, to be told apart
    may_suggest: bool  # new words, who cannot write them in themselves
    suggestions: list[Model]  # new texts for the section that wait for an answer
    readers: str  # of what is written where there is but one channel


def panel(
    person: Person, plan: Plan, section: Section, register: Register, *, form: CommentForm | None = None
) -> Panel | None:
    """None for whoever reads no comments; `form` is one with words in it already."""
    channels = readable_channels(person, plan)
    if not channels:
        return None
    writable = writable_channels(person, plan)
    threads = threads_in(person, plan, section, Wording(plan, register))
    entries = [entry(person, thread, writable) for thread in threads]
    if form is None:
        form = CommentForm(section=section, channels=writable)
    return Panel(
        open=[one for one in entries if not one.thread.comment.resolved_at],
        resolved=[one for one in entries if one.thread.comment.resolved_at],
        form=form if writable or form.is_bound else None,
        has_channels=len(channels) > 1,
        may_suggest=_may_suggest(person, plan, writable),
        suggestions=_suggestions(plan, section),
        readers=_readers(writable),
    )


def entry(person: Person, thread: Thread, writable: list[Channel]) -> Entry:
    comment = thread.comment
    stands = comment.withdrawn_at is None
    answers = stands and comment.channel in writable
    return Entry(
        thread,
        AnswerForm(comment_pk=comment.pk) if answers else None,
        may_resolve=stands and may_resolve(person, comment),
        is_own=stands and comment.by_id == person.pk,
    )


def _may_suggest(person: Person, plan: Plan, writable: list[Channel]) -> bool:
    return plan.is_open and Channel.SHARED in writable and not may_manage_plan(person, plan)


def _suggestions(plan: Plan, section: Section) -> list[Model]:
    waiting = plan.suggestions.filter(lineage=section.lineage, state="waiting")
    return list(waiting.select_related("by"))


def _readers(writable: list[Channel]) -> str:
    if writable == [Channel.INTERNAL]:
        return "Kommentaren kan kun læses i sekretariatet."
    return "Kommentaren kan læses af sekretariatet og af alle, planen høres hos."
