"""The secretariat keeps the units of its district's police: what is under what, and in which order."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import ProtectedError

from councils.organisation.workflow.ordering import moved
from councils.register.models import OrganisationUnit, PoliceDistrict
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import Record, save_as_next, with_editor
from samarbejde.transitions import Refused, lock, lock_as_seen, stands

GONE = "Enheden er slettet af en anden."
HOLDS = "Under »{}« hører {}. Sæt dem et andet sted hen, eller slet dem først."
BELOW_ITSELF = "»{}« hører selv under »{}«. Vælg en anden enhed."
NO_PARENT = "Den enhed, du valgte, er slettet. Vælg en anden."


@transaction.atomic
def add_unit(district: PoliceDistrict, *, name: str, parent_id: int | None, by: User) -> OrganisationUnit:
    """The last under its parent, or on top of the chart where that is None."""
    district = lock(district)
    unit = OrganisationUnit(district=district, name=name)
    _place(unit, _parent(district, parent_id))
    with_editor(by, unit).save()
    _record("organisation.unit_added", f"Oprettede enheden »{unit}«{_where(unit)}", unit, by)
    return unit


@transaction.atomic
def edit_unit(
    unit: OrganisationUnit, *, name: str, parent_id: int | None, version: int, by: User
) -> OrganisationUnit:
    """Raises `Stale` if another version stands. Units under it come along; in a new place it is the last."""
    district = lock(unit.district)
    answers = {"name": name, "parent_id": parent_id}
    unit = lock_as_seen(unit, version, answers, gone=GONE)
    if stands(unit, answers):
        return unit
    if unit.parent_id != parent_id:
        parent = _parent(district, parent_id)
        if parent and parent.pk in unit.with_all_below():
            raise Refused(BELOW_ITSELF.format(parent, unit))
        _place(unit, parent)
    was, unit.name = unit.name, name
    save_as_next(by, unit)
    told = f"»{was}« til »{name}«" if was != name else f"»{name}«"
    _record("organisation.unit_changed", f"Rettede enheden {told}{_where(unit)}", unit, by)
    return unit


@transaction.atomic
def move_unit(unit: OrganisationUnit, direction: str, *, by: User) -> int | None:
    """Past its neighbour under the same unit; its number then, or None at the end of the list."""
    district = lock(unit.district)
    unit = lock(unit, gone=GONE)
    number = moved(_siblings(district, unit.parent_id), unit, direction, by=by)
    if number:
        told = f"Satte enheden »{unit}« som nummer {number}{_where(unit)}"
        _record("organisation.unit_moved", told, unit, by)
    return number


@transaction.atomic
def delete_unit(unit: OrganisationUnit, *, by: User) -> None:
    """One that has none under it. The history keeps it, and `restore_unit` puts it back."""
    lock(unit.district)
    unit = lock(unit, gone=GONE)
    below = [child.name for child in unit.children.all()]
    _record("organisation.unit_removed", f"Slettede enheden »{unit}«{_where(unit)}", unit, by)
    try:
        with_editor(by, unit).delete()
    except ProtectedError as held:
        raise Refused(HOLDS.format(unit, danish.listing(below))) from held


@transaction.atomic
def restore_unit(district: PoliceDistrict, gone: Record, *, by: User) -> OrganisationUnit:
    """As it was when it was deleted; on top of the chart, where what it was under is gone too."""
    district = lock(district)
    standing = district.units.filter(pk=gone.id).first()
    if standing:
        return standing
    unit = OrganisationUnit(pk=gone.id, district=district, name=gone.name, version=gone.version + 1)
    _place(unit, district.units.filter(pk=gone.parent_id).first())
    with_editor(by, unit, "Sat ind igen").save(force_insert=True)
    _record("organisation.unit_restored", f"Satte enheden »{unit}« ind igen{_where(unit)}", unit, by)
    return unit


def _parent(district: PoliceDistrict, pk: int | None) -> OrganisationUnit | None:
    if pk is None:
        return None
    found = district.units.filter(pk=pk).first()
    if found is None:
        raise Refused(NO_PARENT)
    return found


def _place(unit: OrganisationUnit, parent: OrganisationUnit | None) -> None:
    """Behind the others there."""
    unit.parent = parent
    last = max((one.position for one in _siblings(unit.district, unit.parent_id)), default=0)
    unit.position = last + 1


def _siblings(district: PoliceDistrict, parent_id: int | None) -> Sequence[OrganisationUnit]:
    return list(district.units.filter(parent=parent_id).select_for_update(of=("self",)))


def _where(unit: OrganisationUnit) -> str:
    return f" under »{unit.parent}«" if unit.parent else ""


def _record(verb: str, told: str, unit: OrganisationUnit, by: User) -> None:
    record(verb, told, by=by, subject=unit, internal=True)
