"""A new plan: carried forward from an earlier one, or empty with the usual sections."""

from collections.abc import Iterable

from django.db import transaction
from simple_history.utils import bulk_create_with_history

from councils.models import Council
from plans.comments import workflow as comments
from plans.document.models import FIRST_YEAR, LAST_YEAR, Carried, FocusArea, Plan, Priority, Section
from plans.document.numbering import numbered
from plans.drafting.carry_forward import new_references, with_year
from plans.drafting.owners import owners
from plans.drafting.skeleton import Bone, local_skeleton, skeleton
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.text.rich_text_fields import renamed
from samarbejde.transitions import Refused, lock


@transaction.atomic
def start_plan(council: Council, year: int, *, by: User) -> Plan:
    """An empty plan with the usual sections; refuses a year that has a plan."""
    plan = _new_plan(council, year, None, by)
    _grow(plan, None, local_skeleton(year) if plan.is_local else skeleton(year), by)
    record("plan.started", f"{plan.title} blev begyndt fra tom", by=by, subject=plan)
    return plan


@transaction.atomic
def carry_forward(previous: Plan, year: int, *, by: User) -> Plan:
    """A plan with the text, topics and priorities of an earlier one; nothing that was signed."""
    if year <= previous.year:
        raise Refused(f"Planen skal være til et senere år end {previous.year}.")
    plan = _new_plan(previous.council, year, previous, by)
    sections = _copy_sections(previous, plan, by)
    areas = _copy_areas(previous, plan, sections, by)
    _copy_priorities(areas, by)
    comments.carry(previous, plan)
    record("plan.started", f"{plan.title} blev begyndt med teksten fra {previous.year}", by=by, subject=plan)
    return plan


def _new_plan(council: Council, year: int, previous: Plan | None, by: User) -> Plan:
    lock(council)  # two at once cannot both find the year free
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(f"Vælg et år mellem {FIRST_YEAR} og {LAST_YEAR}.")
    if council.plans.filter(year=year).exists():
        raise Refused(f"{council.name} har allerede en plan for {year}. Åbn den, eller vælg et andet år.")
    plan = Plan(council=council, year=year, previous=previous)
    if previous is not None:
        plan.signatures_required = previous.signatures_required
    with_editor(by, plan).save()
    return plan


def _grow(plan: Plan, parent: Section | None, bones: Iterable[Bone], by: User) -> None:
    for position, bone in enumerate(bones, start=1):
        section = Section(
            plan=plan, parent=parent, position=position, kind=bone.kind, heading=bone.heading, data=bone.data
        )
        with_editor(by, section).save()
        _grow(plan, section, bone.below, by)


def _copy_sections(previous: Plan, plan: Plan, by: User) -> dict[int, Section]:
    """Copies by the id of what they were copied from; a level at a time, for parents have ids first."""
    placed = numbered(previous.sections.all())
    names = new_references([entry.section.heading for entry in placed], previous.year, plan.year)
    copies: dict[int, Section] = {}
    staff = set(owners(plan).values_list("pk", flat=True))
    for depth in range(max((entry.depth for entry in placed), default=-1) + 1):
        level = [entry.section for entry in placed if entry.depth == depth]
        rows = [_copied_section(old, previous, plan, copies, staff) for old in level]
        for row in rows:
            row.body, row.closing = renamed(row.body, names), renamed(row.closing, names)
        bulk_create_with_history(rows, Section, default_user=by, default_change_reason=_reason(previous))
        copies |= {old.pk: row for old, row in zip(level, rows, strict=True)}
    return copies


def _copied_section(
    old: Section, previous: Plan, plan: Plan, copies: dict[int, Section], staff: set[int]
) -> Section:
    return Section(
        plan=plan,
        parent=copies[old.parent_id] if old.parent_id else None,
        position=old.position,
        kind=old.kind,
        data=old.data,
        heading=with_year(old.heading, previous.year, plan.year),
        body=old.body,
        closing=old.closing,
        lineage=old.lineage,
        owner_id=old.owner_id if old.owner_id in staff else None,
        guidance=old.guidance,
        mode=old.mode,
        carried=Carried.KEPT,
        unread=bool(old.body or old.closing),
        carried_version=old.version,
    )


def _copy_areas(previous: Plan, plan: Plan, sections: dict[int, Section], by: User) -> dict[int, FocusArea]:
    olds = list(previous.focus_areas.all())
    rows = [
        FocusArea(
            plan=plan,
            own_title=old.own_title,
            scope=old.scope,
            council_id=old.council_id,
            section=sections[old.section_id] if old.section_id else None,
            description=old.description,
            projects=old.projects,
            position=old.position,
            lineage=old.lineage,
            since=old.since or previous.year,
            carried=Carried.KEPT,
            unread=old.section_id is None,  # else its section is to be read
        )
        for old in olds
    ]
    bulk_create_with_history(rows, FocusArea, default_user=by, default_change_reason=_reason(previous))
    return {old.pk: row for old, row in zip(olds, rows, strict=True)}


def _copy_priorities(areas: dict[int, FocusArea], by: User) -> None:
    olds = Priority.objects.filter(focus_area__in=areas).order_by("council_id", "position", "pk")
    rows = [
        Priority(council_id=old.council_id, focus_area=areas[old.focus_area_id], position=old.position)
        for old in olds
    ]
    bulk_create_with_history(rows, Priority, default_user=by)


def _reason(previous: Plan) -> str:
    return f"Videreført fra {previous.year}"
