"""Duty × body: who has answered, who is missing. Reads only."""

from dataclasses import dataclass, replace
from itertools import groupby

from django.urls import reverse
from django.utils.timezone import localdate

from councils.models import Municipality
from councils.register.tile_map import Said, TileMap, kommune_map
from plans.document.models import Plan
from plans.duties.models import Duty
from plans.follow_up.in_force import Laid, laid_on
from plans.follow_up.states import AnswerState
from samarbejde.site.sheets import Sheet, Value

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
    map: TileMap | None
    of_before: list[BoardRow]  # what the plan of the year before asks for, and nobody has answered


def board_of(plan: Plan, only: str) -> Board:
    every = laid_on([plan.council.district_id], plan, with_words=True)
    counted = [(key, label, sum(_shown(one, key) for one in every)) for key, label in FILTERS.items()]
    rows = [_row(duty, list(laid), only) for duty, laid in groupby(every, lambda one: one.duty)]
    return Board([row for row in rows if row.laid], counted, _map_of(every), _of_before(plan, every, only))


def _of_before(plan: Plan, every: list[Laid], only: str) -> list[BoardRow]:
    """Once its year is over, and unless the plan itself asks the same and is answered."""
    if plan.previous is None or plan.previous.year >= localdate().year or only == "nye":
        return []
    answered = {
        (one.duty.carried_from_id, one.council.pk) for one in every if one.answer and one.answer.is_handed_in
    }
    left = laid_on([plan.council.district_id], plan.previous, with_words=True)
    rows = [_row(duty, list(laid), only or "mangler") for duty, laid in groupby(left, lambda one: one.duty)]
    kept = [
        replace(row, laid=[one for one in row.laid if (one.duty.pk, one.council.pk) not in answered])
        for row in rows
    ]
    return [row for row in kept if row.laid]


def _row(duty: Duty, laid: list[Laid], only: str) -> BoardRow:
    answered = sum(bool(one.answer and one.answer.is_handed_in) for one in laid)
    return BoardRow(duty, [one for one in laid if _shown(one, only)], answered, len(laid))


def as_sheet(plan: Plan, only: str) -> Sheet:
    """A row for each duty of each body, as the page shows them."""
    headings = ["Plan", "Opgave", "Senest", "Bindende", "Råd", "Svar", "Status", "Tekst", "Tal"]
    rows: list[list[Value]] = []
    board = board_of(plan, only)
    for row in [*board.rows, *board.of_before]:
        for one in row.laid:
            newest = one.answer.newest if one.answer else None
            words = [newest.get_progress_display(), newest.text, newest.figures] if newest else ["", "", ""]
            duty: list[Value] = [
                row.duty.plan.year,
                row.duty.wording,
                one.due,
                row.duty.get_modality_display(),
            ]
            rows.append([*duty, str(one.council), one.in_words, *words])
    return Sheet(f"opgaver-{plan.year}", f"Opgaver {plan.year}", headings, rows)


def _map_of(every: list[Laid]) -> TileMap | None:
    """How many of its duties each kommune's lokalråd has answered; a tile leads to the first that waits."""
    ordered = sorted(every, key=lambda one: (one.council.pk, not one.is_late, not one.is_missing))
    own = {council: list(laid) for council, laid in groupby(ordered, key=lambda one: one.council)}
    places = {council.municipality: laid for council, laid in own.items() if council.municipality}

    def address(place: Municipality) -> str:
        first = places[place][0]
        return reverse("answer-duty", args=[first.duty.pk, first.council.pk])

    return kommune_map(places, address, say=lambda place: _said(places[place]))


def _said(laid: list[Laid]) -> Said:
    missing, late = (
        sum(waits) for waits in zip(*((one.is_missing, one.is_late) for one in laid), strict=True)
    )
    if late:
        return Said(f"{late} for sent", "missing")
    return Said(f"{missing} mangler", "started") if missing else Said("alle svar", "done")


def _shown(one: Laid, only: str) -> bool:
    match only:
        case "mangler":
            return one.is_missing
        case "forsinket":
            return one.is_late
        case "nye":
            return one.state == AnswerState.SUBMITTED
    return True
