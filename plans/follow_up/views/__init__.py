from plans.follow_up.views.answers import answer_duty, duties_sheet, duty_board, review_answer
from plans.follow_up.views.attachments import (
    answer_attachment,
    answer_attachments,
    remove_attachment,
    submitted_attachment,
)
from plans.follow_up.views.papers import meeting_paper, meeting_paper_pdf
from plans.follow_up.views.status import topic_history, topic_statuses

__all__ = [
    "answer_attachment",
    "answer_attachments",
    "answer_duty",
    "duties_sheet",
    "duty_board",
    "meeting_paper",
    "meeting_paper_pdf",
    "remove_attachment",
    "review_answer",
    "submitted_attachment",
    "topic_history",
    "topic_statuses",
]
