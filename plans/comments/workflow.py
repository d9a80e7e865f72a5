"""Comments: written, answered, resolved, opened again, carried on, withdrawn, and never rewritten."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plans.comments import letters
from plans.comments.anchoring import WHOLE, Quotation
from plans.comments.models import Act, Channel, Comment, CommentQuerySet, CommentReply
from plans.comments.permissions import may_resolve, writable_channels
from plans.document.models import Plan, Section
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.transitions import Refused, lock

GONE = "Den, der skrev kommentaren, har taget den tilbage."
CARRIED = ("exact", "prefix", "suffix", "channel", "text", "by_id", "at")


@transaction.atomic
def comment(
    section: Section,
    text: str,
    *,
    channel: Channel | str,
    form_key: UUID,
    by: User,
    quotation: Quotation = WHOLE,
    for_next_year: bool = False,
) -> Comment:
    """Write about `quotation` in the section, or about all of it. The same form sent twice is one comment.

    The plan is not locked: whoever saves never waits for whoever comments.
    """
    plan = section.plan
    if sent := plan.comments.filter(form_key=form_key).first():
        return sent
    _refuse_closed(plan, channel, by)
    _refuse_unfit(text)
    written = Comment.objects.create(
        plan=plan,
        lineage=section.lineage,
        section_title=str(section),
        exact=quotation.exact,
        prefix=quotation.prefix,
        suffix=quotation.suffix,
        channel=channel,
        text=text,
        for_next_year=for_next_year,
        form_key=form_key,
        by=by,
    )
    if for_next_year:
        _carry_where_begun(written)
    _record("comment.written", f"En kommentar til »{section}«", written, by)
    return written


@transaction.atomic
def answer(comment: Comment, text: str, *, form_key: UUID, by: User) -> CommentReply:
    """For all who read the comment. The same form sent twice is one answer."""
    comment = _held(comment)
    if sent := comment.replies.filter(form_key=form_key).first():
        return sent
    _refuse_closed(comment.plan, comment.channel, by)
    _refuse_unfit(text)
    written = CommentReply.objects.create(comment=comment, text=text, form_key=form_key, by=by)
    queue(*letters.answered(written))
    _record("comment.answered", f"Et svar på en kommentar til »{comment.section_title}«", comment, by)
    return written


@transaction.atomic
def resolve(comment: Comment, *, by: User) -> Comment:
    """Nothing more is to be done about it. What is resolved already stays so."""
    return _marked(comment, Act.RESOLVED, by)


@transaction.atomic
def reopen(comment: Comment, *, by: User) -> Comment:
    return _marked(comment, Act.REOPENED, by)


@transaction.atomic
def remember(comment: Comment, *, by: User) -> Comment:
    """Next year's plan gets it too, resolved or not; at once where that is begun."""
    return _remembered(comment, True, by)


@transaction.atomic
def forget(comment: Comment, *, by: User) -> Comment:
    """Next year's plan gets it only while it is unresolved. What it has already stays there."""
    return _remembered(comment, False, by)


def carry(previous: Plan, plan: Plan) -> None:
    """To a plan that is begun on last year's, what is to be carried, where the section came along.

    Whoever wrote it has written it still, on the day it was written; what was answered is read last year.
    """
    _carry(previous.comments.to_be_carried(), plan)


@transaction.atomic
def withdraw(comment: Comment, *, by: User) -> Comment:
    """Nobody reads it any more, in the plans that it was carried to neither; the answers of others stay."""
    comment = _held(comment)
    if comment.by_id != by.pk:
        raise Refused("Kun den, der skrev kommentaren, kan trække den tilbage.")
    comment.withdrawn_at = timezone.now()
    comment.save(update_fields=["withdrawn_at"])
    _record("comment.withdrawn", f"Trak en kommentar til »{comment.section_title}« tilbage", comment, by)
    for copy in comment.carried_to.standing().filter(by=by):
        withdraw(copy, by=by)
    return comment


@transaction.atomic
def withdraw_answer(answer: CommentReply, *, by: User) -> CommentReply:
    answer = lock(answer)
    if answer.by_id != by.pk or answer.act:
        raise Refused("Kun den, der skrev svaret, kan trække det tilbage.")
    answer.withdrawn_at = answer.withdrawn_at or timezone.now()
    answer.save(update_fields=["withdrawn_at"])
    return answer


def _marked(comment: Comment, act: Act, by: User) -> Comment:
    comment = _held(comment)
    resolves = act == Act.RESOLVED
    if not may_resolve(by, comment):
        raise Refused("Kun sekretariatet og den, der skrev kommentaren, markerer den som løst.")
    if bool(comment.resolved_at) == resolves:
        return comment
    comment.resolved_at, comment.resolved_by = (timezone.now(), by) if resolves else (None, None)
    comment.save(update_fields=["resolved_at", "resolved_by"])
    CommentReply.objects.create(comment=comment, act=act, by=by)
    done = "løst" if resolves else "åbnet igen"
    _record(f"comment.{act}", f"En kommentar til »{comment.section_title}« er {done}", comment, by)
    return comment


def _remembered(comment: Comment, wanted: bool, by: User) -> Comment:
    comment = _held(comment)
    if not may_resolve(by, comment):
        raise Refused("Kun sekretariatet og den, der skrev kommentaren, bestemmer, om den tages med.")
    if comment.for_next_year != wanted:
        comment.for_next_year = wanted
        comment.save(update_fields=["for_next_year"])
        done = "tages med til næste år" if wanted else "tages ikke længere med til næste år"
        _record("comment.remembered", f"En kommentar til »{comment.section_title}« {done}", comment, by)
    if wanted:
        _carry_where_begun(comment)
    return comment


def _carry_where_begun(comment: Comment) -> None:
    for plan in Plan.objects.under_way().filter(previous=comment.plan_id):
        _carry(Comment.objects.filter(pk=comment.pk), plan)


def _carry(comments: CommentQuerySet, plan: Plan) -> None:
    sections = {section.lineage: section for section in plan.sections.all()}
    Comment.objects.bulk_create(
        [
            Comment(
                plan=plan,
                lineage=old.lineage,
                section_title=str(sections[old.lineage]),
                **{name: getattr(old, name) for name in CARRIED},
                carried_from=old,
            )
            for old in comments.exclude(carried_to__plan=plan)
            if old.lineage in sections
        ]
    )


def _held(comment: Comment) -> Comment:
    held = lock(comment)
    if held.withdrawn_at:
        raise Refused(GONE)
    return held


def _refuse_closed(plan: Plan, channel: str, by: User) -> None:
    standing = Plan.objects.with_places().get(pk=plan.pk)
    if channel not in writable_channels(by, standing):
        raise Refused(
            f"Planen er »{standing.get_state_display()}«, så der kan ikke kommenteres i den nu. "
            "Skriv til sekretariatet i stedet."
        )


def _refuse_unfit(text: str) -> None:
    if not text:
        raise Refused("Skriv kommentaren, før du gemmer.")
    personal_numbers.refuse_in([text])


def _record(verb: str, text: str, comment: Comment, by: User) -> None:
    """Of the shared ones alone: a plan's events are read by more than the secretariat."""
    if comment.channel == Channel.SHARED:
        record(verb, text, by=by, subject=comment.plan, internal=True)
