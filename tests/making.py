"""Plans and editions as tests need them, written straight into the tables."""

import hashlib
from collections import Counter
from datetime import date
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from councils.models import Council, CouncilKind, Meeting
from plans.approval.models import Discussion
from plans.document.make_snapshot import make_snapshot
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, SectionKind
from plans.document.snapshot import content_hash
from plans.document.states import PlanState
from plans.publication.models import Edition, EditionFile
from plans.publication.passages import make_searchable
from tests.kept import kept

PDF = b"%PDF-1.7 a stand-in that no test reads as a PDF"


@kept
def a_plan(council: Council, year: int = 2027, state: str = PlanState.DRAFT, **fields: Any) -> Plan:
    """A small plan with one of everything: foreword, part, chapters, focus areas, priorities, appendix."""
    plan = Plan.objects.create(council=council, year=year, state=state, **fields)
    part = Section(kind=SectionKind.PART)
    areas = Section(heading="Årets indsatsområder", kind=SectionKind.CHAPTER)
    youth = Section(heading="Trivsel for unge", body="<p>Flere unge skal trives i skolen.</p>")
    _siblings(
        plan,
        None,
        Section(
            heading="Forord",
            body="<p>Vi står sammen om tryghed.</p>",
            kind=SectionKind.FOREWORD,
            data=RegisterData.SIGNATORIES,
        ),
        part,
        Section(heading="Beredskab", body="<p>Staben samles ved storm.</p>", kind=SectionKind.APPENDIX),
    )
    council_chapter = Section(
        heading="Kredsrådet", body="<p>Kredsrådet mødes fire gange.</p>", kind=SectionKind.CHAPTER
    )
    _siblings(plan, part, council_chapter, areas)
    _siblings(plan, areas, youth, Section(heading="Lokale indsatsområder", data=RegisterData.PRIORITIES))
    a_focus_area(plan, "Trivsel for unge", section=youth)
    return plan


def _siblings(plan: Plan, parent: Section | None, *sections: Section) -> None:
    """Write them below `parent` in this order, all at once."""
    for position, section in enumerate(sections, start=1):
        section.plan, section.parent, section.position = plan, parent, position
    bulk_create_with_history(sections, Section)


def section(
    plan: Plan, heading: str, body: str = "", *, parent: Section | None = None, **fields: Any
) -> Section:
    """A section behind its siblings."""
    position = Section.objects.filter(plan=plan, parent=parent).count() + 1
    return Section.objects.create(
        plan=plan, parent=parent, heading=heading, body=body, position=position, **fields
    )


def a_focus_area(plan: Plan, title: str, council: Council | None = None, **fields: Any) -> FocusArea:
    """District-wide and on every lokalråd's list, or local and on the one lokalråd's."""
    scope = Scope.LOCAL if council else Scope.DISTRICT
    own = "" if fields.get("section") else title
    area = FocusArea.objects.create(
        plan=plan, own_title=own, scope=scope, council=council, **({"since": plan.year} | fields)
    )
    everybody = Council.objects.filter(kind=CouncilKind.LOCAL, district=plan.council.district_id)
    listed = Counter(Priority.objects.filter(focus_area__plan=plan).values_list("council", flat=True))
    priorities = [
        Priority(council=place, focus_area=area, position=listed[place.pk] + 1)
        for place in ([council] if council else everybody)
    ]
    bulk_create_with_history(priorities, Priority)
    return area


def a_discussion(plan: Plan) -> Discussion:
    meeting = Meeting.objects.create(
        council=plan.council, held_on=date(plan.year - 1, 11, 24), place="Viborg"
    )
    return Discussion.objects.create(plan=plan, meeting=meeting)


@kept
def an_edition(plan: Plan, **fields: Any) -> Edition:
    """The plan as it stands, published; its PDF is a stand-in."""
    text = make_snapshot(plan)
    edition = Edition.objects.create(
        plan=plan,
        number=plan.editions.count() + 1,
        snapshot=text,
        content_hash=content_hash(text),
        pdf_sha256=hashlib.sha256(PDF).hexdigest(),
        **({"published_at": timezone.now()} | fields),
    )
    EditionFile.objects.create(edition=edition, content=PDF)
    make_searchable(edition)
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED)
    plan.refresh_from_db()
    return edition
