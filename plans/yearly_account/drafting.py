"""What the portal itself can say of a district's year, part by part. Reads only."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from councils.models import Council, CouncilKind, Meeting
from plans.action_plans.models import ActionPlan, ActionPlanState
from plans.document.models import FocusArea, Plan, Scope
from plans.facts.figures import Series, all_figures, series
from plans.follow_up.models import AnswerSubmission
from plans.follow_up.states import Progress
from plans.follow_up.status import as_told, told_of_topics
from plans.yearly_account.models import LONGEST_HEADING
from samarbejde import danish
from samarbejde.text.rich_text import clean

INTRODUCTION = (
    "Politidirektøren gør hvert år rede for politiets arbejde over for kredsrådet. "
    "Det følger af retsplejelovens § 112."
)


@dataclass(frozen=True)
class Drafted:
    key: str
    heading: str
    body: str  # as the editor would have written it


@dataclass(frozen=True)
class Done:
    """What was told of a topic: the newest answer of each lokalråd, and the evaluations."""

    answers: list[AnswerSubmission]
    evaluated: list[ActionPlan]


def drafted(council: Council, year: int) -> list[Drafted]:
    """In the order that they are read; the last one is for people to write."""
    plan = Plan.objects.filter(council=council, year=year).first()
    found = [
        ("introduction", "Indledning", _introduction(council, year, plan)),
        ("figures", "Politikredsen i tal", _figures(council, year)),
        *(_topics(plan) if plan else ()),
        ("meetings", "Møder i rådene", _meetings(council, year)),
        ("ahead", "Det kommende år", ""),
    ]
    return [Drafted(key, heading, clean(body)) for key, heading, body in found]


def _introduction(council: Council, year: int, plan: Plan | None) -> str:
    of = f"Redegørelsen her er om {year} i {council.district.name}."
    topics = [f"»{area}«" for area in plan.focus_areas.filter(scope=Scope.DISTRICT)] if plan else []
    named = f"Årets kredsdækkende emner var: {danish.listing(topics)}." if topics else ""
    return format_html_join("", "<p>{}</p>", ([words] for words in (INTRODUCTION, of, named) if words))


def _figures(council: Council, year: int) -> str:
    tables: dict[str, list[Series]] = defaultdict(list)
    for one in series(all_figures(council.district)):
        if one.of(year):
            tables[one.key[0]].append(one)
    return SafeString("").join(_figure_table(name, rows, year) for name, rows in tables.items())


def _figure_table(name: str, rows: list[Series], year: int) -> SafeString:
    cells = format_html_join(
        "", "<tr><td>{}</td><td>{}</td><td>{}</td></tr>", (_figure_cells(one, year) for one in rows)
    )
    head = format_html("<tr><th>{}</th><th>{}</th><th>Året før</th></tr>", name, year)
    return format_html("<table><tbody>{}{}</tbody></table>", head, cells)


def _figure_cells(one: Series, year: int) -> tuple[str, str, str]:
    figure, before = one.of(year), one.of(year - 1)
    assert figure
    said = [
        f"{danish.number_text(each.value)} {each.unit}".strip() if each else "–" for each in (figure, before)
    ]
    return figure.row, said[0], said[1]


def _topics(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Each district-wide topic, and those of single lokalråd that something was done about."""
    done = _done(plan)
    councils = Council.objects.local_in(plan.council.district_id).count()
    for area in plan.focus_areas.all():
        told = done[area.lineage]
        if area.scope == Scope.DISTRICT:
            yield f"topic:{area.lineage}", area.title, _status(told.answers, councils) + _said(told)
        elif told.answers or told.evaluated:
            yield f"topic:{area.lineage}", _local_heading(area), _said(told)


def _local_heading(area: FocusArea) -> str:
    assert area.council
    place = f" ({area.council.municipality})"
    return Truncator(area.title).chars(LONGEST_HEADING - len(place)) + place


def _done(plan: Plan) -> dict[UUID, Done]:
    """By the topics' lineage; two queries."""
    done: dict[UUID, Done] = defaultdict(lambda: Done([], []))
    seen: set[tuple[UUID, int]] = set()
    for one in told_of_topics(plan).select_related("answer__council__municipality"):
        key = (one.lineage, one.answer.council_id)
        if key not in seen:
            seen.add(key)
            done[one.lineage].answers.append(one)
    evaluated = ActionPlan.objects.filter(
        council__district=plan.council.district_id, year=plan.year, state=ActionPlanState.EVALUATED
    )
    for made in evaluated.select_related("council__municipality").order_by("council__municipality__sort_key"):
        done[made.lineage].evaluated.append(made)
    return done


def _status(answers: list[AnswerSubmission], councils: int) -> str:
    if not answers:
        return "<p>Intet lokalråd har meldt status om emnet.</p>"
    counted = Counter(one.progress for one in answers)
    parts = [f"{counted[state]} {state.label}" for state in Progress if counted[state]]
    words = f"{len(answers)} af {councils} lokalråd har meldt status: {danish.listing(parts)}."
    return format_html("<p>{}</p>", words)


def _said(done: Done) -> str:
    ordered = sorted(done.answers, key=lambda one: danish.sort_key(str(one.answer.council.municipality)))
    answers = ((_who(one), _lines(one.text)) for one in ordered)
    evaluated = (
        (f"{one.council.municipality}, handleplanen", _lines(one.evaluation)) for one in done.evaluated
    )
    return _paragraphs([*answers, *evaluated])


def _who(one: AnswerSubmission) -> str:
    told = as_told(one)
    return f"{one.answer.council.municipality}, {told.in_words} {danish.date_text(told.on)}"


def _paragraphs(said: Iterable[tuple[str, SafeString]]) -> SafeString:
    return format_html_join("", "<p><strong>{}:</strong> {}</p>", said)


def _lines(text: str) -> SafeString:
    return format_html_join(SafeString("<br>"), "{}", ([line] for line in text.splitlines() if line.strip()))


def _meetings(council: Council, year: int) -> str:
    held = Meeting.objects.over().filter(council__district=council.district_id, held_on__year=year)
    days: dict[CouncilKind, list[Meeting]] = defaultdict(list)
    for meeting in held.with_places().order_by("held_on"):
        days[CouncilKind(meeting.council.kind)].append(meeting)
    if not days:
        return "<p>Portalen har ingen møder fra året.</p>"
    own = danish.listing(danish.date_text(one.held_on) for one in days[CouncilKind.DISTRICT])
    contact = len(days[CouncilKind.CONTACT])
    local = Counter(str(one.council.municipality) for one in days[CouncilKind.LOCAL])
    places = danish.listing(f"{place} {count}" for place, count in local.items())
    meetings = "møde" if local.total() == 1 else "møder"
    said = [
        f"Kredsrådet mødtes {_times(len(days[CouncilKind.DISTRICT]))}: {own}." if own else "",
        f"Kontaktudvalget mødtes {_times(contact)}." if contact else "",
        f"Lokalrådene holdt {local.total()} {meetings}: {places}." if local else "",
    ]
    return format_html_join("", "<p>{}</p>", ([words] for words in said if words))


def _times(number: int) -> str:
    return "én gang" if number == 1 else f"{number} gange"
