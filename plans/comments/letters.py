"""Whoever wrote a shared comment is told of the answer. Nothing internal is ever mailed."""

from councils.wordings.kinds import HEARD, Kind, Readers
from plans.comments.models import Channel, CommentReply
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

ANSWERED = Kind(
    "svar-paa-kommentar",
    HEARD,
    "Der er svaret på en kommentar",
    subject="Svar på din kommentar til »{afsnit}«",
    text=(
        "{hvem} har svaret på din kommentar til {plan_og_kreds}:",
        "»{svar}«",
        "Se kommentaren, og svar igen her:\n{link}",
    ),
    fields={
        "afsnit": "Unge og kriminalitet",
        "hvem": "Sekretariatet på Fyn",
        "plan_og_kreds": "Samarbejdsplan 2027, Fyn",
        "svar": "Det skriver vi ind.",
        "link": "https://samarbejde.example/arbejdsbord/planer/3/kommentarer/12/",
    },
    needed=("link", "svar"),
    to=Readers.WHOM_IT_CONCERNS,
    is_news=True,
)


def answered(answer: CommentReply) -> list[Letter]:
    comment = answer.comment
    if comment.channel != Channel.SHARED or answer.by_id == comment.by_id:
        return []
    values = {
        "afsnit": comment.section_title,
        "hvem": answer.by.name,
        "plan_og_kreds": str(comment.plan),
        "svar": answer.text,
        "link": web_address("comment", comment.plan_id, comment.pk),
    }
    return [ANSWERED.worded(comment.plan.council.district_id).to(comment.by, values)]
