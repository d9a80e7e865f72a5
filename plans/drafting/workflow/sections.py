"""Writing a section: nobody's text is overwritten unseen."""

from django.db import transaction

from plans.document.models import FocusArea, Plan, Section, SectionKind
from plans.drafting.kinds import fitted, kinds_below
from plans.drafting.workflow.focus_areas import checked_title
from plans.drafting.workflow.standing import lock_open, locked_section, overtaken, store
from samarbejde.accounts.models import User
from samarbejde.histories import by_hand_of
from samarbejde.rich_text import clean, line
from samarbejde.transitions import Refused


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
) -> Section:
    """Store the text if `version` is what stands; raises `Stale` with the newer text if not.

    A focus area's section gives the area its title. `reason` is written in the history.
    """
    plan = lock_open(section.plan)
    current = locked_section(plan, section.pk)
    if current.version != version:
        raise overtaken(current)
    text = {"heading": line(heading), "body": clean(body), "closing": clean(closing)}
    text["kind"] = current.kind if kind is None else kind
    text["data"] = current.data if data is None else data
    changed = [name for name, value in text.items() if getattr(current, name) != value]
    if not changed:
        return current
    _refuse_impossible(current, text)
    for name, value in text.items():
        setattr(current, name, value)
    if "heading" in changed:
        _rename_area(plan, current, by)
    store(current, by=by, reason=reason)
    if "kind" in changed:
        _fit_children(current, by)
    return current


def _refuse_impossible(section: Section, text: dict[str, str]) -> None:
    kind = text["kind"]
    if not text["heading"] and kind != SectionKind.PART:
        raise Refused("Skriv en overskrift. Kun en del kan stå uden.")
    if len(text["heading"]) > 300:
        raise Refused(f"Overskriften er på {len(text['heading'])} tegn og kan højst være på 300.")
    if kind != section.kind and kind not in kinds_below(section.parent):
        raise Refused(f"Her i planen kan der ikke stå en {SectionKind(kind).label}. Vælg en anden art.")


def _rename_area(plan: Plan, section: Section, by: User) -> None:
    area = FocusArea.objects.filter(section=section).first()
    if area is not None and area.title != section.heading:
        area.title = checked_title(plan, section.heading, area.council, of=area)
        by_hand_of(by, area).save()


def _fit_children(section: Section, by: User) -> None:
    for child in section.children.all():
        if (kind := fitted(child.kind, section)) != child.kind:
            child.kind = kind
            by_hand_of(by, child).save()
