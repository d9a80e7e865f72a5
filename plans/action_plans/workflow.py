"""The steps of an action plan: written, adopted, told of, evaluated, carried on into the next year."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from councils.models import Council
from plans.action_plans import letters
from plans.action_plans.models import (
    ACTION_PLAN_TRANSITIONS,
    TOLD,
    WAY_BACK,
    ActionPlan,
    ActionPlanState,
    Activity,
    Status,
)
from plans.document.models import LAST_YEAR, FocusArea
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.outbox.workflow import queue
from samarbejde.text.personal_numbers import refuse_in
from samarbejde.transitions import Refused, lock, lock_as_seen, move, refuse_overtaken, stands

GONE = "Aktiviteten er slettet af en anden."
LIES_FAST = (
    "Handleplanen er »{}«, så teksten ligger fast. Formanden kan tage den tilbage til kladde, "
    "hvis den skal ændres."
)
WORDS = ("goal", "target_group", "local_problem", "from_police", "from_municipality", "from_others")
OF_AN_ACTIVITY = ("what", "who", "with_whom", "cost", "seen_by")
Answers = Mapping[str, object]  # columns of `ActionPlan` or `Activity`


@transaction.atomic
def make_action_plan(
    council: Council, topic: FocusArea, year: int, answers: Answers, *, by: User
) -> ActionPlan:
    lock(council)
    if ActionPlan.objects.filter(council=council, lineage=topic.lineage, year=year).exists():
        raise Refused(
            "Lokalrådet har allerede en handleplan for emnet i år. Find den på listen, og ret i den."
        )
    plan = ActionPlan(council=council, lineage=topic.lineage, topic=topic.title, year=year)
    _written(plan, answers, WORDS)
    with_editor(by, plan).save()
    return _told(plan, "made", "Lavede", by)


@transaction.atomic
def edit_action_plan(plan: ActionPlan, answers: Answers, *, version: int, by: User) -> ActionPlan:
    """Correct it if `version` is what stands; raises `Stale` if not."""
    plan = _draft(plan)
    refuse_overtaken(plan, version, answers)
    if stands(plan, answers):
        return plan
    save_as_next(by, _written(plan, answers, WORDS))
    return _told(plan, "edited", "Rettede", by)


@transaction.atomic
def adopt(plan: ActionPlan, *, by: User) -> ActionPlan:
    plan = lock(plan)
    move(plan, ActionPlanState.ADOPTED, ACTION_PLAN_TRANSITIONS)
    if lacking := _lacking(plan):
        raise Refused(lacking)
    save_as_next(by, plan, "Vedtaget")
    queue(*letters.adopted(plan, by))
    return _told(plan, "adopted", "Vedtog", by)


def _lacking(plan: ActionPlan) -> str:
    """What it must have before it is adopted, in a Danish sentence."""
    if not plan.goal:
        return "Handleplanen har intet mål endnu. Skriv det, og vedtag den så."
    if not plan.activities.exists():
        return "Handleplanen har ingen aktiviteter endnu. Tilføj mindst én, og vedtag den så."
    undated = plan.activities.filter(due_on__isnull=True).first()
    return f"»{undated}« har ingen dag. Skriv, hvornår den senest er gjort." if undated else ""


def was_adopted(plan: ActionPlan) -> bool:
    """Once, whatever it is now."""
    return bool(plan.history.filter(state__in=TOLD).exists())


@transaction.atomic
def delete_draft(plan: ActionPlan, *, by: User) -> None:
    """One that nobody has adopted, with its activities; its history stays."""
    plan = _draft(plan)
    if was_adopted(plan):
        raise Refused("Den har været vedtaget, så den bliver stående. Ret den i stedet.")
    for activity in plan.activities.all():
        with_editor(by, activity).delete()
    _told(plan, "deleted", "Slettede", by)
    with_editor(by, plan).delete()


@transaction.atomic
def take_back(plan: ActionPlan, *, by: User) -> ActionPlan:
    """One step: an evaluated one is adopted again, and an adopted one a draft. What was written stays."""
    plan = lock(plan)
    if plan.is_draft:
        raise Refused("Handleplanen er allerede en kladde. Ret i den, og vedtag den, når den er færdig.")
    plan.state = WAY_BACK[plan.state]
    save_as_next(by, plan, "Taget tilbage")
    return _told(plan, "taken_back", "Tog et skridt tilbage med", by)


@transaction.atomic
def evaluate(plan: ActionPlan, evaluation: str, *, by: User) -> ActionPlan:
    plan = lock(plan)
    move(plan, ActionPlanState.EVALUATED, ACTION_PLAN_TRANSITIONS)
    if not evaluation:
        raise Refused("Skriv først, hvordan det gik.")
    save_as_next(by, _written(plan, {"evaluation": evaluation}, ("evaluation",)), "Evalueret")
    queue(*letters.evaluated(plan, by))
    return _told(plan, "evaluated", "Evaluerede", by)


@transaction.atomic
def carry_on(plan: ActionPlan, *, by: User) -> ActionPlan:
    """A draft for the next year with the same words, and the activities that are not in place.

    They have no day yet: that is set anew.
    """
    plan = lock(plan)
    if plan.is_draft:
        raise Refused("En kladde føres ikke videre. Vedtag handleplanen først.")
    if plan.year >= LAST_YEAR:
        raise Refused(f"Portalen har ingen planer efter {LAST_YEAR}, så den kan ikke føres videre.")
    lock(plan.council)
    year = plan.year + 1
    if ActionPlan.objects.filter(council=plan.council_id, lineage=plan.lineage, year=year).exists():
        raise Refused(f"Lokalrådet har allerede en handleplan for emnet i {year}. Find den på årets liste.")
    made = ActionPlan(
        council=plan.council, lineage=plan.lineage, topic=plan.topic, year=year, carried_from=plan
    )
    with_editor(by, _written(made, {name: getattr(plan, name) for name in WORDS}, WORDS)).save()
    left = plan.activities.exclude(status=Status.IN_PLACE)
    for position, old in enumerate(left, 1):
        words = {name: getattr(old, name) for name in OF_AN_ACTIVITY}
        with_editor(by, Activity(plan=made, position=position, status=old.status, **words)).save()
    return _told(made, "carried_on", "Førte videre:", by)


@transaction.atomic
def add_activity(plan: ActionPlan, answers: Answers, *, by: User) -> Activity:
    plan = _draft(plan)
    last = plan.activities.aggregate(last=Max("position"))["last"] or 0
    activity = Activity(plan=plan, position=last + 1)
    with_editor(by, _written_activity(activity, answers)).save()
    return _told_of(activity, "added", "Tilføjede", by)


@transaction.atomic
def edit_activity(activity: Activity, answers: Answers, *, version: int, by: User) -> Activity:
    """Correct it if `version` is what stands; raises `Stale` if not."""
    _draft(activity.plan)
    activity = lock_as_seen(activity, version, answers, gone=GONE)
    if stands(activity, answers):
        return activity
    save_as_next(by, _written_activity(activity, answers))
    return _told_of(activity, "edited", "Rettede", by)


@transaction.atomic
def move_activity(activity: Activity, direction: str, *, by: User) -> Activity:
    """Past its neighbour; the first does not go up, nor the last down."""
    plan = _draft(activity.plan)
    activity = lock(activity, gone=GONE)
    rows = list(plan.activities.select_for_update())
    here = rows.index(activity)
    there = here + (1 if direction == "down" else -1)
    if not 0 <= there < len(rows):
        return activity
    other = rows[there]
    activity.position, other.position = other.position, activity.position
    for row in (activity, other):
        with_editor(by, row, "Flyttet").save(update_fields=["position"])
    return _told_of(activity, "moved", "Flyttede", by)


@transaction.atomic
def delete_activity(activity: Activity, *, by: User) -> None:
    _draft(activity.plan)
    activity = lock(activity, gone=GONE)
    _told_of(activity, "deleted", "Slettede", by)
    with_editor(by, activity).delete()


@transaction.atomic
def tell_status(activity: Activity, status: str, *, by: User) -> Activity:
    """Whoever tells last is right: no version is asked for."""
    plan = lock(activity.plan)
    activity = lock(activity, gone=GONE)
    if plan.is_evaluated:
        raise Refused("Handleplanen er evalueret, så status ligger fast. Formanden kan åbne den igen.")
    if activity.status == status:
        return activity
    activity.status = status
    save_as_next(by, activity, f"Status: {activity.get_status_display()}")
    return _told_of(activity, "told", f"»{activity.get_status_display().capitalize()}« om", by)


def _draft(plan: ActionPlan) -> ActionPlan:
    """Locked, for as long as it may be written in."""
    held = lock(plan)
    if not held.is_draft:
        raise Refused(LIES_FAST.format(held.get_state_display()))
    return held


def _written(plan: ActionPlan, answers: Answers, words: tuple[str, ...]) -> ActionPlan:
    for name, answer in answers.items():
        setattr(plan, name, answer)
    refuse_in([getattr(plan, name) for name in words])
    return plan


def _written_activity(activity: Activity, answers: Answers) -> Activity:
    for name, answer in answers.items():
        setattr(activity, name, answer)
    refuse_in([getattr(activity, name) for name in OF_AN_ACTIVITY])
    if activity.due_on and activity.due_on.year != activity.plan.year:
        raise Refused(f"Handleplanen gælder {activity.plan.year}. Vælg en dag i det år.")
    return activity


def _told(plan: ActionPlan, verb: str, what: str, by: User) -> ActionPlan:
    text = f"{what} handleplanen for »{plan.topic}« {plan.year}"
    record(f"action_plan.{verb}", text, by=by, subject=plan, internal=True)
    return plan


def _told_of(activity: Activity, verb: str, what: str, by: User) -> Activity:
    text = f"{what} »{activity}« i handleplanen for »{activity.plan.topic}«"
    record(f"activity.{verb}", text, by=by, subject=activity, within=activity.plan, internal=True)
    return activity
