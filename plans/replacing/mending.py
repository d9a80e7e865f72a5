"""A finding of the check put right in one step, where the check knows the right words."""

from django.db import transaction

from plans.consistency.findings import Finding
from plans.consistency.findings import Replacement as Mend
from plans.consistency.mending import LONGEST, sought
from plans.consistency.preparing import findings_of
from plans.document.models import Plan, Section
from plans.drafting.workflow.edit_lock import lock_open
from plans.drafting.workflow.following import Tell, unsaid
from plans.replacing.finding import found
from plans.replacing.models import Replacement
from plans.replacing.workflow import replace
from samarbejde.accounts.models import User
from samarbejde.transitions import Refused

CHANGED = "Teksten er ændret, siden du åbnede siden, så intet er rettet. Her er det, som det står nu."


@transaction.atomic
def mend(
    plan: Plan,
    key: str,
    *,
    seen: str,
    word: str = "",
    section: int | None = None,
    by: User,
    tell: Tell = unsaid,
) -> Replacement:
    """Put the right words in all places of the finding with this key; it can be undone as a whole.

    `seen` is the versions of its texts that the change was shown in: nothing else is written over.
    For a word that the dictionary does not know, `word` is the other one, and `section` the only place.
    """
    plan = lock_open(plan)
    finding = next((one for one in findings_of(plan) if one.key == key), None)
    wanted = _wanted(finding, word, section)
    if wanted is None or max(len(wanted.old), len(wanted.new)) > LONGEST:
        raise Refused(CHANGED)
    if not set(wanted.seen.split()) <= set(seen.split()):
        raise Refused(CHANGED)
    sections = {place.section for place in wanted.places}
    texts = found(plan, sought(wanted), wanted.new)
    chosen = [
        place.key
        for text in texts
        if isinstance(text.row, Section) and text.row.pk in sections
        for place in text.places
    ]
    if not chosen:
        raise Refused("Det, der står, hentes fra registret. Ret det der.")
    return replace(plan, sought(wanted), wanted.new, chosen=chosen, by=by, tell=tell)


def _wanted(finding: Finding | None, word: str, section: int | None) -> Mend | None:
    if finding is None or not (word and finding.unknown_word):
        return finding.replacement if finding else None
    return finding.rewritten(word, section)
