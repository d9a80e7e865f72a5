"""The plan's page shows the five newest of what has happened, and the way to all of it."""

import pytest
from django.urls import reverse

from samarbejde.events.recording import record
from tests.making import a_plan


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


def happen(plan, number, **fields):
    for n in range(number):
        record("test", f"Hændelse {n}.", by=None, subject=plan, **fields)


def test_five_are_shown_and_the_rest_is_a_link_away(cast, as_user, plan):
    client, address = as_user(cast.sekretariat), reverse("plan-events", args=[plan.pk])
    happen(plan, 5)
    page = client.get(reverse("plan", args=[plan.pk])).text
    assert [f"Hændelse {n}." in page for n in range(5)] == [True] * 5
    assert address not in page
    record("test", "Den nyeste.", by=None, subject=plan)
    page = client.get(reverse("plan", args=[plan.pk])).text
    assert "Den nyeste." in page
    assert "Hændelse 0." not in page
    assert address in page
    assert "Hændelse 0." in client.get(address).text


def test_what_is_the_secretariats_own_stays_so(cast, as_user, plan):
    happen(plan, 6, internal=True)
    for name in ("plan", "plan-events"):
        assert "Hændelse" not in as_user(cast.formand_herning).get(reverse(name, args=[plan.pk])).text
        assert "Hændelse" in as_user(cast.sekretariat).get(reverse(name, args=[plan.pk])).text


def test_many_come_page_by_page_at_one_cost(cast, as_user, plan, django_assert_max_num_queries):
    client, address = as_user(cast.sekretariat), reverse("plan-events", args=[plan.pk])
    happen(plan, 1)
    client.get(address)
    with django_assert_max_num_queries(12) as one:
        client.get(address)
    happen(plan, 60)
    with django_assert_max_num_queries(len(one)):
        page = client.get(address).text
    assert page.count("<li>\n      <p>Hændelse") == 50
    assert "Side 1 af 2" in page
    assert client.get(f"{address}?side=2").text.count("<p>Hændelse") == 11
