"""What citizens are told of how far a lokalråd is with a topic."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from plans.document.models import FocusArea
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


def test_the_kredsraad_sees_every_lokalraads_newest_in_a_table(cast, as_user, plan):
    duty = plan.duties.first()
    tell(cast, duty, "not_begun")
    tell(cast, duty, "in_place")
    page = as_user(cast.direktoer).get(reverse("topic-statuses", args=[plan.pk])).text
    table = page[page.index("<tbody>") : page.index("</tbody>")]
    assert table.count("På plads") == 1
    assert "Ikke begyndt" not in table
    assert table.count("Ikke meldt") == len(cast.municipalities) - 1
    assert "Trivsel for unge" in page[page.index("Emner, som ingen har meldt om") :]


def test_a_topic_of_one_lokalraad_is_asked_of_nobody_else(cast, as_user, plan):
    duty = plan.duties.first()
    FocusArea.objects.filter(pk=duty.focus_area_id).update(scope="local", council=cast.lokalraad("Herning"))
    tell(cast, duty, "in_place")
    client = as_user(cast.direktoer)
    page = client.get(reverse("topic-statuses", args=[plan.pk])).text
    assert (page.count("På plads"), page.count("Ikke meldt")) == (1, 0)
    assert page.count("<td>–</td>") == len(cast.municipalities) - 1
    history = client.get(reverse("topic-history", args=[plan.pk, duty.focus_area.lineage]))
    assert [one.council for one in history.context["histories"]] == [cast.lokalraad("Herning")]
    assert "Har ikke meldt noget" not in history.text


def test_what_was_told_before_is_one_click_away(cast, as_user, plan):
    duty = plan.duties.first()
    tell(cast, duty, "not_begun")
    tell(cast, duty, "in_place")
    address = reverse("topic-history", args=[plan.pk, duty.focus_area.lineage])
    client = as_user(cast.sekretariat)
    assert address in client.get(reverse("topic-statuses", args=[plan.pk])).text
    page = client.get(address).text
    assert page.index(": på plads") < page.index(": ikke begyndt")


def test_without_answers_the_table_says_where_they_come_from(cast, as_user):
    plan = stages.published(cast)
    page = as_user(cast.sekretariat).get(reverse("topic-statuses", args=[plan.pk])).text
    assert "Intet lokalråd har meldt status endnu" in page
    assert reverse("duties", args=[plan.pk]) in page


def test_one_status_and_three(cast, as_user, plan):
    client = as_user(cast.sekretariat)
    counted = []
    for place in ("Herning", "Viborg", "Skive"):
        tell(cast, plan.duties.first(), "under_way", place=place)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("topic-statuses", args=[plan.pk]))
        counted.append(len(queries))
    assert counted[0] == counted[2] <= 12
