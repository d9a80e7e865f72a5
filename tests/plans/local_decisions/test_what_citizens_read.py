"""A kommune's page shows what its lokalråd has decided, beside the edition's text and at once."""

import pytest
from django.urls import reverse

from tests.plans.local_decisions import stages
from tests.plans.local_decisions.stages import YEAR

pytestmark = pytest.mark.django_db


@pytest.fixture
def topic(cast):
    return stages.topic(cast)


def page_of(place):
    return reverse("municipality-page", args=["midt-og-vestjylland", YEAR, place])


def test_a_change_stands_beside_the_text_as_soon_as_it_is_written(cast, client, topic):
    address = page_of("herning")
    before = client.get(address)
    assert "Uro ved torvet" in before.text
    stages.changed(cast, topic)
    after = client.get(address)
    assert "Ændret" in after.text
    assert stages.CHANGE in after.text
    assert after.text.index("Uro ved torvet") < after.text.index(stages.CHANGE)
    assert stages.CHANGE not in client.get(page_of("viborg")).text


def test_it_is_found_by_the_topics_new_name_too(cast, client, topic):
    stages.changed(cast, topic)
    topic.own_title = "Ro på torvet"
    topic.save()
    assert stages.CHANGE in client.get(page_of("herning")).text


def test_it_is_read_while_a_new_edition_calls_the_topic_something_else(cast, client, topic):
    topic.own_title = "Ro i kladden"
    topic.save()
    stages.changed(cast, topic)
    page = client.get(page_of("herning")).text
    assert stages.CHANGE in page
    assert "Ro i kladden" not in page


def test_a_correction_is_read_though_the_area_has_another_name_now(cast, client, topic):
    area = stages.area(cast, name="Nyvej")
    other = stages.area(cast, name="Byvej")
    stages.decided(cast, area)
    stages.decided(cast, other)
    area.name = "Agervej"
    area.save()
    stages.decided(cast, area, seen=1, what="Vi trapper ned")
    page = client.get(page_of("herning")).text
    assert "Nyvej" not in page[page.index("Det er besluttet") :]
    assert page.index("Vi trapper ned") < page.index("<h3>Byvej</h3>")


def test_a_decision_is_read_and_a_correction_instead_of_it(cast, client, topic):
    area = stages.area(cast)
    address = page_of("herning")
    assert stages.WHAT not in client.get(address).text
    stages.decided(cast, area)
    first = client.get(address)
    assert stages.WHAT in first.text
    assert stages.ANSWER in first.text
    stages.decided(cast, area, seen=1, what="Vi trapper ned")
    second = client.get(address)
    assert "Vi trapper ned" in second.text
    assert stages.WHAT not in second.text


def test_one_and_three(cast, client, topic, django_assert_max_num_queries):
    for name in ("Havrevej", "Kornvej", "Rugvej"):
        stages.decided(cast, stages.area(cast, name=name))
        stages.changed(cast, topic, text=name)
        with django_assert_max_num_queries(12):
            client.get(page_of("herning"))
