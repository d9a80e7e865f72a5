from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from councils.models import Figure, PoliceDistrict
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.histories import save_as_next, with_editor
from samarbejde.transitions import Refused, lock, stands

Answers = Mapping[str, object]  # as of FigureForm
MET = (
    "Nogen har rettet i tallene, siden du åbnede siden. Se dem igennem igen: det, der står nu, "
    "er vist ved siden af dit."
)


@dataclass(frozen=True)
class Taken:
    added: int
    changed: int

    def __str__(self) -> str:
        return f"{self.added} nye og {self.changed} rettede tal"


def seen_of(district: PoliceDistrict) -> str:
    """What a page is opened over: it changes with every figure that is written, corrected or deleted."""
    figures = district.figures.order_by("pk").values_list("pk", "version")
    return ",".join(f"{pk}.{version}" for pk, version in figures)


@transaction.atomic
def take_figures(district: PoliceDistrict, rows: Iterable[Answers], *, seen: str, by: User) -> Taken:
    """All of them or none: what is new is added, what differs is corrected, the rest is left alone.

    Raises `Refused` when others have written figures since `seen`.
    """
    lock(district)
    if seen_of(district) != seen:
        raise Refused(MET)
    standing: dict[tuple[object, ...], Figure] = {
        (one.table, one.row, one.unit, one.year): one for one in district.figures.all()
    }
    last = max((one.position for one in standing.values()), default=0)
    added = changed = 0
    for answers in rows:
        key = tuple(answers[name] for name in ("table", "row", "unit", "year"))
        figure = standing.get(key)
        if figure is None:
            added += 1
            figure = Figure(district=district, position=last + added, **answers)
            with_editor(by, figure).save()
            standing[key] = figure
        elif not stands(figure, answers):
            changed += 1
            for name, answer in answers.items():
                setattr(figure, name, answer)
            save_as_next(by, figure)
    taken = Taken(added, changed)
    if added or changed:
        record("register.figures_taken", f"Skrev {taken}", by=by, subject=district, internal=True)
    return taken
