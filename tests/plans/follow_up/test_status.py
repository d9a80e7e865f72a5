"""What citizens are told of how far a lokalråd is with a topic."""

from dataclasses import replace

import pytest
from django.utils import timezone

from plans.follow_up import workflow
from plans.follow_up.status import public_status
from tests.making import a_focus_area
from tests.plans.follow_up import stages
from tests.plans.follow_up.stages import WORDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    """One duty of a topic of its own, one of the section that the topic »Trivsel for unge« is."""
    plan = stages.published(cast, number=2)
    of_topic, of_section = plan.duties.all()
    of_topic.focus_area = a_focus_area(plan, "Natteliv")
    of_topic.save()
    of_section.section = plan.sections.get(heading="Trivsel for unge")
    of_section.save()
    return plan


def tell(cast, duty, progress, *, place="Herning", by=None):
    council = cast.lokalraad(place)
    by = by or cast.formand_herning
    standing = duty.answers.filter(council=council).first()
    words = replace(WORDS, progress=progress, text=f"Vi er {progress}.")
    version = standing.version if standing else 0
    answer = workflow.write_answer(duty, council, words, version=version, by=by)
    return workflow.submit_answer(answer, by=by)


def see(cast, answer):
    return workflow.see_answer(answer, seen=answer.submissions.count(), by=cast.sekretariat)


def shown(cast, plan, place="Herning"):
    """By the topics' titles: the newest status, and those before it."""
    titles = {area.lineage: area.title for area in plan.focus_areas.all()}
    found = public_status(cast.lokalraad(place).municipality, plan)
    return {
        titles[lineage]: [status.newest.in_words, *(one.in_words for one in status.earlier)]
        for lineage, status in found.items()
    }


def test_it_is_told_when_the_secretariat_has_seen_it(cast, plan):
    of_topic, of_section = plan.duties.all()
    first = tell(cast, of_topic, "under_way")
    assert shown(cast, plan) == {}
    see(cast, first)
    see(cast, tell(cast, of_section, "stopped"))
    assert shown(cast, plan) == {"Natteliv": ["i gang"], "Trivsel for unge": ["stoppet"]}
    assert shown(cast, plan, "Viborg") == {}
    [told] = [one.newest.on for one in public_status(first.council.municipality, plan).values()][:1]
    assert told == timezone.localdate()


def test_a_newer_one_is_told_after_it_is_seen_and_the_series_is_kept(cast, plan):
    duty = plan.duties.first()
    see(cast, tell(cast, duty, "not_begun"))
    second = tell(cast, duty, "in_place")
    assert shown(cast, plan) == {"Natteliv": ["ikke begyndt"]}
    see(cast, second)
    assert shown(cast, plan) == {"Natteliv": ["på plads", "ikke begyndt"]}


def test_one_that_was_never_seen_is_not_in_the_series(cast, plan):
    duty = plan.duties.first()
    tell(cast, duty, "not_begun")
    see(cast, tell(cast, duty, "in_place"))
    assert shown(cast, plan) == {"Natteliv": ["på plads"]}


def test_what_the_secretariat_asks_about_is_told_no_more(cast, plan):
    answer = see(cast, tell(cast, plan.duties.first(), "under_way"))
    workflow.return_answer(answer, question="Hvor mange kom?", seen=1, by=cast.sekretariat)
    assert shown(cast, plan) == {}


def test_what_is_typed_since_is_not_told(cast, plan):
    answer = see(cast, tell(cast, plan.duties.first(), "under_way"))
    words = replace(WORDS, progress="stopped")
    version = type(answer).objects.get().version
    workflow.write_answer(answer.duty, answer.council, words, version=version, by=cast.formand_herning)
    assert shown(cast, plan) == {"Natteliv": ["i gang"]}


@pytest.mark.parametrize("number", [1, 2])
def test_it_is_one_query(cast, plan, number, django_assert_num_queries):
    for duty in plan.duties.all()[:number]:
        see(cast, tell(cast, duty, "under_way"))
    place = cast.lokalraad("Herning").municipality
    with django_assert_num_queries(1):
        public_status(place, plan)
