"""A plan of one year: its sections with their history, topics, lists and duties; and its edition."""

import uuid
from datetime import UTC, datetime
from hashlib import sha256

from benchmarks.population.prose import Prose
from councils.models import Council
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, SectionKind
from plans.document.snapshot import content_hash
from plans.duties.models import Duty
from plans.publication.models import Edition, EditionFile
from plans.publication.passages import make_searchable

CHAPTERS = 20
TOPICS, LOCAL_TOPICS = 3, 2
UNCHANGED = 0.7  # of the sections, from one year to the next
REVISIONS = 3  # of each section, in its history
DATA = [kind for kind in RegisterData.values if kind]


def write_sections(plan: Plan, previous: list[Section], number: int, prose: Prose) -> list[Section]:
    """Last year's carried forward and some of them rewritten, or new ones."""
    sections = [_carried(section, plan, prose) for section in previous] or _new(plan, number, prose)
    by_lineage = {section.lineage: section for section in sections}
    top = Section.objects.bulk_create(section for section in sections if section.parent is None)
    below = [section for section in sections if section.parent is not None]
    for section in below:
        section.parent = by_lineage[section.parent.lineage]
    sections = [*top, *Section.objects.bulk_create(below)]
    for _ in range(REVISIONS):
        Section.history.bulk_history_create(sections)
    return sections


def _new(plan: Plan, number: int, prose: Prose) -> list[Section]:
    chapters = [
        Section(plan=plan, kind=SectionKind.CHAPTER, heading=prose.heading(), position=position)
        for position in range(1, CHAPTERS + 1)
    ]
    below = [
        Section(
            plan=plan,
            parent=chapters[n % CHAPTERS],
            heading=prose.heading(),
            body=prose.body(),
            position=n // CHAPTERS + 1,
        )
        for n in range(max(number - CHAPTERS, len(DATA) + 1))  # one at least is text alone
    ]
    for section, kind in zip(below, DATA, strict=False):
        section.data = kind
    return [*chapters, *below]


def _carried(section: Section, plan: Plan, prose: Prose) -> Section:
    keeps = not section.body or prose.chance.random() < UNCHANGED
    return Section(
        plan=plan,
        parent=section.parent,
        position=section.position,
        kind=section.kind,
        data=section.data,
        heading=section.heading,
        body=section.body if keeps else prose.body(),
        lineage=section.lineage,
    )


def add_topics(plan: Plan, sections: list[Section], local: list[Council], prose: Prose) -> None:
    for n, section in enumerate(sections[-TOPICS:]):
        section.heading = f"{section.heading} {n}"
    Section.objects.bulk_update(sections[-TOPICS:], ["heading"])
    shared = FocusArea.objects.bulk_create(
        FocusArea(
            plan=plan,
            scope=Scope.DISTRICT,
            section=section,
            since=plan.year - n,
        )
        for n, section in enumerate(sections[-TOPICS:])
    )
    own = FocusArea.objects.bulk_create(
        FocusArea(
            plan=plan,
            own_title=f"{prose.heading()} {n}",
            scope=Scope.LOCAL,
            council=council,
            since=plan.year,
            description=prose.body(),
        )
        for council in local
        for n in range(LOCAL_TOPICS)
    )
    lists = {council: [*shared, *(area for area in own if area.council == council)] for council in local}
    Priority.objects.bulk_create(
        Priority(council=council, focus_area=area, position=n)
        for council, areas in lists.items()
        for n, area in enumerate(areas, start=1)
    )
    Duty.objects.bulk_create(
        Duty(
            plan=plan,
            section=section,
            wording=section.heading,
            who="Lokalrådene",
            due_year=plan.year,
            due_quarter=n % 4 + 1,
        )
        for n, section in enumerate(sections[:CHAPTERS])
    )


def publish(plan: Plan, text: dict[str, object]) -> None:
    pdf = b"%PDF-1.7 " + uuid.uuid4().bytes * 8_000  # as large as a real one
    edition = Edition.objects.create(
        plan=plan,
        number=1,
        snapshot=text,
        content_hash=content_hash(text),
        pdf_sha256=sha256(pdf).hexdigest(),
        published_at=datetime(plan.year - 1, 12, 20, tzinfo=UTC),
    )
    EditionFile.objects.create(edition=edition, content=pdf)
    make_searchable(edition)
