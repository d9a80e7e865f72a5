"""The secretariat says which sentences of a plan are duties."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from plans.consistency.duty_reading import key_of
from plans.document.models import Plan
from plans.drafting.workflow.edit_lock import lock_open
from plans.duties.models import DeclinedSentence
from plans.duties.workflow.duties import add_duty
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.transitions import Refused, lock


@dataclass(frozen=True)
class Answered:
    taken: int
    declined: int


@transaction.atomic
def answer_sentences(
    plan: Plan, taken: Mapping[str, Mapping[str, object]], declined: Iterable[str], *, by: User
) -> Answered:
    """Sentences that are duties, each with the columns of its duty, and those that are none.

    What was said of a sentence before stays: the same answers sent twice are one.
    """
    plan, declined = lock_open(plan), list(declined)
    if not taken and not declined:
        raise Refused("Du har ikke svaret på nogen af sætningerne. Vælg ved mindst én af dem, og gem igen.")
    keys = {key_of(sentence): sentence for sentence in taken}
    known = set(plan.duties.filter(sentence_key__in=keys).values_list("sentence_key", flat=True))
    for key, sentence in keys.items():
        if key not in known:
            add_duty(plan, {**taken[sentence], "sentence_key": key}, by=by)
    DeclinedSentence.objects.bulk_create(
        [
            DeclinedSentence(council_id=plan.council_id, key=key_of(one), sentence=one, declined_by=by)
            for one in declined
        ],
        ignore_conflicts=True,
    )
    if declined:
        read = "1 sætning" if len(declined) == 1 else f"{len(declined)} sætninger"
        text = f"{read} blev læst og lægger ikke noget på nogen"
        record("sentences.declined", text, by=by, subject=plan, internal=True)
    return Answered(len(keys) - len(known), len(declined))


@transaction.atomic
def propose_again(plan: Plan, declined: DeclinedSentence, *, by: User) -> None:
    """A sentence that was found to be no duty is asked about anew, where it stands in a text."""
    plan = lock_open(plan)
    declined = lock(declined, gone="En anden har taget sætningen op igen.")
    declined.delete()
    told = f"En fravalgt sætning tages op igen: {declined}"
    record("sentences.taken_back", told, by=by, subject=plan, internal=True)
