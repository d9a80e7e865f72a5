"""Focus areas: into the plan, under one title, into the lists of the lokalråd."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import transaction
from django.db.models import Max

from councils.models import Council
from plans.document.models import FocusArea, Plan, RegisterData, Scope, Section, SectionKind
from plans.drafting.districts_topics import districts_topics
from plans.drafting.lists import local_councils
from plans.drafting.workflow.edit_lock import lock_open, locked_area
from plans.drafting.workflow.edit_mode import refuse_against_mode
from plans.drafting.workflow.following import Tell, follow_headings, followed_reason, unsaid
from plans.drafting.workflow.ordering import insert, siblings
from plans.drafting.workflow.priorities import prioritise
from plans.pictures.kept import refuse_unknown
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.rich_text import clean, line
from samarbejde.transitions import Refused, lock_as_seen, refuse_overtaken, stands

Written = TypeVar("Written", FocusArea, Section)


@transaction.atomic
def add_focus_area(
    plan: Plan,
    *,
    title: str,
    text: str,
    scope: str,
    council: Council | None,
    proposers: Iterable[Council] = (),
    by: User,
) -> FocusArea:
    """Take a topic into the plan: a section of its own when it is district-wide, else one lokalråd's topic.

    A district-wide area joins every lokalråd's list, a local one (`council`) that council's, each time last.
    `proposers` are the lokalråd that it is proposed by.
    """
    plan = lock_open(plan)
    if plan.is_local and scope == Scope.DISTRICT:
        raise Refused(f"Kredsdækkende emner hentes fra kredsens plan for {plan.year} og tilføjes ikke her.")
    title = checked_title(plan, title, council if scope == Scope.LOCAL else None)
    text = clean(text)
    refuse_unknown(plan, [text])
    area = FocusArea(plan=plan, scope=scope, since=plan.year, position=next_position(plan))
    area.proposer_ids = list(dict.fromkeys(proposer.pk for proposer in proposers))
    if scope == Scope.DISTRICT:
        area.section = section_for(plan, title, text, by)
    else:
        area.own_title, area.description = title, text
        area.council = _local_council(plan, council)
    with_editor(by, area).save()
    prioritise(area, [area.council] if area.council else local_councils(plan), by=by)
    where = "som kredsdækkende emne" if scope == Scope.DISTRICT else f"som lokalt emne for {area.council}"
    record("focus_area.added", f"»{title}« kom med i planen {where}", by=by, subject=area, within=plan)
    return area


@transaction.atomic
def share_focus_area(area: FocusArea, councils: Iterable[Council], *, by: User) -> None:
    """Put a local topic last on the lists of other lokalråd too; where it stands already, it stays."""
    standing = set(area.priorities.values_list("council", flat=True))
    new = [council for council in dict.fromkeys(councils) if council.pk not in standing]
    if not new:
        return
    plan = lock_open(area.plan)
    area = locked_area(plan, area.pk)
    for council in new:
        checked_title(plan, area.title, council, of=area)
    prioritise(area, new, by=by)
    names = danish.listing(str(council) for council in new)
    record("focus_area.shared", f"»{area}« kom også på listen for {names}", by=by, subject=area, within=plan)


@transaction.atomic
def edit_focus_area(
    area: FocusArea,
    *,
    title: str,
    text: str,
    version: int,
    by: User,
    read: bool = True,
    reason: str = "",
    tell: Tell = unsaid,
) -> FocusArea:
    """Give the topic another title, everywhere it is shown, and a local one another text.

    `version` is of the row that has the title; raises `Stale` when it is not what stands. References to
    a section follow its title, and `tell` is told.
    """
    plan = lock_open(area.plan)
    current = locked_area(plan, area.pk)
    if current.section:
        heading = {"heading": line(title)}
        before = {current.section.pk: current.section.heading}
        row = _write(plan, current, lock_as_seen(current.section, version, heading), heading, by)
        tell(follow_headings(plan, before, by=by, held=[row], reason=followed_reason(reason)))
        return locked_area(plan, area.pk)
    words = {"own_title": line(title)}
    if current.scope == Scope.LOCAL:
        words["description"] = clean(text)
        refuse_unknown(plan, [words["description"]])
    refuse_overtaken(current, version, words)
    if read and not stands(current, words):
        current.unread = False
    return _write(plan, current, current, words, by)


@transaction.atomic
def remove_focus_area(area: FocusArea, *, by: User) -> None:
    """Take the topic out of the plan and of every list; its section, if it has one, stays."""
    plan = lock_open(area.plan)
    current = locked_area(plan, area.pk)
    if plan.is_local and current.lineage in {topic.lineage for topic in districts_topics(plan)}:
        raise Refused(f"»{current}« er kredsens emne og står i alle kredsens lokale planer i {plan.year}.")
    for row in [*current.priorities.all(), current]:
        with_editor(by, row).delete()
    record("focus_area.removed", f"Emnet »{current.title}« gled ud af planen", by=by, subject=plan)


def _write(plan: Plan, area: FocusArea, row: Written, words: dict[str, str], by: User) -> Written:
    """Put the words, the title first, into the locked row that has them."""
    if not stands(row, words):
        title, *_ = words.values()
        refuse_districts_title(plan, area, title)
        if isinstance(row, Section):
            refuse_against_mode(row, words)
        checked_title(plan, title, area.council, of=area)
        for name, value in words.items():
            setattr(row, name, value)
        save_as_next(by, row, "" if row is area else "Emnet fik ny titel")
    return row


def refuse_districts_title(plan: Plan, area: FocusArea, title: str) -> None:
    """In a local plan a district-wide topic is called what the district calls it."""
    if plan.is_local and area.scope == Scope.DISTRICT and title != area.title:
        raise Refused(
            f"»{area}« er kredsens emne og hedder det samme i alle planer. "
            "Skal titlen være en anden, så bed sekretariatet rette den i kredsens plan."
        )


def checked_title(plan: Plan, title: str, council: Council | None, *, of: FocusArea | None = None) -> str:
    """The title as one line; refuses an empty or overlong one, and one that the plan has already."""
    title = line(title)
    if not title:
        raise Refused("Skriv emnets titel.")
    if len(title) > 300:
        raise Refused(f"Titlen er på {len(title)} tegn og kan højst være på 300. Skriv den kortere.")
    same = FocusArea.objects.titled(title).filter(plan=plan, council=council)
    if (same.exclude(pk=of.pk) if of else same).exists():
        raise Refused(
            f"Planen har allerede et emne med titlen »{title}«. Brug en anden titel, eller ret det, der står."
        )
    return title


def _local_council(plan: Plan, council: Council | None) -> Council:
    if council is None or council not in local_councils(plan):
        raise Refused("Et lokalt emne hører til et af politikredsens lokalråd. Vælg lokalrådet.")
    return council


def next_position(plan: Plan) -> int:
    return (plan.focus_areas.aggregate(last=Max("position"))["last"] or 0) + 1


def section_for(plan: Plan, title: str, body: str, by: User) -> Section:
    parent, after = _place_for_areas(plan)
    at_top = parent is None or parent.kind == SectionKind.PART
    kind = SectionKind.CHAPTER if at_top else SectionKind.SECTION
    section = Section(plan=plan, parent=parent, kind=kind, heading=title, body=body)
    insert(section, siblings(plan, parent), after)
    with_editor(by, section).save()
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
