"""Writing a section: nobody's text is overwritten unseen."""

from django.db import transaction

from plans.document.models import FocusArea, Plan, Section, SectionKind, WritingStatus
from plans.drafting.allowed_kinds import fitted, kinds_below
from plans.drafting.workflow.edit_lock import SECTION_GONE, lock_open
from plans.drafting.workflow.edit_mode import refuse_against_mode
from plans.drafting.workflow.focus_areas import checked_title, refuse_districts_title
from plans.drafting.workflow.following import Followed, Tell, follow_headings, followed_reason, unsaid
from plans.pictures.kept import refuse_unknown
from samarbejde.accounts.models import User
from samarbejde.forms.attempts import AUTOSAVED
from samarbejde.histories import save_as_next, with_editor
from samarbejde.text.rich_text import clean, line
from samarbejde.transitions import Refused, lock_as_seen


@transaction.atomic
def save_section(
    section: Section,
    *,
    by: User,
    version: int,
    heading: str,
    body: str,
    closing: str = "",
    kind: str | None = None,
    data: str | None = None,
    reason: str = "",
    read: bool = True,
    tell: Tell | None = unsaid,
) -> Section:
    """Store the text if `version` is what stands; raises `Stale` with the newer text if not.

    A focus area's title is its section's heading. `reason` is written in the history.
    `read` is whether whoever saves has had the text before them, so that it is no longer carried unread.
    References to a heading follow it, and `tell` is told; None where the caller lets them follow later.
    Those in the section itself follow when it does not save itself any more: somebody is writing there.
    """
    plan = lock_open(section.plan)
    text = {"heading": line(heading), "body": clean(body), "closing": clean(closing)}
    text |= {name: value for name, value in (("kind", kind), ("data", data)) if value is not None}
    current = lock_as_seen(section, version, text, gone=SECTION_GONE)
    changed = [name for name, value in text.items() if getattr(current, name) != value]
    before = _headings_before(current, reason) if tell else []
    if not changed:
        _follow(plan, current, before, by, reason, tell)
        return current
    refuse_against_mode(current, text)
    _refuse_impossible(current, text)
    refuse_unknown(plan, (text["body"], text["closing"]))
    for name, value in text.items():
        setattr(current, name, value)
    if "heading" in changed:
        _refuse_anothers_title(plan, current)
    if read:
        _has_been_read(current)
    save_as_next(by, current, reason)
    _follow(plan, current, before, by, reason, tell)
    if "kind" in changed:
        _fit_children(current, by)
    return current


def _headings_before(section: Section, reason: str) -> list[str]:
    """What stands, and what stood before the section last saved itself."""
    before = [section.heading]
    if reason != AUTOSAVED:
        by_hand = section.history.exclude(history_change_reason=AUTOSAVED)
        before += by_hand.values_list("heading", flat=True)[:1]
    return before


def _follow(
    plan: Plan, section: Section, before: list[str], by: User, reason: str, tell: Tell | None
) -> None:
    """From each of the headings `before` that is another now."""
    typed = section if reason == AUTOSAVED else None
    followed = Followed()
    for heading in dict.fromkeys(before):
        if heading != section.heading:
            followed += follow_headings(
                plan,
                {section.pk: heading},
                by=by,
                held=[section],
                typed=typed,
                reason=followed_reason(reason),
            )
    if tell:
        tell(followed)


def _has_been_read(section: Section) -> None:
    section.unread = False
    if section.status == WritingStatus.TODO:
        section.status = WritingStatus.WRITING


def _refuse_impossible(section: Section, text: dict[str, str]) -> None:
    kind = text.get("kind", section.kind)
    if not text["heading"] and kind != SectionKind.PART:
        raise Refused("Skriv en overskrift. Kun en del kan stå uden.")
    if len(text["heading"]) > 300:
        raise Refused(f"Overskriften er på {len(text['heading'])} tegn og kan højst være på 300.")
    if kind != section.kind and kind not in kinds_below(section.parent):
        raise Refused(f"Her i planen kan der ikke stå en {SectionKind(kind).label}. Vælg en anden art.")


def _refuse_anothers_title(plan: Plan, section: Section) -> None:
    if area := FocusArea.objects.filter(section=section).first():
        refuse_districts_title(plan, area, section.heading)
        checked_title(plan, section.heading, area.council, of=area)


def _fit_children(section: Section, by: User) -> None:
    for child in section.children.all():
        if (kind := fitted(child.kind, section)) != child.kind:
            child.kind = kind
            with_editor(by, child).save()
