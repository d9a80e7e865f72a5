"""Plans and editions as tests need them, written straight into the tables."""

import hashlib
from datetime import date
from typing import Any

from django.utils import timezone

from councils.models import Council, CouncilKind, Meeting
from plans.approval.models import Discussion
from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, SectionKind
from plans.document.rendering import content_hash, snapshot
from plans.document.states import PlanState
from plans.publication.models import Edition, EditionFile, Passage
from samarbejde.rich_text import plain_text

PDF = b"%PDF-1.7 a stand-in that no test reads as a PDF"


def a_plan(council: Council, year: int = 2027, state: str = PlanState.DRAFT, **fields: Any) -> Plan:
    """A small plan with one of everything: foreword, part, chapters, focus areas, priorities, appendix."""
    plan = Plan.objects.create(council=council, year=year, state=state, **fields)
    section(
        plan,
        "Forord",
        "<p>Vi står sammen om tryghed.</p>",
        kind=SectionKind.FOREWORD,
        data=RegisterData.SIGNATORIES,
    )
    part = section(plan, "", kind=SectionKind.PART)
    section(plan, "Kredsrådet", "<p>Kredsrådet mødes fire gange.</p>", parent=part, kind=SectionKind.CHAPTER)
    areas = section(plan, "Årets indsatsområder", parent=part, kind=SectionKind.CHAPTER)
    youth = section(plan, "Trivsel for unge", "<p>Flere unge skal trives i skolen.</p>", parent=areas)
    section(plan, "Lokale indsatsområder", parent=areas, data=RegisterData.PRIORITIES)
    section(plan, "Beredskab", "<p>Staben samles ved storm.</p>", kind=SectionKind.APPENDIX)
    a_focus_area(plan, "Trivsel for unge", section=youth)
    return plan


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
    area = FocusArea.objects.create(
        plan=plan, title=title, scope=scope, council=council, **({"since": plan.year} | fields)
    )
    everybody = Council.objects.filter(kind=CouncilKind.LOCAL, district=plan.council.district_id)
    for place in [council] if council else everybody:
        position = Priority.objects.filter(council=place, focus_area__plan=plan).count() + 1
        Priority.objects.create(council=place, focus_area=area, position=position)
    return area


def a_discussion(plan: Plan) -> Discussion:
    meeting = Meeting.objects.create(
        council=plan.council, held_on=date(plan.year - 1, 11, 24), place="Viborg"
    )
    return Discussion.objects.create(plan=plan, meeting=meeting)


def an_edition(plan: Plan, **fields: Any) -> Edition:
    """The plan as it stands, published; its PDF is a stand-in."""
    text = snapshot(plan)
    edition = Edition.objects.create(
        plan=plan,
        number=plan.editions.count() + 1,
        snapshot=text,
        content_hash=content_hash(text),
        pdf_sha256=hashlib.sha256(PDF).hexdigest(),
        **({"published_at": timezone.now()} | fields),
    )
    EditionFile.objects.create(edition=edition, content=PDF)
    for position, part in enumerate(text["sections"]):
        Passage.objects.create(
            edition=edition,
            position=position,
            anchor=part["anchor"],
            title=part["title"],
            text=plain_text(part["body"]),
        )
    Plan.objects.filter(pk=plan.pk).update(state=PlanState.PUBLISHED)
    plan.refresh_from_db()
    return edition
