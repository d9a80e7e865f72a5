"""A plan is printed on trial before it is sent to be signed: nobody signs what cannot be published."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from councils.models import Membership
from plans.approval import workflow as approval
from plans.approval.frozen import discussion_of, text_to_sign
from plans.approval.models import Discussion, SignatureRound
from plans.approval.signers import departures, signers_today
from plans.approvers.workflow import name_approvers
from plans.document.models import Plan
from plans.document.obstacles import Obstacle, Unpublishable, refuse_obstacles
from plans.document.snapshot import Snapshot, read_snapshot
from plans.document.states import PlanState
from plans.drafting.unread import refuse_unread
from plans.publication import letters
from plans.publication.checked_print import print_checked
from plans.publication.models import TRIAL_TRANSITIONS, Trial, TrialState
from plans.publication.pdf.process import PangoMissing, Stopped
from plans.publication.tasks import try_print
from samarbejde.accounts.models import User
from samarbejde.deadlines import is_over
from samarbejde.events.recording import record
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused, lock, may_move, move

CHANGED = "Planen blev ændret, mens den blev prøvetrykt. Send den til underskrift igen."
FAULT = "Prøvetrykket blev ikke lavet på grund af en fejl i portalen. Driften kan se den i loggen."


@transaction.atomic
def send_to_signature(plan: Plan, *, place: str, deadline: date, by: User) -> Trial:
    """Ask the worker to print the text. They are asked to sign as soon as that has gone well."""
    plan = lock(plan)
    if plan.trials.filter(state=TrialState.QUEUED).exists():
        raise Refused("Planen bliver prøvetrykt lige nu. Den sendes til underskrift, når det er gået godt.")
    discussion = _refuse_unless_ready(plan, deadline)
    refuse_unread(plan)
    text = _text(plan, discussion, place)
    refuse_obstacles(text)
    trial = Trial.objects.create(
        plan=plan, discussion=discussion, snapshot=text, place=place, deadline=deadline, ordered_by=by
    )
    try_print.enqueue(trial.pk)
    what = "Planen prøvetrykkes, før den sendes til underskrift"
    record("signatures.ordered", what, by=by, subject=plan, internal=True)
    return trial


@transaction.atomic
def send_to_be_approved(
    plan: Plan, *, approvers: Sequence[Membership], place: str, deadline: date, by: User
) -> Trial:
    """A lokalråd's plan, with those who are to approve it."""
    name_approvers(plan, approvers, by=by)
    return send_to_signature(plan, place=place, deadline=deadline, by=by)


@transaction.atomic
def send_untried(trial: Trial, *, by: User) -> SignatureRound:
    """For a server that cannot print: what the words tell has been looked at, and nothing else."""
    plan, trial = lock(trial.plan), lock(trial)
    if trial.state != TrialState.UNTRIED or plan.trials.of_the_text_as_it_is().first() != trial:
        raise Refused("Kun en plan, der ikke kunne prøvetrykkes, sendes til underskrift uden.")
    round_ = _ask(plan, trial.place, trial.deadline, by)
    what = "Planen blev sendt til underskrift uden at være prøvetrykt"
    record("signatures.untried", what, by=by, subject=plan, internal=True)
    return round_


def try_out(trial_id: int) -> None:
    """The worker's part. Running it twice asks once; what a killed worker left, `sweep` runs again."""
    trial = (
        Trial.objects.filter(pk=trial_id, state=TrialState.QUEUED)
        .select_related("plan__council__district")
        .first()
    )
    if trial is None:
        return
    number = trial.plan.editions.count() + 1
    try:
        print_checked(read_snapshot(trial.snapshot), edition=number, published_on=timezone.localdate())
    except Stopped:
        return  # it stands in the queue as before
    except PangoMissing as missing:
        _end(trial, TrialState.UNTRIED, [Obstacle(str(missing))])
    except Unpublishable as refusal:
        _end(trial, TrialState.FAILED, refusal.obstacles)
    except Exception:  # whatever is wrong with the portal: the secretariat is told, the log has the rest
        _end(trial, TrialState.FAILED, [Obstacle(FAULT)])
        raise
    else:
        _pass(trial)


def _pass(trial: Trial) -> None:
    try:
        _ask_for_the_tried_text(trial)
    except Refused as refusal:
        _end(trial, TrialState.FAILED, [Obstacle(str(refusal))])


@transaction.atomic
def _ask_for_the_tried_text(trial: Trial) -> None:
    plan, trial = lock(trial.plan), lock(trial)
    if trial.state != TrialState.QUEUED:
        return
    if trial.discussion and trial.discussion.stood_until:
        raise Refused(CHANGED)
    assert trial.ordered_by
    round_ = _ask(plan, trial.place, trial.deadline, trial.ordered_by)
    if read_snapshot(round_.snapshot) != read_snapshot(trial.snapshot):
        raise Refused(CHANGED)
    move(trial, TrialState.PASSED, TRIAL_TRANSITIONS)
    trial.save()


def _ask(plan: Plan, place: str, deadline: date, by: User) -> SignatureRound:
    """Everybody, or everybody anew where somebody left office before signing."""
    step = approval.renew_round if plan.state == PlanState.SIGNING else approval.open_round
    return step(plan, place=place, deadline=deadline, by=by)


@transaction.atomic
def _end(trial: Trial, state: TrialState, obstacles: Iterable[Obstacle]) -> None:
    trial = lock(trial)
    if trial.state != TrialState.QUEUED:
        return
    move(trial, state, TRIAL_TRANSITIONS)
    trial.tell(obstacles)
    trial.save()
    queue(*letters.not_sent_to_be_signed(trial))
    what = f"Planen blev ikke sendt til underskrift: {' '.join(map(str, trial.told()))}"
    record("signatures.not_asked_for", what, by=None, subject=trial.plan, internal=True)


def _refuse_unless_ready(plan: Plan, deadline: date) -> Discussion | None:
    """What would stop it after the print as well is said at once."""
    if not plan.signatures_required:
        raise Refused("Underskrifter er slået fra for planen. Slå dem til, eller offentliggør planen uden.")
    if plan.state == PlanState.SIGNING:
        standing = plan.signature_rounds.standing().get()
        if not departures(standing):
            raise Refused(approval.NOBODY_LEFT)
    elif not may_move(plan, PlanState.SIGNING, plan.transitions):
        first = "" if plan.is_local else "Den skal være drøftet i kredsrådet. "
        raise Refused(
            f"Planen er »{plan.get_state_display()}« og kan ikke sendes til underskrift. "
            f"{first}Se planens side, og vælg derfra."
        )
    if is_over(deadline):
        raise Refused("Fristen er forbi, før runden er i gang. Vælg en dag, der ikke er gået.")
    return discussion_of(plan)


def _text(plan: Plan, discussion: Discussion | None, place: str) -> Snapshot:
    signers = signers_today(plan)
    signatures = [signer.signature(position) for position, signer in enumerate(signers, start=1)]
    return text_to_sign(plan, discussion, place=place, signatures=signatures)
