"""What a lokalråd is told of its proposals: what is asked, and what became of them."""

from plans.decisions.letters.announcements import announced, councils_told
from plans.decisions.letters.postponing import postponed
from plans.decisions.letters.reviews import (
    answer_extended,
    answer_reminder,
    changes_requested,
    remark_shared,
)

__all__ = [
    "announced",
    "answer_extended",
    "answer_reminder",
    "changes_requested",
    "councils_told",
    "postponed",
    "remark_shared",
]
