"""Those who read comments read suggestions too; the secretariat decides on them."""

from typing import Any
from uuid import uuid4

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.comments import NOT_HEARD, PREPARES, READS, WRITE_ONLY, heard_section
from tests.permissions.drafting import a_section
from tests.permissions.rows import Row
from tests.plans.suggestions import stages

Parts = dict[str, Any]
DECIDES = f"sekretariat={{}} *=403 {NOT_HEARD}"


def a_suggestion(cast: Cast) -> Parts:
    made = stages.suggested(cast)
    return {"pk": made.plan_id, "suggestion_pk": made.pk}


def a_plan_with_one(cast: Cast) -> Parts:
    return {"pk": stages.suggested(cast).plan_id}


def one_that_cannot_be_joined(cast: Cast) -> Parts:
    made = stages.suggested(cast)
    stages.moved_on(cast, made, f"{stages.FIRST}<p>Skolerne løber på torvet.</p>")
    return {"pk": made.plan_id, "suggestion_pk": made.pk}


def other_words(cast: Cast, parts: Parts) -> Parts:
    return {"heading": "Beredskab", "body": "<p>Nye ord.</p>", "version": 1, "form_key": uuid4()}


def over_the_newest(cast: Cast, parts: Parts) -> Parts:
    return {"heading": "Natteliv", "body": "<p>Begge.</p>", "version": 2}


def no(cast: Cast, parts: Parts) -> Parts:
    return {"answer": "Det står allerede i kapitel 2."}


ROWS = {
    "plan-suggestions": Row(READS, make=a_plan_with_one),
    "suggest-change": Row(
        READS, f"{PREPARES.format(302)} *=409 {NOT_HEARD} {TYPED_IS_SENT_BACK}", a_section, other_words
    ),
    "suggest-change: i høring": Row(
        READS, f"*=302 {NOT_HEARD} {TYPED_IS_SENT_BACK}", heard_section, other_words
    ),
    "suggestion": Row(READS, f"{DECIDES.format(302)} {TYPED_IS_SENT_BACK}", a_suggestion, other_words),
    "suggestion: kan ikke flettes": Row(
        READS, f"{DECIDES.format(302)} {TYPED_IS_SENT_BACK}", one_that_cannot_be_joined, over_the_newest
    ),
    "decline-suggestion": Row(
        DECIDES.format(200), f"{DECIDES.format(302)} {TYPED_IS_SENT_BACK}", a_suggestion, no
    ),
    "withdraw-suggestion": Row(WRITE_ONLY, f"*=302 {NOT_HEARD}", a_suggestion),
}
