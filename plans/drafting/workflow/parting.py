"""One section becomes two, and two become one: no word is lost, and what stands after stays after."""

from django.db import transaction
from django.utils.html import format_html

from plans.document.models import Carried, Plan, Section, SectionKind
from plans.document.numbering import numbered
from plans.drafting.allowed_kinds import fitted
from plans.drafting.workflow.edit_lock import SECTION_GONE, lock_open
from plans.drafting.workflow.edit_mode import refuse_unless_free
from plans.drafting.workflow.ordering import insert, siblings
from plans.drafting.workflow.outline import add_section
from samarbejde.accounts.models import User
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.redline import blocks
from samarbejde.text.rich_text import clean
from samarbejde.transitions import Refused, lock_as_seen


@transaction.atomic
def split_section(section: Section, *, at: int, heading: str, under: bool, version: int, by: User) -> Section:
    """Let a new section begin with paragraph `at` of the text (from 0), beside the old one or under it.

    All that stands after the place goes along: the register's data, the second text and, unless the new
    section is `under` the old, the sections below it. A topic stays with the old section.
    """
    plan = lock_open(section.plan)
    section = lock_as_seen(section, version, gone=SECTION_GONE)
    refuse_unless_free([section], "deles")
    paragraphs = blocks(section.body)
    if not 0 < at < len(paragraphs):
        raise Refused("Vælg, hvor det nye afsnit begynder. Der skal blive noget stående før det.")
    kind = SectionKind.CHAPTER if section.kind == SectionKind.FOREWORD else section.kind
    below = list(section.children.order_by("position", "pk"))
    new = add_section(
        plan,
        heading=heading,
        kind=fitted(kind, section if under else section.parent),
        data=section.data,
        parent=section if under else section.parent,
        after=None if under else section,
        by=by,
    )
    if under:
        insert(new, [*below, new], 0)
    else:
        _move_under(new, below, by)
    new.body, new.closing = "".join(paragraphs[at:]), section.closing
    new.owner, new.status = section.owner, section.status
    new.carried, new.unread = section.carried, section.unread
    with_editor(by, new, f"Delt fra »{section}«"[:100]).save()
    section.body, section.closing, section.data = "".join(paragraphs[:at]), "", ""
    save_as_next(by, section, f"Delt: »{new}« er sit eget afsnit"[:100])
    return new


@transaction.atomic
def join_section(section: Section, *, version: int, by: User) -> Section:
    """Let the text go on from that of the section before, which is given; its heading is one bold line."""
    plan = lock_open(section.plan)
    section = lock_as_seen(section, version, gone=SECTION_GONE)
    before = the_one_before(plan, section)
    if before is None:
        raise Refused(f"»{section}« er planens første afsnit, så der er ikke noget at samle det med.")
    refuse_unless_free([section, before], "samles")
    if plan.focus_areas.filter(section=section).exists():
        raise Refused(
            f"»{section}« er teksten til et emne, som lokalrådene har på deres lister. Tag emnet ud under "
            "»Emner og prioriteringer«, eller slet afsnittet, så emnet bliver på listerne uden tekst."
        )
    _refuse_two_lists(before, section)
    heading = format_html("<p><strong>{}</strong></p>", section.heading) if section.heading else ""
    if before.data:
        before.closing = clean(before.closing + heading + section.body + section.closing)
    else:
        before.body = clean(before.body + before.closing + heading + section.body)
        before.closing, before.data = section.closing, section.data
    if section.unread:
        before.unread, before.carried = True, before.carried or Carried.KEPT
    _hand_over(plan, section, before, by)
    save_as_next(by, before, f"Samlet med »{section}«"[:100])
    with_editor(by, section, f"Samlet med »{before}«"[:100]).delete()
    return before


def the_one_before(plan: Plan, section: Section) -> Section | None:
    """In the order that readers meet them."""
    order = [entry.section for entry in numbered(plan.sections.all())]
    at = next(n for n, row in enumerate(order) if row.pk == section.pk)
    return order[at - 1] if at else None


def _refuse_two_lists(before: Section, section: Section) -> None:
    if before.data and section.data:
        raise Refused(
            f"Både »{before}« og »{section}« viser oplysninger fra registret, og et afsnit kan kun vise "
            "én slags. Vælg »kun tekst« i det ene, og saml dem så."
        )


def _hand_over(plan: Plan, section: Section, before: Section, by: User) -> None:
    """What hangs on a section that goes: the sections below it, and the duties that its text lays down."""
    below = list(section.children.order_by("position", "pk"))
    if before.pk == section.parent_id or before.parent_id != section.parent_id:
        among = siblings(plan, section.parent)
        at = among.index(section)
        _place(section.parent, [*among[:at], *below, *among[at + 1 :]], below, by)
    else:
        _move_under(before, below, by)
    for duty in plan.duties.filter(section=section):
        duty.section = before
        with_editor(by, duty).save()


def _move_under(parent: Section, rows: list[Section], by: User) -> None:
    _place(parent, rows, rows, by)


def _place(parent: Section | None, order: list[Section], moved: list[Section], by: User) -> None:
    for row in moved:
        row.parent, row.kind = parent, fitted(row.kind, parent)
        with_editor(by, row, "Flyttet").save()
    for position, row in enumerate(order, start=1):
        row.position = position
    Section.objects.bulk_update(order, ["position"])
