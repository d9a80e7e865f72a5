"""Suggestions: made, accepted into the section, declined with a reason, withdrawn by their authors."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from plans.document.models import Section
from plans.drafting.workflow import save_section
from plans.drafting.workflow.edit_lock import SECTION_GONE, lock_open
from plans.drafting.workflow.following import Tell, unsaid
from plans.suggestions import letters
from plans.suggestions.comparing import TEXTS, Texts, base_of, compared
from plans.suggestions.models import SUGGESTION_TRANSITIONS, Suggestion, SuggestionState
from plans.suggestions.permissions import may_suggest
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text import plain_text
from samarbejde.transitions import Refused, lock, move

LONGEST_REASON = 100  # characters, in a history
ADAPTED = ", tilrettet"


@transaction.atomic
def suggest(
    section: Section, texts: Texts, *, reason: str, version: int, form_key: UUID, by: User
) -> Suggestion:
    """Offer `texts` (heading, body, closing) for the section as it was in `version`.

    The plan is not locked: whoever saves never waits. The same form sent twice is one suggestion.
    """
    plan = section.plan
    if sent := plan.suggestions.filter(form_key=form_key).first():
        return sent
    if not may_suggest(by, plan):
        raise Refused(
            f"Planen er »{plan.get_state_display()}«, så der kan ikke foreslås ændringer nu. "
            "Teksten står i felterne: skriv til sekretariatet i stedet."
        )
    personal_numbers.refuse_in([plain_text(text) for text in (*texts.values(), reason)])
    made = Suggestion(
        plan=plan,
        lineage=section.lineage,
        section_title=str(section),
        base_version=version,
        reason=reason,
        form_key=form_key,
        by=by,
        **{name: texts[name] for name in TEXTS},
    )
    if base_of(made) == dict(texts):
        raise Refused("Du har ikke ændret noget i teksten. Ret den, og send så forslaget.")
    made.save()
    record("suggestion.made", f"Foreslog en ændring af »{section}«", by=by, subject=plan, internal=True)
    return made


def suggest_for(section: Section, text: str, *, author: User, reason: str, by: User) -> Suggestion:
    """Offer `text` (rich) as the end of the section's, in the name of `author`, who need not read the plan.

    The plan is locked.
    """
    plan = section.plan
    texts = {"heading": section.heading, "body": section.body + text, "closing": section.closing}
    made = Suggestion.objects.create(
        plan=plan,
        lineage=section.lineage,
        section_title=str(section),
        base_version=section.version,
        reason=reason,
        by=author,
        **texts,
    )
    record("suggestion.made", f"Foreslog en ændring af »{section}«", by=by, subject=plan, internal=True)
    return made


@transaction.atomic
def accept(suggestion: Suggestion, texts: Texts, *, version: int, by: User, tell: Tell = unsaid) -> Section:
    """Make `texts` the section's next version, in its author's name; raises `Stale` if not over `version`.

    References to its heading follow it, and `tell` is told.
    """
    plan = lock_open(suggestion.plan)
    suggestion = _held(suggestion, SuggestionState.ACCEPTED)
    section = plan.sections.filter(lineage=suggestion.lineage).first()
    if section is None:
        raise Refused(SECTION_GONE)
    adapted = dict(texts) != compared(suggestion, section).wanted
    ending = ADAPTED if adapted else ""
    reason = f"Ændringsforslag fra {suggestion.by}"[: LONGEST_REASON - len(ending)] + ending
    saved = save_section(
        section,
        by=by,
        version=version,
        heading=texts["heading"],
        body=texts["body"],
        closing=texts["closing"],
        reason=reason,
        tell=tell,
    )
    suggestion.became_version = saved.version
    _decide(suggestion, f"Optog en ændring af »{saved}« fra {suggestion.by}", by)
    return saved


@transaction.atomic
def decline(suggestion: Suggestion, answer: str, *, by: User) -> Suggestion:
    suggestion = _held(suggestion, SuggestionState.DECLINED)
    if not answer:
        raise Refused("Skriv, hvorfor forslaget ikke bliver optaget.")
    personal_numbers.refuse_in([answer])
    suggestion.answer = answer
    _decide(suggestion, f"Afviste en ændring af »{suggestion.section_title}« fra {suggestion.by}", by)
    return suggestion


@transaction.atomic
def withdraw(suggestion: Suggestion, *, by: User) -> Suggestion:
    suggestion = _held(suggestion, SuggestionState.WITHDRAWN)
    if suggestion.by_id != by.pk:
        raise Refused("Kun den, der skrev forslaget, kan trække det tilbage.")
    suggestion.save()
    told = f"Tog et ændringsforslag til »{suggestion.section_title}« tilbage"
    record("suggestion.withdrawn", told, by=by, subject=suggestion.plan, internal=True)
    return suggestion


def _held(suggestion: Suggestion, to: SuggestionState) -> Suggestion:
    held = lock(suggestion)
    move(held, to, SUGGESTION_TRANSITIONS)
    return held


def _decide(suggestion: Suggestion, told: str, by: User) -> None:
    suggestion.decided_by, suggestion.decided_at = by, timezone.now()
    suggestion.save()
    queue(*letters.decided(suggestion))
    record(f"suggestion.{suggestion.state}", told, by=by, subject=suggestion.plan, internal=True)
