"""A lokalråd's members write, its chair adopts, the secretariat reads what is adopted."""

from typing import Any

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.meetings import lokalraad
from tests.permissions.rows import NOBODY, Row
from tests.plans.action_plans import stages

Parts = dict[str, Any]

NOT_THEIRS = f"*=404 {NOBODY}=404"
FOLLOWS = f"formand=200 medlem=200 begge=200 sekretariat=200 {NOT_THEIRS}"
OWN_ONLY = f"formand=200 medlem=200 begge=200 {NOT_THEIRS}"


def writes(answer: str, *, secretariat: str = "404") -> str:
    """The lokalråd gets `answer`; the secretariat 403 where it knows of it."""
    return f"formand={answer} medlem={answer} begge={answer} sekretariat={secretariat} {NOT_THEIRS}"


def decides(answer: str, *, secretariat: str = "403") -> str:
    return f"formand={answer} medlem=403 begge=403 sekretariat={secretariat} {NOT_THEIRS}"


def a_year(cast: Cast) -> Parts:
    stages.year_plan(cast)
    return lokalraad(cast) | {"year": stages.YEAR}


def a_topic(cast: Cast) -> Parts:
    return a_year(cast) | {"lineage": stages.topic(cast).lineage}


def kredsraad(cast: Cast) -> Parts:
    return {"pk": cast.kredsraad().pk, "year": stages.YEAR}


def draft(cast: Cast) -> Parts:
    return {"pk": stages.with_an_activity(cast).plan_id}


def adopted(cast: Cast) -> Parts:
    return {"pk": stages.adopted(cast).pk}


def publishable(cast: Cast) -> Parts:
    return {"pk": stages.publishable(cast).pk}


def evaluated(cast: Cast) -> Parts:
    return {"pk": stages.evaluated(cast).pk}


def an_activity(cast: Cast) -> Parts:
    made = stages.with_an_activity(cast)
    return {"pk": made.plan_id, "activity_pk": made.pk}


def adopted_activity(cast: Cast) -> Parts:
    plan = stages.adopted(cast)
    return {"pk": plan.pk, "activity_pk": plan.activities.get().pk}


def words(cast: Cast, parts: Parts) -> Parts:
    return stages.typed()


def other_words(cast: Cast, parts: Parts) -> Parts:
    return stages.typed(goal="Et andet mål.")


def doing(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_activity()


def evaluation(cast: Cast, parts: Parts) -> Parts:
    return {"evaluation": stages.EVALUATION}


def status(cast: Cast, parts: Parts) -> Parts:
    return {"status": "under_way"}


def down(cast: Cast, parts: Parts) -> Parts:
    return {"direction": "down"}


ROWS = {
    "own-action-plans": Row(FOLLOWS.replace("200", "302"), make=lokalraad),
    "action-plans": Row(FOLLOWS, make=a_year),
    "action-plans: kredsrådet har ingen": Row(f"*=404 {NOBODY}=404", make=kredsraad),
    "make-action-plan": Row(
        writes("200", secretariat="403"),
        f"{writes('302', secretariat='403')} {TYPED_IS_SENT_BACK}",
        a_topic,
        words,
    ),
    "action-plan": Row(OWN_ONLY, make=draft),
    "action-plan: vedtaget": Row(FOLLOWS, make=adopted),
    "action-plan: evalueret": Row(FOLLOWS, make=evaluated),
    "edit-action-plan": Row(writes("200"), f"{writes('302')} {TYPED_IS_SENT_BACK}", draft, other_words),
    "edit-action-plan: vedtaget": Row(
        writes("200", secretariat="403"),
        f"{writes('409', secretariat='403')} {TYPED_IS_SENT_BACK}",
        adopted,
        other_words,
    ),
    "adopt-action-plan": Row(WRITE_ONLY, decides("302", secretariat="404"), draft),
    "take-back-action-plan": Row(WRITE_ONLY, decides("302"), adopted),
    "evaluate-action-plan": Row(
        decides("200"), f"{decides('302')} {TYPED_IS_SENT_BACK}", adopted, evaluation
    ),
    "evaluate-action-plan: evalueret": Row(
        decides("200"), f"{decides('409')} {TYPED_IS_SENT_BACK}", evaluated, evaluation
    ),
    "publish-action-plan": Row(decides("200"), decides("302"), publishable),
    "publish-action-plan: kladde": Row(
        decides("200", secretariat="404"), decides("302", secretariat="404"), draft
    ),
    "delete-action-plan": Row(writes("200"), writes("302"), draft),
    "delete-action-plan: vedtaget": Row(
        writes("200", secretariat="403"), writes("302", secretariat="403"), adopted
    ),
    "carry-on-action-plan": Row(WRITE_ONLY, writes("302", secretariat="403"), adopted),
    "add-activity": Row(writes("200"), f"{writes('302')} {TYPED_IS_SENT_BACK}", draft, doing),
    "add-activity: vedtaget": Row(
        writes("200", secretariat="403"),
        f"{writes('409', secretariat='403')} {TYPED_IS_SENT_BACK}",
        adopted,
        doing,
    ),
    "edit-activity": Row(writes("200"), f"{writes('302')} {TYPED_IS_SENT_BACK}", an_activity, doing),
    "tell-status": Row(
        writes("200", secretariat="403"),
        writes("302", secretariat="403"),
        adopted_activity,
        status,
    ),
    "move-activity": Row(WRITE_ONLY, writes("302"), an_activity, down),
    "delete-activity": Row(writes("200"), writes("302"), an_activity),
}
