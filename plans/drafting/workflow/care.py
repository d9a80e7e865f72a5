"""Who writes which section, how far it is, what may be changed in it, and what whoever writes is told."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from plans.document.models import EditMode, Plan, Section, WritingStatus
from plans.drafting.owners import owners
from plans.drafting.workflow.edit_lock import lock_open, locked_section
from samarbejde.accounts.models import User
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused


@transaction.atomic
def care_for(
    section: Section, *, owner: User | None, status: str, mode: str, guidance: str, seen: str, by: User
) -> Section:
    """`seen` is the guidance that the form was opened over: nobody's is overwritten unseen."""
    plan = lock_open(section.plan)
    section = locked_section(plan, section.pk)
    if section.guidance not in (seen, guidance):
        raise Refused(
            f"Vejledningen er ændret af en anden, siden du åbnede siden. Nu står der: »{section.guidance}«. "
            "Skriv det ind, der skal med, og gem igen."
        )
    _refuse_stranger(plan, owner)
    wanted = {"owner": owner, "status": WritingStatus(status), "mode": EditMode(mode), "guidance": guidance}
    return _write(section, wanted, by)


@transaction.atomic
def assign_sections(
    plan: Plan, sections: Iterable[Section], *, owner: User | None = None, status: str = "", by: User
) -> int:
    """Give several sections an owner, a status, or both, and say how many got something new."""
    plan = lock_open(plan)
    _refuse_stranger(plan, owner)
    wanted: dict[str, object] = ({"owner": owner} if owner else {}) | (
        {"status": WritingStatus(status)} if status else {}
    )
    keys = {section.pk for section in sections}
    rows = plan.sections.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    changed = [row for row in rows if any(getattr(row, name) != value for name, value in wanted.items())]
    for row in changed:
        _write(row, wanted, by)
    return len(changed)


def _write(section: Section, wanted: Mapping[str, object], by: User) -> Section:
    """Without a new version: whoever writes the text meanwhile is not told of another's."""
    told = [name for name, value in wanted.items() if getattr(section, name) != value]
    for name in told:
        setattr(section, name, wanted[name])
    if told:
        words = {
            "owner": f"Ansvarlig: {section.owner or 'ingen'}",
            "status": f"Status: {section.get_status_display()}",
            "mode": f"Må rettes: {section.get_mode_display()}",
            "guidance": "Ny vejledning",
        }
        with_editor(by, section, ". ".join(words[name] for name in told)[:100]).save()
    return section


def _refuse_stranger(plan: Plan, owner: User | None) -> None:
    if owner is not None and not owners(plan).filter(pk=owner.pk).exists():
        raise Refused(f"{owner} er ikke i sekretariatet. Vælg en, der er.")
