"""What becomes of last year's text: each part of it is kept, revised or dropped, and read by somebody."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction

from plans.document.models import FocusArea, Plan, Section
from plans.drafting.carried_over import CarriedRow, Choice, carried_over
from plans.drafting.deleted import deleted_sections
from plans.drafting.lists import local_councils
from plans.drafting.outline import subtree
from plans.drafting.workflow.edit_lock import lock_open
from plans.drafting.workflow.focus_areas import remove_focus_area
from plans.drafting.workflow.outline import delete_section, restore_section
from plans.drafting.workflow.priorities import prioritise
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused, lock


@transaction.atomic
def say_read(row: Section | FocusArea, *, by: User) -> None:
    """Somebody has looked at what was carried forward, and it may stand. The text is not touched."""
    lock(row.plan)
    held = lock(row, gone="Det er taget ud af planen af en anden.")
    if held.unread:
        held.unread = False
        with_editor(by, held, "Læst, kan stå").save()


@transaction.atomic
def decide_carried(plan: Plan, decisions: Mapping[UUID, Choice], *, by: User) -> int:
    """Take each decision that is another than what stands, parents first; how many were."""
    plan = lock_open(plan)
    wanted = [(row, decisions.get(row.lineage, row.choice)) for row in carried_over(plan).rows]
    changed = [(row, choice) for row, choice in wanted if choice != row.choice]
    for found, choice in changed:
        if choice == Choice.DROPPED:
            _drop(plan, found, decisions, by)
        else:
            _mark(found.row or _brought_back(plan, found, by), choice, by)
    return len(changed)


def _mark(row: Section | FocusArea, choice: Choice, by: User) -> None:
    row.carried = choice.value
    with_editor(by, row, f"Fra sidste år: {choice.label.lower()}").save()


def _drop(plan: Plan, found: CarriedRow, decisions: Mapping[UUID, Choice], by: User) -> None:
    """With all below it, and the topics whose text it is."""
    if isinstance(found.row, FocusArea):
        return remove_focus_area(found.row, by=by)
    section = plan.sections.filter(lineage=found.lineage).first()
    if section is None:
        return None  # it went with what it stood under
    doomed = subtree(section, plan.sections.all())
    for row in doomed[1:]:
        if decisions.get(row.lineage) != Choice.DROPPED:
            raise Refused(
                f"»{section}« kan ikke udgå, så længe »{row}« står under det. "
                f"Flyt »{row}« først, eller lad det udgå også."
            )
    for area in plan.focus_areas.filter(section__in=doomed):
        remove_focus_area(area, by=by)
    return delete_section(section, by=by)


def _brought_back(plan: Plan, found: CarriedRow, by: User) -> Section | FocusArea:
    """Out of the bin, and its topic onto the lists again."""
    removed = FocusArea.history.filter(plan_id=plan.pk, history_type="-").order_by("-history_date")
    topic = removed.filter(lineage=found.lineage).first()
    if topic is not None and topic.section_id is None:
        return _topic_again(topic.instance, None, by)
    if section := plan.sections.filter(lineage=found.lineage).first():
        return section  # it came with what it stands under
    gone = {record.lineage: record.id for record in deleted_sections(plan)}
    if found.lineage not in gone:
        raise Refused(
            f"»{found.title}« ligger ikke i papirkurven mere. "
            "Tilføj det igen under »Indhold«, og hent teksten i sidste års plan."
        )
    section = restore_section(plan, gone[found.lineage], by=by)
    for row in subtree(section, plan.sections.all()):
        if topic := removed.filter(section_id=row.pk).first():
            _topic_again(topic.instance, row, by)
    return section


def _topic_again(area: FocusArea, section: Section | None, by: User) -> FocusArea:
    if not FocusArea.objects.filter(pk=area.pk).exists():
        area.section = section
        with_editor(by, area, "Emnet blev gendannet").save(force_insert=True)
        prioritise(area, [area.council] if area.council else local_councils(area.plan), by=by)
    return area
