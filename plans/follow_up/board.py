"""Duty × body: who has answered, who is missing. Reads only."""

from dataclasses import dataclass
from itertools import groupby

from plans.document.models import Plan
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.models import Duty
from plans.follow_up.states import AnswerState

FILTERS = {
    "": "Alle",
    "mangler": "Mangler svar",
    "forsinket": "Fristen er overskredet",
    "nye": "Venter på at blive set",
}


@dataclass(frozen=True)
class BoardRow:
    duty: Duty
    laid: list[Laid]  # those that are shown
    answered: int
    asked: int


@dataclass(frozen=True)
class Board:
    rows: list[BoardRow]
    filters: list[tuple[str, str, int]]  # each with how many it shows


def board_of(plan: Plan, only: str) -> Board:
    every = laid_on([plan.council.district_id], plan, with_words=True)
    counted = [(key, label, sum(_shown(one, key) for one in every)) for key, label in FILTERS.items()]
    rows = [_row(duty, list(laid), only) for duty, laid in groupby(every, lambda one: one.duty)]
    return Board([row for row in rows if row.laid], counted)


def _row(duty: Duty, laid: list[Laid], only: str) -> BoardRow:
    answered = sum(bool(one.answer and one.answer.is_handed_in) for one in laid)
    return BoardRow(duty, [one for one in laid if _shown(one, only)], answered, len(laid))


def _shown(one: Laid, only: str) -> bool:
    match only:
        case "mangler":
            return one.is_missing
        case "forsinket":
            return one.is_late
        case "nye":
            return one.state == AnswerState.SUBMITTED
    return True
