"""Which lokalråd proposed a topic, and whether citizens are told so."""

from collections.abc import Iterable

from django.db import transaction

from councils.models import Council
from plans.document.models import FocusArea
from plans.drafting.workflow.edit_lock import lock_open, locked_area
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.transitions import Refused, refuse_overtaken


@transaction.atomic
def note_proposers(area: FocusArea, councils: Iterable[Council], *, by: User) -> FocusArea:
    """Add these to the lokalråd that the topic is proposed by."""
    current = locked_area(lock_open(area.plan), area.pk)
    found = list(dict.fromkeys([*current.proposer_ids, *(council.pk for council in councils)]))
    if found == current.proposer_ids:
        return current
    current.proposer_ids = found
    return save_as_next(by, current)


@transaction.atomic
def name_proposers(area: FocusArea, *, named: bool, version: int, by: User) -> FocusArea:
    """Let readers of the plan see who proposed the topic, or not; raises `Stale` as `edit_focus_area`."""
    plan = lock_open(area.plan)
    current = locked_area(plan, area.pk)
    refuse_overtaken(current, version, {"names_proposers": named})
    if not current.proposer_ids:
        raise Refused(f"»{current}« kommer ikke fra et lokalråd, så der er ingen at nævne.")
    if current.names_proposers == named:
        return current
    current.names_proposers = named
    save_as_next(by, current)
    said = "nævner nu, hvem der foreslog det" if named else "nævner ikke længere, hvem der foreslog det"
    record("focus_area.proposers", f"Emnet »{current}« {said}", by=by, subject=current, within=plan)
    return current
