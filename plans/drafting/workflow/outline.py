"""The plan's tree: sections are added, deleted and brought back."""

from django.db import transaction

from plans.document.models import FocusArea, Plan, Section, SectionKind
from plans.drafting.allowed_kinds import fitted, kinds_below
from plans.drafting.deleted import deleted_sections
from plans.drafting.outline import subtree
from plans.drafting.workflow.edit_lock import lock_open, locked_section
from plans.drafting.workflow.edit_mode import refuse_unless_free
from plans.drafting.workflow.moving import depth, refuse_deeper_than
from plans.drafting.workflow.ordering import insert, siblings
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.rich_text import line
from samarbejde.transitions import Refused


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
    refuse_deeper_than(depth(parent) + 1)
    among = siblings(plan, parent)
    section = Section(plan=plan, parent=parent, kind=kind, heading=heading, data=data)
    at = [sibling.pk for sibling in among].index(after.pk) + 1 if after in among and after else len(among)
    insert(section, among, at)
    with_editor(by, section).save()
    return section


@transaction.atomic
def delete_section(section: Section, *, by: User) -> None:
    """Take the section and all below it out of the plan; the history keeps every word."""
    plan = lock_open(section.plan)
    section = locked_section(plan, section.pk)
    doomed = subtree(section, plan.sections.all())
    refuse_unless_free(doomed, "slettes")
    for area in plan.focus_areas.filter(section__in=doomed):
        _keep_title(area, by)
    for row in reversed(doomed):
        with_editor(by, row, "Slettet" if row.pk == section.pk else f"Slettet med {section.pk}").delete()
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
    insert(root, among, max(0, root.position - 1))
    _bring_back(root, by)
    below = [r.instance for r in gone.values() if r.history_change_reason == f"Slettet med {pk}"]
    for row in subtree(root, below)[1:]:
        _bring_back(row, by)
    record("section.restored", f"»{root}« blev gendannet", by=by, subject=plan, internal=True)
    return root


def _keep_title(area: FocusArea, by: User) -> None:
    """The topic stays when its section goes, and is called the same."""
    assert area.section is not None, "the title is the section's"
    area.own_title, area.version = area.title, area.section.version
    area.section = None
    save_as_next(by, area, "Afsnittet blev slettet")


def _bring_back(row: Section, by: User) -> None:
    """With the topic and the duties that were its own; a topic that has got another title keeps that."""
    stood = FocusArea.history.filter(section_id=row.pk).values("id")
    area = row.plan.focus_areas.filter(pk__in=stood, section=None).first()
    if area is not None:
        row.heading, row.version = area.own_title, max(row.version, area.version)
    row.version += 1
    with_editor(by, row, "Gendannet").save(force_insert=True)
    if area is not None:
        area.own_title, area.section = "", row
        with_editor(by, area, "Afsnittet blev gendannet").save()
    bound = row.plan.duties.model.history.filter(section_id=row.pk).values("id")
    for duty in row.plan.duties.filter(pk__in=bound, section=None):
        duty.section = row
        with_editor(by, duty).save()
