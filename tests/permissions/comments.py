"""The secretariat and those who are heard read comments; when they write follows the plan's state."""

from typing import Any
from uuid import uuid4

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.drafting import a_section
from tests.permissions.rows import NOT_MINE, Row
from tests.plans.comments import stages

Parts = dict[str, Any]
WRITE_ONLY = "*=405 anonym=302/405"
NOT_HEARD = f"medlem=403 stedfortræder=403 {NOT_MINE}"
READS = f"*=200 {NOT_HEARD}"
PREPARES = "sekretariat={0} direktør={0} kontaktudvalg={0}"  # and so writes in a draft


def a_shared_one(cast: Cast) -> Parts:
    comment = stages.shared(cast)
    return {"pk": comment.plan_id, "comment_pk": comment.pk}


def an_internal_one(cast: Cast) -> Parts:
    comment = stages.internal(cast)
    return {"pk": comment.plan_id, "comment_pk": comment.pk}


def a_commented_plan(cast: Cast) -> Parts:
    """With a comment of each kind, one of them resolved and one whose words are gone."""
    return {"pk": stages.of_all_kinds(cast).pk}


def a_commented_section(cast: Cast) -> Parts:
    plan = stages.of_all_kinds(cast)
    return {"pk": plan.pk, "section_pk": plan.sections.get(heading="Natteliv").pk}


def heard_section(cast: Cast) -> Parts:
    parts = a_section(cast)
    stages.in_consultation(parts["pk"])
    return parts


def words(cast: Cast, parts: Parts) -> Parts:
    return {"text": "Nævn skolerne.", "exact": "", "channel": "shared", "form_key": uuid4()}


def resolved(cast: Cast, parts: Parts) -> Parts:
    return {"step": "resolve"}


ONLY_SECRETARIAT = f"sekretariat={{}} *=404 {NOT_HEARD}"

ROWS = {
    "plan-comments": Row(READS, make=a_commented_plan),
    "section-comments": Row(
        READS, f"{PREPARES.format(302)} *=409 {NOT_HEARD} {TYPED_IS_SENT_BACK}", a_commented_section, words
    ),
    "section-comments: i høring": Row(READS, f"*=302 {NOT_HEARD} {TYPED_IS_SENT_BACK}", heard_section, words),
    "comment": Row(
        READS, f"{PREPARES.format(302)} *=409 {NOT_HEARD} {TYPED_IS_SENT_BACK}", a_shared_one, words
    ),
    "comment: intern": Row(
        ONLY_SECRETARIAT.format(200),
        f"{ONLY_SECRETARIAT.format(302)} {TYPED_IS_SENT_BACK}",
        an_internal_one,
        words,
    ),
    "mark-comment": Row(WRITE_ONLY, f"*=302 {NOT_HEARD}", a_shared_one, resolved),
    "mark-comment: intern": Row(WRITE_ONLY, ONLY_SECRETARIAT.format(302), an_internal_one, resolved),
}
