"""What was changed in last year's plan after it was taken along is fetched, or left where it is."""

from collections.abc import Mapping
from enum import StrEnum
from uuid import UUID

from django.db import transaction

from plans.document.models import Carried, Plan, Section
from plans.drafting.allowed_kinds import fitted
from plans.drafting.later import Later, later_changes
from plans.drafting.outline import subtree
from plans.drafting.workflow.edit_lock import lock_open
from plans.drafting.workflow.following import Tell, follow_headings, unsaid
from plans.drafting.workflow.ordering import insert, siblings
from plans.drafting.workflow.outline import delete_section
from plans.drafting.workflow.sections import save_section
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused


class Decision(StrEnum):
    FETCH = "hent"
    LEAVE = "lad-vaere"


@transaction.atomic
def decide_later(plan: Plan, decisions: Mapping[UUID, Decision], *, by: User, tell: Tell = unsaid) -> int:
    """Take each decision; how many were taken. What is fetched is unread until somebody has looked.

    References to headings that are fetched follow them, once all of it stands, and `tell` is told.
    """
    plan = lock_open(plan)
    chosen = [(one, decisions[one.lineage]) for one in later_changes(plan) if one.lineage in decisions]
    before = {one.own.pk: one.own.heading for one, _ in chosen if one.own}
    for later, decision in chosen:
        if decision == Decision.LEAVE:
            _leave(plan, later, by)
        elif later.source is None:
            _drop(plan, later, decisions, by)
        elif later.own is None:
            _add(plan, later, by)
        else:
            _write(later.own, later, by)
    tell(follow_headings(plan, before, by=by))
    return len(chosen)


def _drop(plan: Plan, later: Later, decisions: Mapping[UUID, Decision], by: User) -> None:
    """With what went below it in last year's plan too; what stands below it in this one alone hinders it."""
    section = plan.sections.filter(lineage=later.lineage).first()
    if section is None:
        return  # it went with what it stood under
    for row in subtree(section, plan.sections.all())[1:]:
        if decisions.get(row.lineage) != Decision.FETCH:
            raise Refused(
                f"»{section}« kan ikke udgå, så længe »{row}« står under det. "
                f"Flyt »{row}« først, eller lad det udgå også."
            )
    delete_section(section, by=by)


def _write(own: Section, later: Later, by: User) -> None:
    assert later.source is not None, "it was changed there"
    if later.words is None:
        raise Refused(
            f"»{own}« er ændret det samme sted i begge planer. Ret afsnittet selv, og vælg så »Lad være«."
        )
    reason = f"Hentet fra {later.source.plan.year}"
    written = save_section(
        own, version=own.version, by=by, reason=reason, read=False, tell=None, **later.words
    )
    _follow(written, later.source.version, by, unread=True)


def _leave(plan: Plan, later: Later, by: User) -> None:
    """Not to be asked again before it is changed once more."""
    if later.own is not None:
        _follow(later.own, later.source.version if later.source else None, by, unread=later.own.unread)
    elif later.source is not None:
        delete_section(_add(plan, later, by), by=by)  # into the bin, whence it can still be had


def _follow(row: Section, version: int | None, by: User, *, unread: bool) -> None:
    row.carried_version = version
    row.unread = unread
    row.carried = row.carried or Carried.KEPT
    with_editor(by, row, "Sidste års ændring er set").save()


def _add(plan: Plan, later: Later, by: User) -> Section:
    """At the place that it has there: under the same section, behind the same neighbour."""
    source, words = later.source, later.words
    assert source is not None, "it came to it there"
    assert words is not None, "and nobody has written here"
    own = {row.lineage: row for row in plan.sections.all()}
    parent = own.get(source.parent.lineage) if source.parent else None
    among = siblings(plan, parent)
    before = source.plan.sections.filter(parent=source.parent, position__lt=source.position)
    neighbours = [row.lineage for row in before.order_by("position")]
    at = max((n for n, row in enumerate(among, start=1) if row.lineage in neighbours), default=0)
    section = Section(
        plan=plan,
        parent=parent,
        kind=fitted(source.kind, parent),
        data=source.data,
        **words,
        lineage=source.lineage,
        guidance=source.guidance,
        mode=source.mode,
        carried=Carried.KEPT,
        unread=bool(source.body or source.closing),
        carried_version=source.version,
    )
    insert(section, among, at)
    with_editor(by, section, f"Hentet fra {source.plan.year}").save()
    return section
