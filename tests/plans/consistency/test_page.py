"""»Kontrol«: all that is found in a plan, by place, and of one kind where one is asked for."""

import pytest
from django.urls import reverse

from plans.consistency.forms import WHOLE
from plans.document.models import Plan


@pytest.fixture
def read(plan, cast, as_user):
    client = as_user(cast.sekretariat)
    return lambda kind="": client.get(reverse("plan-consistency", args=[plan.pk]), {"slags": kind}).text


def test_a_plan_in_order(read, section):
    section("Unge", body="<p>Tekst.</p>")
    assert "Kontrollen finder intet at se på" in read()


def test_each_place_has_its_findings_and_the_way_to_mend_them(read, section, plan):
    placed = section("Mål for 2024", body="<p>Se afsnit 9.9.</p>")
    other = section("Unge", body="<p>Se afsnit 9.9 og afsnit 8.8.</p>")
    page = read()
    assert "nævner 2024, og planen gælder 2027" in page
    assert "Der henvises til afsnit 9.9, som planen ikke har." in page
    whole, first, second = (page.index(f'id="sted-{number}"') for number in (1, 2, 3))
    assert "Planen som helhed" in page[whole:first]
    assert "afsnit 9.9" in page[whole:first], "of two sections"
    assert "1. Mål for 2024" in page[first:second]
    assert "afsnit 8.8" in page[second:], "of one alone stands at that one"
    assert page.count(reverse("edit-section", args=[plan.pk, placed.pk])) == 2
    assert page.count(reverse("edit-section", args=[plan.pk, other.pk])) == 2


def test_one_kind_is_shown_where_it_is_asked_for(read, section):
    section("Mål for 2024", body="<p>Se afsnit 9.9.</p>")
    page = read("Årstal")
    assert "planen gælder 2027" in page
    assert "afsnit 9.9, som" not in page
    assert "<strong>1</strong> <span>Henvisninger</span>" in page
    assert "Vis alle 2" in page
    assert "afsnit 9.9, som" in read("findes ikke")


def test_one_place_or_the_whole_plan_is_shown_where_it_is_asked_for(read, section, plan, cast, as_user):
    placed = section("Mål", body="<p>Se afsnit 9.9.</p>")
    section("Unge", body="<p>Se afsnit 9.9 og afsnit 8.8.</p>")
    client, address = as_user(cast.sekretariat), reverse("plan-consistency", args=[plan.pk])

    def shown(place: str) -> tuple[bool, bool]:
        """What is wrong in two sections, and what is wrong in »Unge« alone."""
        page = client.get(address, {"sted": place}).text
        return "afsnit 9.9, som" in page, "afsnit 8.8, som" in page

    assert [shown(place) for place in ("", "findes ikke", WHOLE, placed.lineage)] == [
        (True, True),
        (True, True),
        (True, False),
        (True, False),
    ]


def test_a_text_that_lies_fast_has_no_way_but_back_to_draft(read, section, plan):
    section("Mål for 2024", body="<p>a</p>")
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    page = read()
    assert "Ret afsnittet" not in page
    assert reverse("reopen-plan", args=[plan.pk]) in page


def test_one_row_and_three_cost_the_same(plan, section, cast, as_user, django_assert_max_num_queries):
    client, address = as_user(cast.sekretariat), reverse("plan-consistency", args=[plan.pk])
    section("Mål for 2024", body="<p>a</p>")
    client.get(address)
    with django_assert_max_num_queries(6) as little:
        client.get(address)
    for number in range(3):
        section(f"Mål {number} for 2024", body="<p>a</p>")
    with django_assert_max_num_queries(len(little)):
        assert "Mål 2 for 2024" in client.get(address).text


def test_the_page_of_a_section_tells_what_concerns_it(plan, section, cast, as_user):
    placed, other = section("Mål for 2024", body="<p>a</p>"), section("Unge", body="<p>Se afsnit 9.9.</p>")
    client = as_user(cast.sekretariat)
    page = client.get(reverse("edit-section", args=[plan.pk, placed.pk])).text
    assert "planen gælder 2027" in page
    assert "afsnit 9.9, som" not in page
    assert "afsnit 9.9, som" in client.get(reverse("edit-section", args=[plan.pk, other.pk])).text
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    assert "planen gælder 2027" not in client.get(reverse("edit-section", args=[plan.pk, placed.pk])).text


def test_each_section_of_the_text_says_how_much_there_is_to_look_at(plan, section, cast, as_user):
    placed = section("Mål for 2024", body="<p>Se afsnit 9.9.</p>")
    section("Unge", body="<p>Tekst.</p>")
    client = as_user(cast.sekretariat)
    page = client.get(reverse("plan-text", args=[plan.pk])).text
    link = f"{reverse('plan-consistency', args=[plan.pk])}?sted={placed.lineage}"
    assert page.count(link) == 1
    assert "2 ting at se på" in page.partition(link)[2][:300]
    there = client.get(link).text
    assert "planen gælder 2027" in there
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    assert link not in client.get(reverse("plan-text", args=[plan.pk])).text


def test_a_section_that_has_saved_itself_is_asked_for_alone(plan, section, cast, as_user):
    placed = section("Unge", body="<p>Se afsnit 9.9.</p>")
    section("Mål for 2024", body="<p>a</p>")
    client = as_user(cast.sekretariat)
    address = reverse("section-findings", args=[plan.pk, placed.pk])
    told = "Der henvises til afsnit 9.9, som planen ikke har."
    assert client.get(address).json() == {"findings": [told]}
    placed.body = "<p>Rettet.</p>"
    placed.save()
    assert client.get(address).json() == {"findings": []}
