"""What people are told of the duties that are laid on them, and of the answers."""

from collections.abc import Iterable
from functools import cache

from councils.models import CouncilKind
from councils.register.mailing import leaders, secretariat
from councils.wordings.fields import filled
from councils.wordings.kinds import FOLLOWED, KINDS, Kind, Readers, Worded
from plans.follow_up.agenda import short
from plans.follow_up.answering import people_of
from plans.follow_up.in_force import Laid
from plans.follow_up.models import DutyAnswer
from samarbejde import danish
from samarbejde.accounts.models import User
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address

_DUTY = {
    "råd": "Lokalrådet i Herning",
    "opgave": "Lokalrådet drøfter trygheden i nattelivet.",
    "link": "https://samarbejde.example/arbejdsbord/opgaver/5/raad/7/",
}
_DUE = _DUTY | {"frist": "1. oktober 2027"}
_ASKED = "Samarbejdsplanen beder om et svar."

REMINDER = Kind(
    "opgave-paamindelse",
    FOLLOWED,
    "Fristen for en opgave nærmer sig",
    subject="Husk at svare på en opgave",
    text=(_ASKED, "{råd}: {opgave}\nSvar senest {frist}:\n{link}"),
    fields=_DUE,
    needed=("link", "frist", "opgave"),
    to=Readers.ANSWERING,
)
OVERDUE = Kind(
    "opgave-overskredet",
    FOLLOWED,
    "Fristen for en opgave er overskredet",
    subject="Fristen er overskredet for en opgave",
    text=(_ASKED, "{råd}: {opgave}\nFristen var {frist}:\n{link}"),
    fields=_DUE,
    needed=("link", "frist", "opgave"),
    to=Readers.ANSWERING,
)
SEVERAL = Kind(
    "opgaver-venter",
    FOLLOWED,
    "Flere opgaver venter på svar",
    subject="{antal} opgaver venter på jeres svar",
    text=(_ASKED, "{opgaver}"),
    fields={
        "antal": "2",
        "opgaver": "Lokalrådet i Herning: Lokalrådet drøfter trygheden i nattelivet.\n"
        "Svar senest 1. oktober 2027:\n"
        "https://samarbejde.example/arbejdsbord/opgaver/5/raad/7/\n\n"
        "Lokalrådet i Herning: Lokalrådet holder møde med skolerne.\n"
        "Fristen var 1. september 2027:\n"
        "https://samarbejde.example/arbejdsbord/opgaver/6/raad/7/",
    },
    needed=("opgaver",),
    to=Readers.ANSWERING,
)
ANSWERED = Kind(
    "opgave-besvaret",
    FOLLOWED,
    "En opgave er besvaret",
    subject="{råd} har svaret på en opgave",
    text=("{råd} har svaret på opgaven »{opgave}«.", "Læs svaret her:\n{link}"),
    fields=_DUTY,
    to=Readers.SECRETARIAT,
    is_news=True,
)
RETURNED = Kind(
    "opgave-spoergsmaal",
    FOLLOWED,
    "I spørger til svaret på en opgave",
    subject="Sekretariatet har et spørgsmål til jeres svar",
    text=(
        "Sekretariatet har læst svaret fra {råd} på opgaven »{opgave}«.",
        "Sekretariatet spørger:\n{spørgsmål}",
        "Ret svaret, og send det ind igen, her:\n{link}",
    ),
    fields=_DUTY | {"spørgsmål": "Hvornår er det næste møde med skolerne?"},
    needed=("link", "spørgsmål"),
    to=Readers.ANSWERING,
)


def reminders(told: Iterable[tuple[User, list[Laid]]]) -> list[Letter]:
    """One letter to each person for all that is told to them on a day.

    Who has duties in two districts reads the words of the one whose duty comes first.
    """

    @cache
    def worded(key: str, district_id: int) -> Worded:
        return KINDS[key].worded(district_id)

    return [
        worded(_reminder(found).key, found[0].council.district_id).to(person, _reminder_values(found))
        for person, found in told
    ]


def answered(answer: DutyAnswer) -> list[Letter]:
    """To the secretariat, where it is not itself that answers."""
    district = answer.council.district_id
    if answer.council.kind == CouncilKind.DISTRICT:
        return []
    return ANSWERED.worded(district).to_each(secretariat(district), _answer_values(answer))


def answer_returned(answer: DutyAnswer, question: str) -> list[Letter]:
    """To a lokalråd's leaders or all of the kontaktudvalg; what the secretariat asks itself needs none."""
    council = answer.council
    reached = people_of if council.kind == CouncilKind.CONTACT else leaders
    people = reached([council]).get(council.pk, [])
    values = _answer_values(answer) | {"spørgsmål": question}
    return RETURNED.worded(council.district_id).to_each(people, values)


def _reminder(found: list[Laid]) -> Kind:
    if len(found) > 1:
        return SEVERAL
    return OVERDUE if found[0].is_late else REMINDER


def _reminder_values(found: list[Laid]) -> dict[str, str]:
    if len(found) > 1:
        return {"antal": str(len(found)), "opgaver": "\n\n".join(map(_line, found))}
    [one] = found
    return _duty_values(one)


def _line(one: Laid) -> str:
    """One of several, in the words that it has alone."""
    standard = OVERDUE if one.is_late else REMINDER
    return filled(standard.text[-1], _duty_values(one))


def _duty_values(one: Laid) -> dict[str, str]:
    return {
        "råd": str(one.council),
        "opgave": short(one.duty.wording),
        "frist": danish.date_text(one.due),
        "link": web_address("answer-duty", one.duty.pk, one.council.pk),
    }


def _answer_values(answer: DutyAnswer) -> dict[str, str]:
    return {
        "råd": str(answer.council),
        "opgave": short(answer.duty.wording),
        "link": web_address("answer-duty", answer.duty_id, answer.council_id),
    }
