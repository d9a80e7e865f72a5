"""What a plan's log tells of its comments: that they are there, and not what they say."""

from uuid import uuid4

import pytest

from plans.comments import workflow
from tests.logged import logged
from tests.plans.comments.stages import internal, shared

pytestmark = pytest.mark.django_db


def taken_through(comment, by) -> None:
    workflow.answer(comment, "Natteravnene.", form_key=uuid4(), by=by)
    for step in (workflow.resolve, workflow.reopen, workflow.remember, workflow.forget, workflow.withdraw):
        step(comment, by=by)


def test_each_step_of_a_shared_comment_is_told(cast):
    comment = shared(cast)
    taken_through(comment, comment.by)
    assert logged(comment.plan) == [
        "En kommentar til »Natteliv«",
        "Et svar på en kommentar til »Natteliv«",
        "En kommentar til »Natteliv« er løst",
        "En kommentar til »Natteliv« er åbnet igen",
        "En kommentar til »Natteliv« tages med til næste år",
        "En kommentar til »Natteliv« tages ikke længere med til næste år",
        "Trak en kommentar til »Natteliv« tilbage",
    ]


def test_of_an_internal_comment_nothing_is_told(cast):
    comment = internal(cast)
    taken_through(comment, comment.by)
    assert logged(comment.plan) == []
