"""Focus areas: into the plan, under one title, into the lists of the lokalråd."""

from django.db import transaction
from django.db.models import Max

from councils.models import Council
from plans.document.models import FocusArea, Plan, RegisterData, Scope, Section, SectionKind
from plans.drafting.workflow.placing import place, siblings
from plans.drafting.workflow.priorities import local_councils, prioritise
from plans.drafting.workflow.standing import lock_open, locked_area, overtaken, store
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import by_hand_of
from samarbejde.rich_text import clean, line
from samarbejde.transitions import Refused


@transaction.atomic
def add_focus_area(
    plan: Plan, *, title: str, text: str, scope: str, council: Council | None, by: User
) -> FocusArea:
    """Take a topic into the plan: a section of its own when it is district-wide, else one lokalråd's topic.

    A district-wide area joins every lokalråd's list, a local one (`council`) that council's, each time last.
    """
    plan = lock_open(plan)
    title = checked_title(plan, title, council if scope == Scope.LOCAL else None)
    area = FocusArea(plan=plan, title=title, scope=scope, since=plan.year, position=_next_position(plan))
    if scope == Scope.DISTRICT:
        area.section = _section_for(plan, title, clean(text), by)
    else:
        area.council = _local_council(plan, council)
        area.description = clean(text)
    by_hand_of(by, area).save()
    prioritise(area, [area.council] if area.council else local_councils(plan), by=by)
    where = "som kredsdækkende emne" if scope == Scope.DISTRICT else f"som lokalt emne for {area.council}"
    record("focus_area.added", f"»{title}« kom med i planen {where}", by=by, subject=area, within=plan)
    return area


@transaction.atomic
def edit_focus_area(area: FocusArea, *, title: str, text: str, version: int, by: User) -> FocusArea:
    """Give the topic another title, everywhere it is shown, and a local one another text.

    Raises `Stale` when `version`, the newest record of its history, is not what stands.
    """
    plan = lock_open(area.plan)
    current = locked_area(plan, area.pk)
    if current.history.latest().pk != version:
        raise overtaken(current)
    current.title = checked_title(plan, title, current.council, of=current)
    if current.scope == Scope.LOCAL:
        current.description = clean(text)
    by_hand_of(by, current).save()
    section = current.section
    if section is not None and section.heading != current.title:
        section.heading = current.title
        store(section, by=by, reason="Emnet fik ny titel")
    return current


@transaction.atomic
def remove_focus_area(area: FocusArea, *, by: User) -> None:
    """Take the topic out of the plan and of every list; its section, if it has one, stays."""
    plan = lock_open(area.plan)
    current = locked_area(plan, area.pk)
    for row in [*current.priorities.all(), current]:
        by_hand_of(by, row).delete()
    record("focus_area.removed", f"Emnet »{current.title}« gled ud af planen", by=by, subject=plan)


def checked_title(plan: Plan, title: str, council: Council | None, *, of: FocusArea | None = None) -> str:
    """The title as one line; refuses an empty or overlong one, and one that the plan has already."""
    title = line(title)
    if not title:
        raise Refused("Skriv emnets titel.")
    if len(title) > 300:
        raise Refused(f"Titlen er på {len(title)} tegn og kan højst være på 300. Skriv den kortere.")
    same = plan.focus_areas.filter(title__iexact=title, council=council)
    if (same.exclude(pk=of.pk) if of else same).exists():
        raise Refused(
            f"Planen har allerede et emne med titlen »{title}«. Brug en anden titel, eller ret det, der står."
        )
    return title


def _local_council(plan: Plan, council: Council | None) -> Council:
    if council is None or council not in local_councils(plan):
        raise Refused("Et lokalt emne hører til et af politikredsens lokalråd. Vælg lokalrådet.")
    return council


def _next_position(plan: Plan) -> int:
    return (plan.focus_areas.aggregate(last=Max("position"))["last"] or 0) + 1


def _section_for(plan: Plan, title: str, body: str, by: User) -> Section:
    parent, after = _place_for_areas(plan)
    at_top = parent is None or parent.kind == SectionKind.PART
    kind = SectionKind.CHAPTER if at_top else SectionKind.SECTION
    section = Section(plan=plan, parent=parent, kind=kind, heading=title, body=body)
    place(section, siblings(plan, parent), after)
    by_hand_of(by, section).save()
    return section


def _place_for_areas(plan: Plan) -> tuple[Section | None, int]:
    """Below which section, and at which place, a new district-wide area stands.

    Beside the ones that stand there, else in the chapter that shows them, and before the lists of
    priorities; with neither, as a chapter before the appendices.
    """
    standing = plan.sections.filter(focus_area__scope=Scope.DISTRICT).order_by("focus_area__position").last()
    if standing is not None:
        return standing.parent, _index(siblings(plan, standing.parent), standing.pk) + 1
    chapter = None
    for data in (RegisterData.FOCUS_AREAS, RegisterData.PRIORITIES):
        if shown := plan.sections.filter(data=data).select_related("parent").first():
            chapter = shown.parent if shown.kind == SectionKind.SECTION else shown
            break
    among = siblings(plan, chapter)
    below = [
        n for n, s in enumerate(among) if s.data == RegisterData.PRIORITIES or s.kind == SectionKind.APPENDIX
    ]
    return chapter, below[0] if below else len(among)


def _index(sections: list[Section], pk: int) -> int:
    return [section.pk for section in sections].index(pk)
