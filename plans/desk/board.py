"""How far each section of a plan is: who writes it, its status, what the check found. Reads only."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from django.db.models import Prefetch, prefetch_related_objects
from django.urls import reverse
from django.utils import timezone

from councils.register.offices import Person
from plans.comments.reading import open_counts
from plans.consistency.preparing import findings_of
from plans.desk.overview import coming_dates, with_dates
from plans.document.models import Plan, Section, WritingStatus
from plans.document.numbering import numbered
from plans.document.states import PlanState
from plans.drafting.addresses import of_sections
from plans.suggestions.models import SuggestionState
from samarbejde.site.sheets import Sheet, Value

NOBODY = "ingen"


class BoardRow(TypedDict):
    """A dictionary, since templates read it fastest: a plan may have 600 of them."""

    pk: int
    title: str
    depth: int
    edit: str  # addresses
    care: str
    owner: str
    owner_key: str  # of the person, or NOBODY
    status: str
    status_label: str
    mode_label: str  # "" where everything may be changed
    findings: int
    checked: str  # address of what was found
    comments: int  # open ones
    commented: str  # address
    suggestions: int  # that wait for an answer
    is_unread: bool


@dataclass(frozen=True)
class NextDate:
    day: date
    words: str
    days_left: int


def board(plan: Plan, person: Person) -> list[BoardRow]:
    prefetch_related_objects([plan], Prefetch("sections", Section.objects.select_related("owner")))
    sections = list(plan.sections.all())
    found = Counter(one.place.section for one in findings_of(plan))
    edit, care = of_sections("edit-section", plan.pk), of_sections("care-for-section", plan.pk)
    comments, commented = open_counts(person, plan), of_sections("section-comments", plan.pk)
    checked = reverse("plan-consistency", args=[plan.pk])
    waiting = plan.suggestions.filter(state=SuggestionState.WAITING)
    suggestions = Counter(waiting.order_by().values_list("lineage", flat=True))
    return [
        {
            "pk": section.pk,
            "title": entry.title or section.get_kind_display(),
            "depth": entry.depth,
            "edit": edit(section.pk),
            "care": care(section.pk),
            "owner": str(section.owner or ""),
            "owner_key": str(section.owner_id or NOBODY),
            "status": section.status,
            "status_label": section.get_status_display(),
            "mode_label": "" if section.mode == "free" else section.get_mode_display(),
            "findings": found[section.pk],
            "checked": f"{checked}?sted={section.lineage}",
            "comments": comments[section.lineage],
            "commented": commented(section.pk),
            "suggestions": suggestions[section.lineage],
            "is_unread": section.unread,
        }
        for entry in numbered(sections)
        for section in (entry.section,)
    ]


def filtered(rows: Iterable[BoardRow], *, owner: str, status: str) -> list[BoardRow]:
    """Empty words let everything through."""
    return [row for row in rows if owner in ("", row["owner_key"]) and status in ("", row["status"])]


def as_sheet(rows: Iterable[BoardRow], plan: Plan) -> Sheet:
    headings = ["Afsnit", "Ansvarlig", "Status", "Må rettes", "Fund", "Kommentarer", "Ændringsforslag"]
    lines: list[list[Value]] = [
        [
            row["title"],
            row["owner"],
            row["status_label"],
            row["mode_label"],
            row["findings"],
            row["comments"],
            row["suggestions"],
        ]
        for row in rows
    ]
    return Sheet(f"tavle-{plan.year}", f"Tavle {plan.year}", headings, lines)


def counted(rows: Iterable[BoardRow]) -> list[tuple[str, str, int]]:
    """Each status with its words and how many sections have it."""
    number = Counter(row["status"] for row in rows)
    return [(value, str(label), number[value]) for value, label in WritingStatus.choices]


def next_date(plan: Plan) -> NextDate | None:
    """The plan's next deadline, and how many days are left to it."""
    today = timezone.localdate()
    dates = coming_dates(with_dates(Plan.objects.filter(pk=plan.pk)).get())
    if plan.state == PlanState.CONSULTATION:
        asked = plan.consultations.values_list("answer_by", flat=True)[:1]
        dates += [(day, "Bemærkninger i høringen senest") for day in asked if day and day >= today]
    if not dates:
        return None
    day, words = min(dates)
    return NextDate(day, words, (day - today).days)
