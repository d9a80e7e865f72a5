"""Words replaced all over a plan in one step, and taken back in one."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction
from django.utils import timezone

from plans.document.models import Plan, Section
from plans.drafting.workflow import edit_focus_area, save_section
from plans.drafting.workflow.edit_lock import lock_open
from plans.drafting.workflow.following import Followed, Tell, follow_headings, unsaid
from plans.replacing.finding import Place, Text, Written, found, texts_of
from plans.replacing.models import ReplacedText, Replacement
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.text.rich_text_replacing import Sought
from samarbejde.transitions import Refused, lock

CHANGED = (
    "Nogle af stederne er ændret, siden du søgte, så intet er erstattet. "
    "Her er stederne, som de står nu: se dem igennem, og erstat igen."
)


@transaction.atomic
def replace(
    plan: Plan, sought: Sought, put: str, *, chosen: Collection[str], by: User, tell: Tell = unsaid
) -> Replacement:
    """Put `put` at the places with the keys `chosen`: at all of them, or at none. References follow headings.

    A key is of a place in one version of its text; where somebody has written meanwhile it is refused.
    """
    plan = lock_open(plan)
    wanted = set(chosen)
    if not wanted:
        raise Refused("Sæt hak ved de steder, der skal erstattes.")
    texts = found(plan, sought, put)
    known = {place.key for text in texts for place in text.places}
    if not wanted <= known:
        raise Refused(CHANGED)
    replacement = Replacement(plan=plan, words=sought.words, put=put, places=len(wanted), by=by)
    replacement.save()
    before = _headings(text.row for text in texts)
    for text in texts:
        if places := [place for place in text.places if place.key in wanted]:
            _replace_in(replacement, text, places, sought)
    tell(_follow(replacement, before))
    record("text.replaced", f"{replacement} {replacement.where}", by=by, subject=plan, internal=True)
    return replacement


@transaction.atomic
def undo(replacement: Replacement, *, by: User, tell: Tell = unsaid) -> list[Written]:
    """Put back what stood, except where it was written in since: those rows stay, and are given back."""
    plan = lock_open(replacement.plan)
    replacement = lock(replacement)
    if replacement.undone_at:
        raise Refused("Det er allerede fortrudt.")
    left = []
    texts = replacement.texts.select_related("section", "focus_area")
    before = _headings(text.row for text in texts)
    for text in texts:
        if text.row.version == text.version:
            _save(text.row, text.before, f"{replacement} fortrudt", by)
        else:
            left.append(text.row)
    tell(follow_headings(plan, before, by=by))
    replacement.undone_at = timezone.now()
    replacement.save()
    record("text.replacing_undone", f"{replacement} blev fortrudt", by=by, subject=plan, internal=True)
    return left


def _headings(rows: Iterable[Written]) -> dict[int, str]:
    return {row.pk: row.heading for row in rows if isinstance(row, Section)}


def _follow(replacement: Replacement, before: Mapping[int, str]) -> Followed:
    """What is written for that in a text which was replaced in belongs to the replacement."""
    followed = follow_headings(replacement.plan, before, by=replacement.by)
    for text in replacement.texts.exclude(section=None).select_related("section"):
        text.version = text.row.version
        text.save(update_fields=["version"])
    return followed


def _replace_in(replacement: Replacement, text: Text, places: list[Place], sought: Sought) -> None:
    row = text.row
    numbers: dict[str, set[int]] = {}
    for place in places:
        numbers.setdefault(place.field.name, set()).add(place.number)
    changed = {field.name: field for field in (place.field for place in places)}
    before = {name: getattr(row, name) for name in changed}
    after = {
        name: field.replaced(row, sought, replacement.put, numbers[name]) for name, field in changed.items()
    }
    try:
        saved = _save(row, after, str(replacement), replacement.by)
    except Refused as refusal:
        raise Refused(f"Intet er erstattet. »{text.title}«: {refusal}") from refusal
    kind = "section" if isinstance(row, Section) else "focus_area"
    ReplacedText.objects.create(
        replacement=replacement, version=saved.version, before=before, **{kind: saved}
    )


def _save(row: Written, words: dict[str, str], reason: str, by: User) -> Written:
    texts = texts_of(row) | words
    if isinstance(row, Section):
        return save_section(row, by=by, version=row.version, reason=reason, read=False, tell=None, **texts)
    title, text = texts["own_title"], texts["description"]
    return edit_focus_area(row, title=title, text=text, version=row.version, by=by, read=False)
