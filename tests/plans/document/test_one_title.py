"""A topic's title stands once: as the heading of its section, or in itself where it has none."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import FocusArea, Priority, Scope, Section
from plans.drafting.workflow import add_focus_area, save_section
from samarbejde.transitions import Refused
from tests.making import a_focus_area, a_plan, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


def at_the_commit() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def refusal_of(step: Callable[[], object]) -> str:
    """The rule that stops it, at once or at the commit."""
    try:
        with transaction.atomic():
            step()
            at_the_commit()
    except IntegrityError as refused:
        return refused.__cause__.diag.constraint_name
    return ""


def with_section(plan, heading: str) -> FocusArea:
    return a_focus_area(plan, heading, section=section(plan, heading))


def test_the_heading_is_the_title_and_no_copy_of_it_is_kept(plan, cast):
    area = add_focus_area(
        plan, title="Unge", text="<p>U</p>", scope=Scope.DISTRICT, council=None, by=cast.sekretariat
    )
    assert (area.title, area.own_title) == ("Unge", "")
    save_section(area.section, version=1, heading="Børn", body="<p>U</p>", by=cast.sekretariat)
    assert FocusArea.objects.get(pk=area.pk).title == "Børn"
    assert area.history.count() == 1  # nothing in it has changed


@pytest.mark.parametrize("own_title", ["Unge", ""])
def test_a_title_of_its_own_beside_a_section_or_none_at_all_is_refused(plan, own_title):
    area = with_section(plan, "Unge")
    row = FocusArea.objects.filter(pk=area.pk)
    wrong = {"own_title": own_title} if own_title else {"section": None}
    with pytest.raises(IntegrityError, match="a_topic_has_its_sections_heading_or_a_title_of_its_own"):
        row.update(**wrong)


def test_two_district_wide_topics_never_share_a_title(plan, cast):
    _first, other = with_section(plan, "Unge"), with_section(plan, "Natteliv")
    for step in (
        lambda: with_section(plan, "Unge"),
        lambda: a_focus_area(plan, "Unge"),
        lambda: Section.objects.filter(pk=other.section_id).update(heading="Unge"),
    ):
        assert refusal_of(step) == "a_focus_area_has_one_title"
    with pytest.raises(Refused, match="har allerede et emne"):
        save_section(other.section, version=1, heading="UNGE", body="", by=cast.sekretariat)
    a_focus_area(plan, "Unge", cast.lokalraad("Skive"))  # a lokalråd's own topic may be called the same
    at_the_commit()


def test_a_topics_section_has_a_heading(plan):
    area = with_section(plan, "Unge")
    headings = Section.objects.filter(pk=area.section_id)
    assert refusal_of(lambda: headings.update(kind="part", heading="")) == "a_focus_area_has_a_title"


def queries_of(read: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as queries:
        read()
    return len(queries)


def test_titles_cost_no_query_of_their_own(plan, cast, as_user):
    client, counts = as_user(cast.sekretariat), []
    lemvig = cast.lokalraad("Lemvig")
    pages = [reverse("focus-areas", args=[plan.pk]), reverse("priorities", args=[plan.pk, lemvig.pk])]
    for titles in (["Unge"], ["Natteliv", "Havnen"]):
        for title in titles:
            with_section(plan, title)
        counts.append(queries_of(lambda: [client.get(page).content for page in pages]))
    assert counts[0] == counts[1]
    priority = Priority.objects.filter(council=lemvig).first()
    assert queries_of(lambda: [area.title for area in plan.focus_areas.all()]) == 1
    assert queries_of(lambda: priority.focus_area.title) == 1
