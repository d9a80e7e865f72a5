from collections.abc import Iterator

from plans.comments import letters
from plans.comments.models import Act, Channel, CommentReply
from samarbejde.outbox.letters import Letter


def answered() -> Iterator[list[Letter]]:
    answers = CommentReply.objects.filter(act=Act.ANSWER, comment__channel=Channel.SHARED)
    yield letters.answered(answers.select_related("comment__by", "comment__plan__council", "by").latest("pk"))
