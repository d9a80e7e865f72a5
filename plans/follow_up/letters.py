"""What people are told of the duties that are laid on them, and of the answers."""

from collections.abc import Iterable

from councils.models import CouncilKind
from councils.register.mailing import to_leaders, to_secretariat
from plans.follow_up.agenda import short
from plans.follow_up.answering import people_of
from plans.follow_up.in_force import Laid
from plans.follow_up.models import DutyAnswer
from samarbejde import danish
from samarbejde.outbox.letters import Letter, Recipient, letter
from samarbejde.site.addresses import web_address


def reminder(person: Recipient, found: Iterable[Laid]) -> list[Letter]:
    """One letter for all that is told to a person on a day."""
    told = list(found)
    late = any(one.is_late for one in told)
    subject = "Fristen er overskredet for en opgave" if late else "Husk at svare på en opgave"
    if len(told) > 1:
        subject = f"{len(told)} opgaver venter på jeres svar"
    lines = [
        f"{one.council}: {short(one.duty.wording)}\n"
        f"{'Fristen var' if one.is_late else 'Svar senest'} {danish.date_text(one.due) if one.due else ''}:\n"
        f"{web_address('answer-duty', one.duty.pk, one.council.pk)}"
        for one in told
    ]
    return [letter(person, subject, "Samarbejdsplanen beder om et svar.", *lines)]


def answered(answer: DutyAnswer) -> list[Letter]:
    """To the secretariat, where it is not itself that answers."""
    if answer.council.kind == CouncilKind.DISTRICT:
        return []
    return to_secretariat(
        answer.council.district_id,
        f"{answer.council} har svaret på en opgave",
        f"{answer.council} har svaret på opgaven »{short(answer.duty.wording)}«.",
        f"Læs svaret her:\n{_address(answer)}",
    )


def answer_returned(answer: DutyAnswer, question: str) -> list[Letter]:
    """To a lokalråd's leaders or all of the kontaktudvalg; what the secretariat asks itself needs none."""
    council = answer.council
    subject = "Sekretariatet har et spørgsmål til jeres svar"
    words = (
        f"Sekretariatet har læst svaret fra {council} på opgaven »{short(answer.duty.wording)}«.",
        f"Sekretariatet spørger:\n{question}",
        f"Ret svaret, og send det ind igen, her:\n{_address(answer)}",
    )
    if council.kind == CouncilKind.CONTACT:
        return [letter(person, subject, *words) for person in people_of([council])[council.pk]]
    return to_leaders(council, subject, *words)


def _address(answer: DutyAnswer) -> str:
    return web_address("answer-duty", answer.duty_id, answer.council_id)
