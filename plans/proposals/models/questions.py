"""What a round asks of a proposal, besides the title, the scope and the texts that every plan needs."""

from typing import TypedDict


class Question(TypedDict):
    """`key` stays when the wording is changed, and from year to year."""

    key: str
    wording: str
    hint: str
    obligatory: bool


class Answered(TypedDict):
    """An answer keeps the wording that it answered: plain text, and never empty."""

    key: str
    question: str
    answer: str


MOST_QUESTIONS = 20


def _usual(key: str, wording: str, hint: str, *, obligatory: bool = False) -> Question:
    return {"key": key, "wording": wording, "hint": hint, "obligatory": obligatory}


USUAL_QUESTIONS: list[Question] = [
    _usual(
        "target_group",
        "Målgruppe",
        "Hvem skal indsatsen hjælpe? Skriv alder, sted eller andet.",
        obligatory=True,
    ),
    _usual(
        "effect", "Ønsket virkning", "Hvad skal være anderledes om et år, hvis det lykkes?", obligatory=True
    ),
    _usual("police", "Det gør politiet", "Hvad skal politiet bidrage med?"),
    _usual("municipality", "Det gør kommunen", "Hvad skal kommunen bidrage med?"),
    _usual("partners", "Andre, der skal være med", "For eksempel skoler, boligselskaber eller foreninger."),
    _usual("time", "Tid", "Hvornår skal det begynde, og hvor længe skal det vare?"),
    _usual("responsible", "Ansvarlig", "Hvem sørger for, at det sker? Skriv stillingen, ikke et navn."),
    _usual("follow_up", "Opfølgning", "Hvordan og hvornår ser I, om det virker?"),
]


def field_of(key: str) -> str:
    """The form's field for the answer to a question."""
    return f"question_{key}"
