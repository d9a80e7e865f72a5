"""The kredsråd agreed with corrections: they are written in once, and the plan is discussed as before."""

from collections.abc import Sequence

from django.db import transaction

from plans.approval.frozen import text_after
from plans.approval.models import CorrectionPass, CorrectionsMade, Discussion
from plans.approval.record import open_pass
from plans.document.changes import Change, changes
from plans.document.keeping import keep_version
from plans.document.models import FrozenText, Plan, Step
from plans.document.obstacles import refuse_obstacles
from plans.document.snapshot import Snapshot, content_hash, read_snapshot
from plans.document.states import PlanState
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.transitions import Refused, lock, move

ONCE = (
    "Kredsrådets rettelser er skrevet ind, og det kan kun ske én gang efter et møde. Skal der rettes mere, "
    "så tag planen tilbage til kladde, send den i høring, og drøft den på et nyt møde."
)


@transaction.atomic
def begin_corrections(plan: Plan, *, by: User) -> CorrectionPass:
    """Open the text for what the kredsråd asked to have changed, once for each meeting."""
    plan = lock(plan)
    discussion = plan.discussions.standing().select_related("meeting", "corrections__made").first()
    if discussion is None:
        raise Refused(
            f"Planen er »{plan.get_state_display()}«, og der er ikke bedt om rettelser. "
            "Gå til »Registrér drøftelsen«, og vælg der »Tiltrådt med rettelser«."
        )
    if discussion.correction_pass and not discussion.correction_pass.is_open:
        raise Refused(ONCE)
    return begin(plan, discussion, by)


def begin(plan: Plan, discussion: Discussion, by: User) -> CorrectionPass:
    """Within a transaction that holds the plan, which is discussed."""
    move(plan, PlanState.CORRECTING, plan.transitions)
    text = _frozen(text_after(discussion))
    begun = CorrectionPass.objects.create(discussion=discussion, text=text, begun_by=by)
    with_editor(by, plan).save()
    what = "Kredsrådet tiltrådte planen med rettelser, som nu skrives ind"
    record("plan.correcting", what, by=by, subject=plan)
    return begun


@transaction.atomic
def end_corrections(plan: Plan, *, by: User) -> CorrectionsMade:
    """The corrected text is what the kredsråd discussed; each correction stands in the record from now on."""
    plan = lock(plan)
    begun = open_pass(plan)
    if begun is None:
        raise Refused(f"Planen er »{plan.get_state_display()}«, og der er ingen rettelser at afslutte.")
    move(plan, PlanState.DISCUSSED, plan.transitions)
    text = text_after(begun.discussion)
    refuse_obstacles(text)
    frozen = _frozen(text)
    made = CorrectionsMade.objects.create(
        correction_pass=begun,
        text=frozen,
        changes=changes(read_snapshot(begun.text.snapshot), text),
        ended_by=by,
    )
    keep_version(plan, Step.CORRECTED, text=frozen, by=by)
    with_editor(by, plan).save()
    record("plan.corrected", counted(made.changes), by=by, subject=plan)
    return made


def counted(made: Sequence[Change]) -> str:
    if not made:
        return "Teksten blev ikke rettet efter drøftelsen"
    words = "1 rettelse" if len(made) == 1 else f"{len(made)} rettelser"
    return f"{words} blev skrevet ind efter drøftelsen"


def _frozen(text: Snapshot) -> FrozenText:
    return FrozenText.objects.create(snapshot=text, content_hash=content_hash(text))
