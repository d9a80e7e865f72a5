"""What a draft's pages ask the database: no more of a long plan with much to tell than of a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import Figure, Forum, ForumParticipation, OrganisationUnit, PreventionArea
from plans.comments.anchoring import Quotation
from plans.comments.workflow import answer as answer_comment
from plans.document.models import MultiYearAgreement, NewsLine, Plan, RegisterData, Section, SectionKind
from plans.document.states import PlanState
from plans.drafting.workflow import save_section
from plans.versions.workflow import keep
from tests.making import a_focus_area, a_plan, an_edition, section
from tests.plans.comments import stages as comments

MOST = 12
WORDS = "<p>I {planens år} skal {politidirektør} mødes om {tal: Tal, Sager 0} med lokalrådene.</p>"


@pytest.fixture
def plan(cast) -> Plan:
    """A draft that builds on a published plan, with a section of each kind of data."""
    cast.fill_posts()
    earlier = a_plan(cast.kredsraad(), 2026, PlanState.PUBLISHED)
    an_edition(earlier)
    plan = a_plan(cast.kredsraad(), 2027, previous=earlier)
    below = section(plan, "Fra registret", WORDS, kind=SectionKind.CHAPTER)
    for kind in RegisterData:
        if kind:
            section(plan, kind.label, WORDS, parent=below, data=kind)
    _add(plan, cast, 0)
    return plan


def _add(plan, cast, number):
    """One more of everything that its pages show."""
    place = cast.municipalities[number]
    cast.borgmester(place.name), cast.formand(place.name)
    of_year = {"district": cast.district, "year": 2027, "table": "Tal", "source": "Politiet"}
    Figure.objects.create(**of_year, row=f"Sager {number}", value=2800 + number)
    forum = Forum.objects.create(district=cast.district, name=f"Forum {number}")
    ForumParticipation.objects.create(forum=forum, municipality=place)
    PreventionArea.objects.create(municipality=place, name=f"Byen {number}", from_year=2025)
    OrganisationUnit.objects.create(district=cast.district, name=f"Enhed {number}")
    years = {"from_year": 2024, "to_year": 2027}
    MultiYearAgreement.objects.create(district=cast.district, name=f"Aftale {number}", **years)
    plan.duties.create(wording=f"Mødes {number}", who="Lokalrådene")
    at = section(plan, f"Kapitel {number}", WORDS, kind=SectionKind.APPENDIX)
    a_focus_area(plan, at.heading, section=at)
    a_focus_area(plan, f"Emne {number}", cast.lokalraad(place.name), description=WORDS)
    NewsLine.objects.create(plan=plan, lineage=at.lineage, line="Nyt.")
    for row in (at, plan.sections.get(data=RegisterData.FOCUS_AREAS)):
        told = comments.write(row, cast.kontaktudvalg, "Hvem?", quotation=Quotation("mødes"))
        comments.write(row, cast.sekretariat, "Emnet?", quotation=Quotation(f"Emne {number}"))
        answer_comment(told, "Os.", form_key=told.form_key, by=cast.sekretariat)
    keep(plan, f"Version {number}", by=cast.sekretariat)


def _far(plan, name, *more):
    return lambda client: client.get(reverse(name, args=[plan.pk, *more]))


def _section(plan) -> Section:
    return plan.sections.get(data=RegisterData.FOCUS_AREAS)


def _two_texts(plan):
    """Somebody else was first, and both wrote in the same words."""
    row = _section(plan)
    typed = {"heading": row.heading, "kind": row.kind, "register_data": row.data}
    typed |= {"body": "<p>Jeg skriver dette.</p>", "version": row.version - 1}
    return lambda client: client.post(reverse("edit-section", args=[plan.pk, row.pk]), typed)


PAGES = {
    "tekst": lambda plan: _far(plan, "plan-text"),
    "indhold": lambda plan: _far(plan, "plan-outline"),
    "tavle": lambda plan: _far(plan, "plan-board"),
    "kommentarer": lambda plan: _far(plan, "plan-comments"),
    "kontrol": lambda plan: _far(plan, "plan-consistency"),
    "nyt": lambda plan: _far(plan, "plan-news"),
    "versioner": lambda plan: _far(plan, "plan-versions"),
    "to versioner": lambda plan: _far(plan, "compare-versions"),
    "Word": lambda plan: _far(plan, "draft-word"),
    "forhåndsvisning": lambda plan: _far(plan, "preview-plan"),
    "afsnit": lambda plan: _far(plan, "edit-section", _section(plan).pk),
    "afsnit, konflikt": _two_texts,
    "afsnit, historik": lambda plan: _far(plan, "section-history", _section(plan).pk),
    "afsnit, to versioner": lambda plan: _far(plan, "compare-section", _section(plan).pk),
    "afsnit, kommentarer": lambda plan: _far(plan, "section-comments", _section(plan).pk),
    "afsnit, forhåndsvisning": lambda plan: _far(plan, "preview-section", _section(plan).pk),
    "afsnit, PDF": lambda plan: _far(plan, "preview-section-pdf", _section(plan).pk),
}


def _questions(client, page) -> int:
    page(client)
    with CaptureQueriesContext(connection) as captured:
        answer = page(client)
    assert answer.status_code in (200, 409), answer.text
    steps = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO SAVEPOINT")
    return sum(not query["sql"].startswith(steps) for query in captured)


@pytest.mark.parametrize("state", [PlanState.DRAFT, PlanState.CONSULTATION])
def test_no_page_asks_more_than_twelve_questions_with_one_row_or_with_three(cast, plan, as_user, state):
    Plan.objects.filter(pk=plan.pk).update(state=state)
    plan.refresh_from_db()
    row = _section(plan)
    save_section(row, by=cast.kontaktudvalg, version=row.version, heading=row.heading, body=f"{WORDS}{WORDS}")
    client = as_user(cast.sekretariat)
    one = {name: _questions(client, page(plan)) for name, page in PAGES.items()}
    for number in (1, 2):
        _add(plan, cast, number)
    three = {name: _questions(client, page(plan)) for name, page in PAGES.items()}
    assert three == one
    assert {name: number for name, number in three.items() if number > MOST} == {}
