from uuid import UUID

from django.db import transaction

from plans.approval.frozen import current_text
from plans.document.keeping import keep_version
from plans.document.models import KeptVersion, NewsLine, Plan, Step
from plans.drafting.workflow.edit_lock import lock_open
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, refuse_overtaken


@transaction.atomic
def keep(plan: Plan, name: str, *, by: User) -> KeptVersion:
    """Keep the text as it is now, whatever the plan's state."""
    plan = lock(plan)
    refuse_in([name])
    if not name:
        raise Refused("Giv versionen et navn, for eksempel »Til mødet 3. november«.")
    if name in Step.values or plan.kept_versions.filter(name=name).exists():
        raise Refused(f"Der er allerede en version, der hedder »{name}«. Giv den her et andet navn.")
    kept = keep_version(plan, name, text=current_text(plan), by=by)
    record("plan.kept", f"Planen blev gemt som versionen »{name}«", by=by, subject=plan)
    return kept


@transaction.atomic
def write_news_line(plan: Plan, lineage: UUID, line: str, *, version: int, by: User) -> NewsLine:
    """Say what is new in a section; "" leaves it to the portal. `Stale` if another `version` stands."""
    plan = lock_open(plan)
    refuse_in([line])
    standing = plan.news_lines.filter(lineage=lineage).first() or NewsLine(plan=plan, lineage=lineage)
    refuse_overtaken(standing, version, {"line": line})
    if standing.line == line:
        return standing
    standing.line = line
    return save_as_next(by, standing)
