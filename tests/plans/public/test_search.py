import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plans.public.searching import finding
from tests.making import a_plan, an_edition, section


def found(client, query, **where):
    return client.get("/soeg/", {"q": query} | where).content.decode()


def sections(page):
    """The titles that were found, in their order, without their numbers."""
    return re.findall(r"<h2><a href=[^>]*>(?:[\d.]+ )?([^<]*)</a></h2>", page)


@pytest.mark.parametrize("query", ["unge", "UNGE", "trives skolen", "ung", "skole", "trivsel for unge"])
def test_finds_words_parts_of_words_and_several_at_once(client, edition, query):
    hits = sections(found(client, query))
    assert hits[0] == "Trivsel for unge"
    assert set(hits) <= {"Trivsel for unge", "Lokale indsatsområder"}  # the lists name the topic


def test_says_so_when_nothing_is_found(client, edition):
    page = found(client, "rumrakat")
    assert "0 afsnit" in page
    assert "Intet fundet" in page
    assert "i de offentliggjorte planer" in page


@pytest.mark.parametrize("few", [40, 0])
def test_only_the_edition_in_force_is_searched(client, edition, monkeypatch, few):
    """Whether the index is asked for its editions or not."""
    monkeypatch.setattr(finding, "FEW", few)
    edition.plan.sections.filter(heading="Trivsel for unge").update(body="<p>Nu om cykler.</p>")
    an_edition(edition.plan)
    assert "Intet fundet" in found(client, "skolen")
    assert "cykler" in found(client, "cykler")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "' % _ \\ :* & ! \"",
        "\x00",
        "a" * 5000,
        "%",
        "<script>alert(1)</script>",
        "\u202e",
        "1 2 3 4 5 6 7 8 9",
    ],
)
def test_strange_queries_are_answered_calmly(client, edition, query):
    answer = client.get("/soeg/", {"q": query})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("side", ["0", "-1", "NaN", "last", "9" * 400])
def test_strange_page_numbers_show_a_page(client, edition, side):
    assert client.get("/soeg/", {"q": "unge", "side": side}).status_code == 200


def test_text_of_a_plan_is_inert_in_a_snippet(client, cast):
    plan = a_plan(cast.kredsraad(), 2026)
    section(plan, "Mærkeligt", "<p>&lt;img src=x onerror=alert(1)&gt; citron</p>")
    an_edition(plan)
    page = found(client, "citron")
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; <mark>citron</mark>" in page


def test_search_costs_the_same_with_one_hit_and_with_three(client, cast, edition):
    costs = []
    for years in ((2023,), (2024, 2025)):
        for year in years:
            an_edition(a_plan(cast.kredsraad(), year))
        with CaptureQueriesContext(connection) as captured:
            page = found(client, "skolen")
        costs.append(len(captured))
    assert "4 afsnit" in page
    assert costs[0] == costs[1] <= 9
