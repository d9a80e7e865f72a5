"""Comments as pages show them: with their places in the text, their answers, and how many are open."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from councils.register.offices import Person
from plans.comments.anchoring import Quotation, found_in
from plans.comments.models import Act, Comment, CommentQuerySet, CommentReply
from plans.comments.permissions import readable
from plans.comments.wording import Wording
from plans.document.models import Plan, Section
from plans.document.register_data import Register


@dataclass(frozen=True)
class Thread:
    comment: Comment
    answers: list[CommentReply]  # what was done to it among them
    section: Section | None  # None where it is deleted
    place: int | None  # where the quotation begins; None where it is gone, 0 for the whole section
    text: str  # that this place is in: one of `Wording.texts`, "" where there is no quotation

    @property
    def is_lost(self) -> bool:
        """The quoted words stand in the section no more, or the section is gone."""
        return self.place is None

    @property
    def title(self) -> str:
        return str(self.section) if self.section else self.comment.section_title


def shown(person: Person, plan: Plan) -> CommentQuerySet:
    """What the person reads, but what is withdrawn without an answer."""
    answered = CommentReply.objects.filter(comment=OuterRef("pk"), act=Act.ANSWER, withdrawn_at=None)
    return readable(person, plan).filter(Q(withdrawn_at=None) | Exists(answered))


def threads_in(person: Person, plan: Plan, section: Section, wording: Wording) -> list[Thread]:
    """Of one section in the order of its text; what has lost its place stands last. Two queries."""
    rows = _with_answers(shown(person, plan).filter(lineage=section.lineage))
    found = _threads(rows, [section], wording)
    return sorted(found, key=lambda thread: (thread.is_lost, thread.place or 0, thread.comment.pk))


def threads_of(comments: CommentQuerySet, plan: Plan, register: Register | None = None) -> list[Thread]:
    """Newest first, whatever section they are on; three queries, and the register's where it is quoted.

    With a register all of the plan's text has been read, and its sections are known too.
    """
    rows = _with_answers(comments.order_by("-at", "-pk"))
    sections = plan.sections.all()
    if register is None:
        sections = sections.filter(lineage__in={row.lineage for row in rows})
    return _threads(rows, sections, Wording(plan, register))


def open_counts(person: Person, plan: Plan) -> Counter[UUID]:
    """How many unresolved ones the person reads, by the section's lineage."""
    rows = readable(person, plan).unresolved().order_by().values_list("lineage")
    return Counter(dict(rows.annotate(number=Count("pk"))))


def counted_sections(person: Person, plan: Plan) -> QuerySet[Section]:
    """For a prefetch: each section with its `open_comments`, so that they cost no query of their own."""
    rows = readable(person, plan).unresolved().filter(lineage=OuterRef("lineage")).order_by()
    number = rows.values("lineage").annotate(number=Count("pk")).values("number")
    return Section.objects.annotate(open_comments=Coalesce(Subquery(number), 0))


def _with_answers(comments: CommentQuerySet) -> list[Comment]:
    answers = CommentReply.objects.filter(withdrawn_at=None).select_related("by")
    found = comments.select_related("by", "carried_from__plan")
    return list(found.prefetch_related(Prefetch("replies", answers)))


def _threads(rows: Iterable[Comment], sections: Iterable[Section], wording: Wording) -> list[Thread]:
    by_lineage = {section.lineage: section for section in sections}
    for row in rows:
        row.plan = wording.plan  # with its places, as it was loaded
    return [
        Thread(
            row,
            list(row.replies.all()),
            by_lineage.get(row.lineage),
            *_place(row, by_lineage.get(row.lineage), wording),
        )
        for row in rows
    ]


def _place(comment: Comment, section: Section | None, wording: Wording) -> tuple[int | None, str]:
    if section is None:
        return None, ""
    quotation = Quotation(comment.exact, comment.prefix, comment.suffix)
    if not quotation.exact:
        return 0, ""
    return found_in(quotation, wording.texts(section)) or (None, "")
