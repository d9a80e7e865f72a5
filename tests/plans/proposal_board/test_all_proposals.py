"""The list of all proposals: what it shows, how it is narrowed down, and what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from plans.decisions import workflow as decisions
from plans.proposal_board import workflow
from plans.proposal_board.models import Handling
from plans.proposals.models import Proposal
from samarbejde.transitions import Refused
from tests.logged import logged
from tests.plans.decisions.test_pending import decide_all, pages_of, seen_by
from tests.plans.proposals import stages
from tests.plans.rounds.test_board import MOST_QUERIES, cost
from tests.site.test_sheets import read_csv


def address(round_, **query):
    return reverse("all-proposals", args=[round_.plan_id], query=query or None)


def titles(answer):
    return [line.title for line in answer.context["page"]]


def sort(round_, proposals, by, *, handler=None, tags=()):
    workflow.sort_many(round_, [one.pk for one in proposals], handler=handler, tags=list(tags), by=by)


def test_all_stand_in_danish_order_with_what_is_decided(cast, as_user, four):
    decide_all(four, cast.sekretariat)
    answer = as_user(cast.sekretariat).get(address(four[0].round))
    assert titles(answer) == ["Natteravne", "Cykler", "Havnen", "Nattelivet"]
    assert [line.decided for line in answer.context["page"]] == [
        "samlet med et andet forslag",
        "afvist",
        "optaget som lokalt emne",
        "optaget som kredsdækkende",
    ]
    assert "4 forslag er indsendt." in answer.text


def test_each_filter_stands_in_the_address(cast, as_user, four):
    ravens, bikes, night, harbour = four
    round_ = ravens.round
    sort(round_, [ravens, night], cast.sekretariat, handler=cast.sekretariat, tags=["natteliv"])
    stages.recommend(bikes, by=cast.sekretariat)
    Proposal.objects.filter(pk=harbour.pk).update(submitted_at=timezone.now() - timedelta(days=10))
    client = as_user(cast.sekretariat)
    wanted = {
        ("kommune", str(cast.lokalraad("Herning").pk)): ["Natteravne", "Cykler"],
        ("emne", "natteliv"): ["Natteravne", "Nattelivet"],
        ("behandler", str(cast.sekretariat.pk)): ["Natteravne", "Nattelivet"],
        ("behandler", "ingen"): ["Cykler", "Havnen"],
        ("tilstand", "recommended"): ["Cykler"],
        ("omfang", "local"): [],
        ("alder", "7"): ["Havnen"],
        ("emne", "ukendt"): ["Natteravne", "Cykler", "Havnen", "Nattelivet"],
    }
    for (name, value), found in wanted.items():
        assert titles(client.get(address(round_, **{name: value}))) == found, (name, value)
    both = client.get(address(round_, emne="natteliv", kommune=cast.lokalraad("Viborg").pk))
    assert titles(both) == ["Nattelivet"]
    assert "Her vises 1 af 4 forslag." in both.text
    sheet = reverse("all-proposals-sheet", args=[round_.plan_id, "csv"], query={"emne": "natteliv"})
    head, *rows = read_csv(client.get(sheet).content)
    assert [(row[0], row[2]) for row in rows] == [
        (ravens.number, "Natteravne"),
        (night.number, "Nattelivet"),
    ]
    assert rows[0][head.index("Behandler")] == str(cast.sekretariat)
    assert rows[0][head.index("Emneord")] == "natteliv"


def test_as_columns_by_state(cast, as_user, four):
    stages.recommend(four[1], by=cast.sekretariat)
    answer = as_user(cast.sekretariat).get(address(four[0].round, vis="kolonner"))
    shown = {column.label: [line.title for line in column.lines] for column in answer.context["columns"]}
    assert shown == {"Indsendt": ["Natteravne", "Havnen", "Nattelivet"], "Indstillet": ["Cykler"]}


def test_ticked_proposals_get_a_handler_and_words(cast, as_user, four):
    ravens, bikes, *_ = four
    client, page = as_user(cast.sekretariat), address(ravens.round, vis="")
    sent = {
        "proposals": [ravens.pk, bikes.pk],
        "handler": cast.sekretariat.pk,
        "tags": " Natteliv ,unge,natteliv",
    }
    answer = client.post(page, sent, follow=True)
    assert "Gemt for 2 forslag." in answer.text
    assert answer.request["QUERY_STRING"] == "vis="
    kept = Handling.objects.get(proposal=ravens)
    assert (kept.handler, kept.tags) == (cast.sekretariat, ["natteliv", "unge"])
    assert logged(ravens)[-1] == (
        f"Forslaget fra Lokalrådet i Herning behandles af {cast.sekretariat.name} "
        "og har emneordene natteliv og unge"
    )
    client.post(page, {"proposals": [ravens.pk], "handler": "", "tags": "nat"})
    kept.refresh_from_db()
    assert (kept.handler, kept.tags) == (cast.sekretariat, ["natteliv", "unge", "nat"])


def test_what_was_typed_and_ticked_is_still_there(cast, as_user, four):
    client, page = as_user(cast.sekretariat), address(four[0].round)
    answer = client.post(page, {"proposals": [four[0].pk], "handler": "", "tags": "x" * 41})
    assert answer.status_code == 422
    assert "Et emneord er højst 40 tegn" in answer.text
    assert f'value="{four[0].pk}" checked' in answer.text
    answer = client.post(page, {"handler": cast.sekretariat.pk, "tags": "unge"})
    assert answer.status_code == 422
    assert "Sæt kryds ved mindst ét forslag." in answer.text
    assert 'value="unge"' in answer.text
    assert not Handling.objects.exists()


def test_one_is_sorted_anew_and_left_without(cast, as_user, four):
    client = as_user(cast.sekretariat)
    own = reverse("handle-proposal", args=[four[0].pk])
    client.post(own, {"handler": cast.sekretariat.pk, "tags": "unge, natteliv"})
    assert 'value="unge, natteliv"' in client.get(own).text
    read = client.get(stages.page(four[0])).text
    assert "unge, natteliv" in read
    client.post(own, {"handler": "", "tags": ""})
    assert not Handling.objects.exists()
    assert logged(four[0])[-1] == "Forslaget fra Lokalrådet i Herning har ingen behandler"


def test_who_sits_in_the_lokalraad_neither_sorts_it_nor_sees_how(cast, as_user, four):
    ravens, _bikes, night, _harbour = four
    both = cast.edge_roles["sekretær og medlem af lokalrådet"]
    sort(ravens.round, four, cast.sekretariat, handler=cast.sekretariat, tags=["hemmeligt"])
    decide_all(four, cast.sekretariat)
    lines = {line.pk: line for line in as_user(both).get(address(ravens.round)).context["page"]}
    assert (lines[ravens.pk].handler, lines[ravens.pk].tags, lines[ravens.pk].decided) == (None, (), "")
    assert lines[night.pk].tags == ("hemmeligt",)
    found = as_user(both).get(address(ravens.round, emne="hemmeligt"))
    assert "Natteravne" not in titles(found)
    with pytest.raises(Refused, match="forvaltningslovens § 3"):
        sort(ravens.round, [ravens], both, tags=["nej"])
    with pytest.raises(Refused, match="sidder selv i Lokalrådet i Herning"):
        sort(ravens.round, [ravens], cast.sekretariat, handler=both)
    with pytest.raises(Refused, match="ikke længere i sekretariatet"):
        sort(ravens.round, [ravens], cast.sekretariat, handler=cast.formand_viborg)


def test_nobody_outside_the_secretariat_sees_how_it_is_sorted(cast, as_user, four):
    plan = four[0].round.plan
    readers = [(cast.formand(place), cast.lokalraad(place)) for place in ("Herning", "Viborg", "Skive")]
    readers.append((cast.medlem_herning, cast.lokalraad("Herning")))
    clients = [(as_user(person), list(pages_of(plan, four, council))) for person, council in readers]
    before = [seen_by(client, addresses) for client, addresses in clients]
    sort(four[0].round, four, cast.sekretariat, handler=cast.sekretariat, tags=["hemmeligt"])
    assert Handling.objects.count() == 4
    for (client, addresses), seen in zip(clients, before, strict=True):
        assert seen_by(client, addresses) == seen
    assert "hemmeligt" in as_user(cast.sekretariat).get(stages.page(four[0])).text


def test_the_way_on_keeps_to_the_list_and_its_filter(cast, as_user, four):
    ravens, bikes, night, harbour = four
    sort(ravens.round, [ravens, night], cast.sekretariat, tags=["natteliv"])
    client = as_user(cast.sekretariat)
    first = client.get(stages.page(ravens)).context["beside"]
    assert (first.previous, first.following) == ("", stages.page(bikes))
    assert (first.number, first.total) == (1, 4)
    query = "?emne=natteliv"
    narrowed = client.get(stages.page(ravens) + query)
    assert narrowed.context["beside"].following == stages.page(night) + query
    assert narrowed.context["beside"].back == address(ravens.round) + query
    assert f'href="{stages.page(night)}{query}"' in narrowed.text
    last = client.get(stages.page(night)).context["beside"]
    assert (last.previous, last.following) == (stages.page(harbour), "")
    assert "beside" not in as_user(cast.formand_herning).get(stages.page(ravens)).context


def test_it_costs_the_same_for_one_and_for_three(cast, as_user):
    round_ = stages.a_round(cast)
    client = as_user(cast.sekretariat)
    own = stages.submitted(cast, round_)
    pages = [address(round_), address(round_, vis="kolonner"), stages.page(own)]
    sort(round_, [own], cast.sekretariat, handler=cast.sekretariat, tags=["natteliv"])
    before = [cost(client, page) for page in pages]
    for place in ("Viborg", "Skive"):
        other = stages.submitted(cast, round_, place=place)
        sort(round_, [other], cast.sekretariat, handler=cast.sekretariat, tags=["natteliv"])
        decisions.reject(other, reason="Nej.", seen=1, by=cast.sekretariat)
    assert [cost(client, page) for page in pages] == before
    assert max(before) <= MOST_QUERIES
