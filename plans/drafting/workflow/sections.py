"""Writing a section: nobody's text is overwritten unseen."""

from django.db import transaction

from plans.document.models import FocusArea, Plan, Section, SectionKind, WritingStatus
from plans.drafting.allowed_kinds import fitted, kinds_below
from plans.drafting.workflow.edit_lock import SECTION_GONE, lock_open
from plans.drafting.workflow.edit_mode import refuse_against_mode
from plans.drafting.workflow.focus_areas import checked_title
from plans.drafting.workflow.following import Tell, follow_headings, followed_reason, unsaid
from plans.pictures.kept import refuse_unknown
from samarbejde.accounts.models import User
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
    """
    plan = lock_open(section.plan)
    text = {"heading": line(heading), "body": clean(body), "closing": clean(closing)}
    text |= {name: value for name, value in (("kind", kind), ("data", data)) if value is not None}
    current = lock_as_seen(section, version, text, gone=SECTION_GONE)
    changed = [name for name, value in text.items() if getattr(current, name) != value]
    if not changed:
        return current
    refuse_against_mode(current, text)
    _refuse_impossible(current, text)
    refuse_unknown(plan, (text["body"], text["closing"]))
    before = {current.pk: current.heading}
    for name, value in text.items():
        setattr(current, name, value)
    if "heading" in changed:
        _refuse_anothers_title(plan, current)
    if read:
        _has_been_read(current)
    save_as_next(by, current, reason)
    if "heading" in changed and tell:
        tell(follow_headings(plan, before, by=by, held=[current], reason=followed_reason(reason)))
    if "kind" in changed:
        _fit_children(current, by)
    return current


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
        checked_title(plan, section.heading, area.council, of=area)


def _fit_children(section: Section, by: User) -> None:
    for child in section.children.all():
        if (kind := fitted(child.kind, section)) != child.kind:
            child.kind = kind
            with_editor(by, child).save()
