"""Whoever wrote a shared comment is told of the answer. Nothing internal is ever mailed."""

from plans.comments.models import Channel, CommentReply
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def answered(answer: CommentReply) -> list[Letter]:
    comment = answer.comment
    if comment.channel != Channel.SHARED or answer.by_id == comment.by_id:
        return []
    return [
        letter(
            comment.by,
            f"Svar på din kommentar til »{comment.section_title}«",
            f"{answer.by.name} har svaret på din kommentar til {comment.plan}:",
            f"»{answer.text}«",
            f"Se kommentaren, og svar igen her:\n{web_address('comment', comment.plan_id, comment.pk)}",
        )
    ]
