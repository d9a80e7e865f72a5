"""The plan's tree: sections are added, moved, deleted and brought back."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain

from django.db import transaction

from plans.document.models import Plan, Section, SectionKind
from plans.drafting.deleted import deleted_sections
from plans.drafting.kinds import DEEPEST, fitted, kinds_below
from plans.drafting.workflow.placing import place, siblings
from plans.drafting.workflow.standing import lock_open, locked_section
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.rich_text import line
from samarbejde.transitions import Refused


class Direction(StrEnum):
    UP = "op"
    DOWN = "ned"
    IN = "ind"
    OUT = "ud"


@transaction.atomic
def add_section(
    plan: Plan,
    *,
    heading: str,
    kind: str,
    data: str = "",
    parent: Section | None = None,
    after: Section | None = None,
    by: User,
) -> Section:
    """A new section below `parent`: right after the sibling `after`, else last."""
    plan = lock_open(plan)
    parent = locked_section(plan, parent.pk) if parent else None
    heading = line(heading)
    if not heading and kind != SectionKind.PART:
        raise Refused("Skriv en overskrift. Kun en del kan stå uden.")
    if kind not in kinds_below(parent):
        raise Refused(f"Her i planen kan der ikke stå en {SectionKind(kind).label}. Vælg en anden art.")
    _refuse_deeper_than(_depth(parent) + 1)
    among = siblings(plan, parent)
    section = Section(plan=plan, parent=parent, kind=kind, heading=heading, data=data)
    at = [sibling.pk for sibling in among].index(after.pk) + 1 if after in among and after else len(among)
    place(section, among, at)
    by_hand_of(by, section).save()
    return section


@transaction.atomic
def move_section(section: Section, direction: Direction, *, by: User) -> Section:
    """One step up or down among its siblings, into the sibling before it, or out to after its parent."""
    plan = lock_open(section.plan)
    section = locked_section(plan, section.pk)
    among = siblings(plan, section.parent)
    here = among.index(section)
    if direction == Direction.OUT:
        _move_out(plan, section)
    elif direction == Direction.IN:
        _move_in(plan, section, among[here - 1] if here else None)
    else:
        there = here + (1 if direction == Direction.DOWN else -1)
        if not 0 <= there < len(among):
            raise Refused("Afsnittet kan ikke flyttes længere i den retning. Rækkefølgen kan være ændret.")
        place(section, among, there)
    by_hand_of(by, section, "Flyttet").save()
    return section


@transaction.atomic
def delete_section(section: Section, *, by: User) -> None:
    """Take the section and all below it out of the plan; the history keeps every word."""
    plan = lock_open(section.plan)
    section = locked_section(plan, section.pk)
    doomed = subtree(section, plan.sections.all())
    for row in reversed(doomed):
        by_hand_of(by, row, "Slettet" if row.pk == section.pk else f"Slettet med {section.pk}").delete()
    below = f" med {len(doomed) - 1} afsnit under" if len(doomed) > 1 else ""
    record(
        "section.deleted", f"»{section}« blev slettet fra planen{below}", by=by, subject=plan, internal=True
    )


@transaction.atomic
def restore_section(plan: Plan, pk: int, *, by: User) -> Section:
    """Bring a deleted section back, with all that was deleted with it, to where it stood if that is there."""
    plan = lock_open(plan)
    gone = {record_.id: record_ for record_ in deleted_sections(plan)}
    if pk not in gone:
        raise Refused("Afsnittet er ikke slettet mere. Se planens indhold.")
    root = gone.pop(pk).instance
    root.parent = plan.sections.filter(pk=root.parent_id).first()
    root.kind = fitted(root.kind, root.parent)
    among = siblings(plan, root.parent)
    place(root, among, max(0, root.position - 1))
    _bring_back(root, by)
    below = [r.instance for r in gone.values() if r.history_change_reason == f"Slettet med {pk}"]
    for row in subtree(root, below)[1:]:
        _bring_back(row, by)
    record("section.restored", f"»{root}« blev gendannet", by=by, subject=plan, internal=True)
    return root


def subtree(root: Section, rows: Iterable[Section]) -> list[Section]:
    """The section and all of `rows` below it, parents first."""
    below = [row for row in rows if row.parent_id == root.pk]
    return [root, *chain.from_iterable(subtree(row, rows) for row in below)]


def _move_out(plan: Plan, section: Section) -> None:
    parent = section.parent
    if parent is None:
        raise Refused("Afsnittet står allerede yderst.")
    outer = locked_section(plan, parent.pk).parent
    among = siblings(plan, outer)
    section.parent = outer
    section.kind = fitted(section.kind, outer)
    place(section, among, among.index(parent) + 1)


def _move_in(plan: Plan, section: Section, before: Section | None) -> None:
    if before is None or section.kind in (SectionKind.PART, SectionKind.FOREWORD):
        raise Refused(
            "Afsnittet kan ikke rykkes ind her: der er ikke et afsnit lige før til at tage imod det."
        )
    _refuse_deeper_than(_depth(before) + _height(section, list(plan.sections.all())))
    section.parent = before
    section.kind = fitted(section.kind, before)
    among = siblings(plan, before)
    place(section, among, len(among))


def _bring_back(row: Section, by: User) -> None:
    row.version += 1
    by_hand_of(by, row, "Gendannet").save(force_insert=True)
    for linked in (row.plan.focus_areas, row.plan.duties):
        stood = linked.model.history.filter(section_id=row.pk).values("id")
        for thing in linked.filter(pk__in=stood, section=None):
            thing.section = row
            by_hand_of(by, thing).save()


def _depth(section: Section | None) -> int:
    """Levels of headings down to and with the section."""
    return 0 if section is None else 1 + _depth(section.parent)


def _height(section: Section, rows: list[Section]) -> int:
    """Levels of headings from the section down."""
    return 1 + max((_height(row, rows) for row in rows if row.parent_id == section.pk), default=0)


def _refuse_deeper_than(levels: int) -> None:
    if levels > DEEPEST:
        raise Refused(f"Planen kan højst have {DEEPEST} niveauer af overskrifter. Ryk afsnittet ud i stedet.")
