from plans.follow_up.views.answers import answer_duty, duties_sheet, duty_board, review_answer
from plans.follow_up.views.attachments import (
    answer_attachment,
    answer_attachments,
    remove_attachment,
    submitted_attachment,
)
from plans.follow_up.views.duties import add_duty, delete_duty, duties, edit_duty
from plans.follow_up.views.papers import meeting_paper, meeting_paper_pdf
from plans.follow_up.views.sentences import propose_duties
from plans.follow_up.views.status import topic_history, topic_statuses

__all__ = [
    "add_duty",
    "answer_attachment",
    "answer_attachments",
    "answer_duty",
    "delete_duty",
    "duties",
    "duties_sheet",
    "duty_board",
    "edit_duty",
    "meeting_paper",
    "meeting_paper_pdf",
    "propose_duties",
    "remove_attachment",
    "review_answer",
    "submitted_attachment",
    "topic_history",
    "topic_statuses",
]
