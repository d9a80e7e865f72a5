from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from councils.models import Figure, PoliceDistrict
from plans.drafting.workflow.following import Tell, unsaid
from plans.facts.following import called, follow_facts
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
        new = "nyt" if self.added == 1 else "nye"
        corrected = "rettet" if self.changed == 1 else "rettede"
        return f"{self.added} {new} og {self.changed} {corrected} tal"


def seen_of(district: PoliceDistrict) -> str:
    """What a page is opened over: it changes with every figure that is written, corrected or deleted."""
    figures = district.figures.order_by("pk").values_list("pk", "version")
    return ",".join(f"{pk}.{version}" for pk, version in figures)


def place_of(figure: Figure) -> int:
    """Beside its other years, else behind all others of the district."""
    rows = list(figure.district.figures.values_list("table", "row", "unit", "position"))
    own = [place for *key, place in rows if tuple(key) == (figure.table, figure.row, figure.unit)]
    return own[0] if own else max((place for *_, place in rows), default=0) + 1


@transaction.atomic
def take_figures(
    district: PoliceDistrict, rows: Iterable[Answers], *, seen: str, by: User, tell: Tell = unsaid
) -> Taken:
    """All of them or none: what is new is added, what differs is corrected, the rest is left alone.

    Raises `Refused` when others have written figures since `seen`. Fields follow what gets another name.
    """
    lock(district)
    if seen_of(district) != seen:
        raise Refused(MET)
    standing: dict[tuple[object, ...], Figure] = {
        (one.table, one.row, one.unit, one.year): one for one in district.figures.all()
    }
    places: dict[tuple[object, ...], int] = {key[:3]: one.position for key, one in standing.items()}
    last = max(places.values(), default=0)
    before = called(district, Figure)
    added = changed = 0
    for answers in rows:
        key = tuple(answers[name] for name in ("table", "row", "unit", "year"))
        figure = standing.get(key)
        if figure is None:
            added += 1
            place = places.setdefault(key[:3], last + added)  # beside its other years
            figure = Figure(district=district, position=place, **answers)
            with_editor(by, figure).save()
            standing[key] = figure
        elif not stands(figure, answers):
            changed += 1
            for name, answer in answers.items():
                setattr(figure, name, answer)
            save_as_next(by, figure)
    tell(follow_facts(district, before, Figure, by=by))
    taken = Taken(added, changed)
    if added or changed:
        record("register.figures_taken", f"Skrev {taken}", by=by, subject=district, internal=True)
    return taken
