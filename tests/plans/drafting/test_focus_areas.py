"""Topics of the year: into the plan, under one title, into the lists of the lokalråd."""

import pytest
from django.urls import reverse

from plans.document.models import FocusArea, Plan, Priority, RegisterData, Scope, Section, SectionKind
from plans.document.numbering import numbered
from plans.document.states import WRITABLE, PlanState
from plans.drafting.workflow import add_focus_area, share_focus_area
from samarbejde.events.models import Event
from samarbejde.transitions import Refused


def contents(plan: Plan) -> list[str]:
    return [place.title for place in numbered(plan.sections.all())]


def add(plan, by, title="Børn, unge og mistrivsel", scope=Scope.DISTRICT, council=None, text="<p>Tekst</p>"):
    return add_focus_area(plan, title=title, text=text, scope=scope, council=council, by=by)


def below(chapter: Section, position: int, heading: str, **fields: object) -> Section:
    return Section.objects.create(
        plan=chapter.plan,
        parent=chapter,
        position=position,
        heading=heading,
        kind=SectionKind.SECTION,
        **fields,
    )


def test_a_district_wide_area_gets_a_section_and_a_place_in_every_list(plan, chapter, cast):
    chapter.data = RegisterData.FOCUS_AREAS
    chapter.save()
    area = add(plan, cast.sekretariat)
    assert area.section.parent == chapter
    assert area.section.heading == area.title == "Børn, unge og mistrivsel"
    assert area.section.body == "<p>Tekst</p>"
    assert (area.since, area.is_new) == (2027, True)
    assert area.priorities.count() == len(cast.municipalities) == 11


def test_it_stands_after_the_areas_that_stand_and_before_the_lists(plan, chapter, cast):
    first = below(chapter, 1, "Psykisk sårbare")
    below(chapter, 2, "Prioriteringer", data=RegisterData.PRIORITIES)
    FocusArea.objects.create(plan=plan, scope=Scope.DISTRICT, section=first, since=2023)
    add(plan, cast.sekretariat)
    assert contents(plan) == [
        "1. Prioriterede indsatsområder",
        "1.1 Psykisk sårbare",
        "1.2 Børn, unge og mistrivsel",
        "1.3 Prioriteringer",
    ]


def test_without_areas_it_stands_before_the_lists_of_priorities(plan, chapter, cast):
    below(chapter, 1, "Sådan prioriteres der")
    below(chapter, 2, "Prioriteringer", data=RegisterData.PRIORITIES)
    add(plan, cast.sekretariat)
    assert contents(plan)[1:] == [
        "1.1 Sådan prioriteres der",
        "1.2 Børn, unge og mistrivsel",
        "1.3 Prioriteringer",
    ]


def test_without_any_such_chapter_it_becomes_one_before_the_appendices(plan, chapter, cast):
    Section.objects.create(plan=plan, position=2, kind=SectionKind.APPENDIX, heading="Bilag")
    add(plan, cast.sekretariat)
    assert contents(plan) == ["1. Prioriterede indsatsområder", "2. Børn, unge og mistrivsel", "3. Bilag"]


def test_a_local_area_has_its_text_and_one_place_after_what_stands(plan, chapter, cast):
    add(plan, cast.sekretariat)
    herning = cast.lokalraad("Herning")
    area = add(plan, cast.sekretariat, "Natteliv", Scope.LOCAL, herning)
    assert (area.section, area.description, area.council) == (None, "<p>Tekst</p>", herning)
    assert [(row.focus_area.title, row.position) for row in herning.priorities.order_by("position")] == [
        ("Børn, unge og mistrivsel", 1),
        ("Natteliv", 2),
    ]
    assert Priority.objects.exclude(council=herning).filter(focus_area=area).count() == 0


def test_who_did_it_stands_in_the_histories_and_the_log(plan, chapter, cast):
    area = add(plan, cast.sekretariat)
    assert area.history.get().history_user == cast.sekretariat
    assert area.section.history.get().history_user == cast.sekretariat
    assert area.priorities.first().history.get().history_user == cast.sekretariat
    event = Event.objects.about(plan).get(verb="focus_area.added")
    assert event.actor == cast.sekretariat
    assert "Børn, unge og mistrivsel" in event.text


def test_the_text_is_cleaned(plan, chapter, cast):
    area = add(plan, cast.sekretariat, text="<p onclick='x()'>Ord<script>alert(1)</script></p>")
    assert area.section.body == "<p>Ord</p>"


@pytest.mark.parametrize("state", [s for s in PlanState if s not in WRITABLE])
def test_a_plan_whose_text_lies_fast_is_not_changed(plan, chapter, cast, state):
    Plan.objects.filter(pk=plan.pk).update(state=state)
    with pytest.raises(Refused, match="ligger fast"):
        add(plan, cast.sekretariat)
    assert not FocusArea.objects.exists()


@pytest.mark.parametrize("title", ["", "   ", "\u00a0", "\u200b", "x" * 301])
def test_a_title_that_cannot_be_is_refused(plan, chapter, cast, title):
    with pytest.raises(Refused):
        add(plan, cast.sekretariat, title)


def test_the_same_title_twice_is_refused(plan, chapter, cast):
    add(plan, cast.sekretariat)
    with pytest.raises(Refused, match="har allerede"):
        add(plan, cast.sekretariat, " børn,  unge og mistrivsel")


def test_a_topic_is_not_put_on_a_list_that_has_one_of_its_title(plan, chapter, cast):
    here, there = (
        add(plan, cast.sekretariat, "Torvet", Scope.LOCAL, cast.lokalraad(name))
        for name in ("Herning", "Viborg")
    )
    with pytest.raises(Refused, match="allerede et emne med titlen »Torvet«"):
        share_focus_area(here, [there.council], by=cast.sekretariat)
    assert here.priorities.count() == 1


def test_a_local_area_of_no_or_a_strange_council_is_refused(plan, chapter, cast):
    for council in (None, cast.lokalraad("Odense"), cast.kredsraad()):
        with pytest.raises(Refused, match="lokalråd"):
            add(plan, cast.sekretariat, scope=Scope.LOCAL, council=council)


def test_the_page_tells_the_districts_topics_from_those_of_one_lokalråd(plan, chapter, cast, as_user):
    chapter.data = RegisterData.FOCUS_AREAS
    chapter.save()
    by, council = cast.sekretariat, cast.lokalraad("Herning")
    add(plan, by)
    add(plan, by, title="Torvet", scope=Scope.LOCAL, council=council)
    page = as_user(by).get(reverse("focus-areas", args=[plan.pk]))
    assert [area.title for area in page.context["district_wide"]] == ["Børn, unge og mistrivsel"]
    assert [area.title for area, _ in page.context["local"]] == ["Torvet"]
