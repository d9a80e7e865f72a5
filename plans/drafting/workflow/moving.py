"""Where a section stands: a step at a time, or at once beside or under any other."""

from enum import StrEnum

from django.db import transaction

from plans.document.levels import DEEPEST
from plans.document.models import Plan, Section
from plans.drafting.allowed_kinds import AT_THE_TOP, fitted, kinds_below
from plans.drafting.outline import subtree
from plans.drafting.workflow.edit_lock import lock_open, locked_section
from plans.drafting.workflow.ordering import insert, siblings
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused


class Direction(StrEnum):
    UP = "op"
    DOWN = "ned"
    IN = "ind"
    OUT = "ud"


class Where(StrEnum):
    """Beside or below another section; below it is last."""

    BEFORE = "foer"
    AFTER = "efter"
    UNDER = "under"


@transaction.atomic
def move_section(section: Section, direction: Direction, *, by: User) -> Section:
    """One step up or down among its siblings, into the sibling before it, or out to after its parent."""
    plan = lock_open(section.plan)
    section = locked_section(plan, section.pk)
    among = siblings(plan, section.parent)
    here = among.index(section)
    if direction == Direction.OUT:
        if section.parent is None:
            raise Refused(f"»{section}« står allerede yderst.")
        return _put(plan, section, Where.AFTER, locked_section(plan, section.parent.pk), by)
    if direction == Direction.IN:
        return _put(plan, section, Where.UNDER, _taking_in(section, among[here - 1] if here else None), by)
    there = here + (1 if direction == Direction.DOWN else -1)
    if not 0 <= there < len(among):
        way = "ned" if direction == Direction.DOWN else "op"
        raise Refused(
            f"»{section}« kan ikke komme længere {way} her. Skal det under noget andet, så brug »Flyt til …«."
        )
    where = Where.AFTER if direction == Direction.DOWN else Where.BEFORE
    return _put(plan, section, where, among[there], by)


@transaction.atomic
def place_section(section: Section, where: Where, target: Section, *, kind: str = "", by: User) -> Section:
    """Put the section, with all below it, before, after or under any other of its plan.

    `kind` is what it is to be there, if that may stand there: a step that is undone gives it back.
    """
    plan = lock_open(section.plan)
    section, target = locked_section(plan, section.pk), locked_section(plan, target.pk)
    return _put(plan, section, where, target, by, kind)


def _put(plan: Plan, section: Section, where: Where, target: Section, by: User, kind: str = "") -> Section:
    rows = list(plan.sections.all())
    if target in subtree(section, rows):
        raise Refused(f"»{section}« kan ikke stå ved sig selv eller under sig selv. Vælg et andet sted.")
    parent = target if where == Where.UNDER else target.parent
    if section.kind in AT_THE_TOP and parent is not None:
        raise Refused(
            f"»{section}« er {section.get_kind_display()} og står yderst i planen. Vælg et sted der."
        )
    refuse_deeper_than(depth(parent) + height(section, rows))
    among = [sibling for sibling in siblings(plan, parent) if sibling != section]
    at = len(among) if where == Where.UNDER else among.index(target) + (where == Where.AFTER)
    section.parent = parent
    section.kind = kind if kind in kinds_below(parent) else fitted(section.kind, parent)
    insert(section, among, at)
    with_editor(by, section, "Flyttet").save()
    return section


def _taking_in(section: Section, before: Section | None) -> Section:
    if before is None or section.kind in AT_THE_TOP:
        raise Refused(
            f"»{section}« kan ikke rykkes ind her: der er ikke et afsnit lige før til at tage imod det."
        )
    return before


def depth(section: Section | None) -> int:
    """Levels of headings down to and with the section."""
    return 0 if section is None else 1 + depth(section.parent)


def height(section: Section, rows: list[Section]) -> int:
    """Levels of headings from the section down."""
    return 1 + max((height(row, rows) for row in rows if row.parent_id == section.pk), default=0)


def refuse_deeper_than(levels: int) -> None:
    if levels > DEEPEST:
        raise Refused(f"Planen kan højst have {DEEPEST} niveauer af overskrifter. Ryk afsnittet ud i stedet.")
