"""The board of lokalråd × state, and the lists: what they show, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samarbejde.danish import date_text, sort_key
from tests.plans.proposals import stages
from tests.site.test_sheets import read_csv

MOST_QUERIES = 12
MOST_OF_A_PROPOSAL = 13  # with its files
MOST_OF_A_CHOICE = 15  # with all topics and sections that the words can be added to


def board(round_):
    return reverse("proposal-board", args=[round_.plan_id])


def test_every_lokalraad_stands_in_danish_order(cast, as_user):
    round_ = stages.a_round(cast)
    rows = as_user(cast.sekretariat).get(board(round_)).context["rows"]
    names = [row.council.municipality.name for row in rows]
    assert names == sorted(names, key=sort_key)
    assert len(names) == len(cast.municipalities)


def test_the_board_shows_who_is_missing_and_who_has_answered(cast, as_user):
    round_ = stages.a_round(cast)
    stages.submitted(cast, round_)
    stages.say_no_proposals(round_, cast.lokalraad("Viborg"), by=cast.formand_viborg)
    stages.drafted(cast, round_, place="Skive")
    gone = stages.submitted(cast, round_, place="Lemvig", of=stages.words("Fortrudt"))
    stages.withdraw(gone, by=cast.formand("Lemvig"))
    page = as_user(cast.sekretariat).get(board(round_))
    rows = {row.council.municipality.name: row for row in page.context["rows"]}
    missing = {name for name, row in rows.items() if row.is_missing}
    assert missing == set(rows) - {"Herning", "Viborg"}
    assert missing == {str(council.municipality) for council in round_.unanswered()}
    assert rows["Skive"].is_writing
    assert [item.title for item in rows["Lemvig"].proposals] == ["Fortrudt"]
    assert f"2 af {len(rows)} lokalråd har svaret" in page.text
    assert "ingen forslag i år" in page.text
    assert "i gang" in page.text
    assert "Send påmindelse" in page.text
    said = {tile.name: tile.said.words for tile in page.context["map"].parts}
    assert {name for name, words in said.items() if words == "mangler"} == missing - {"Skive"}
    assert (said["Herning"], said["Viborg"], said["Skive"]) == ("1 forslag", "ingen i år", "i gang")
    council = reverse("council-proposals", args=[round_.plan_id, cast.lokalraad("Herning").pk])
    assert f'<a href="{council}" aria-label="Herning: 1 forslag">' in page.text


def test_the_common_deadline_is_said_once_and_longer_ones_where_they_are(cast, as_user):
    round_ = stages.a_round(cast)
    stages.extend_deadline(
        round_, cast.lokalraad("Skive"), deadline=stages.deadline(60), reason="Storm", by=cast.sekretariat
    )
    page = as_user(cast.sekretariat).get(board(round_)).text.replace("\xa0", " ")
    table = page.split("<table")[1].split("</table>")[0]
    assert page.count(date_text(stages.in_days(14))) == 1
    assert date_text(stages.in_days(14)) not in table
    assert table.count(date_text(stages.in_days(60))) == 1
    assert "Storm" in table


def test_the_board_before_the_round_is_opened(cast, as_user):
    plan = stages.a_plan(cast.kredsraad())
    assert (
        "Åbn forslagsrunden" in as_user(cast.sekretariat).get(reverse("proposal-board", args=[plan.pk])).text
    )
    chair_page = reverse("council-proposals", args=[plan.pk, cast.lokalraad("Herning").pk])
    assert "ikke bedt om forslag endnu" in as_user(cast.formand_herning).get(chair_page).text


def cost(client, address):
    client.get(address)  # content types and the like are remembered
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def one_of_everything(cast, round_, place):
    """A decided, a merged and an open proposal of one lokalråd, with points and remarks."""
    chair = cast.formand(place)
    accepted = stages.submitted(cast, round_, place=place, of=stages.words(f"Optaget {place}"))
    stages.accept(accepted, by=cast.sekretariat)
    asked = stages.submitted(cast, round_, place=place, of=stages.words(f"Spurgt {place}"))
    stages.request_changes(asked, ["Hvem?", "Hvor?"], seen=1, by=cast.sekretariat)
    asked.change_requests.update(answer="Os")
    stages.submit(asked, by=chair)
    other = stages.submitted(cast, round_, place=place, of=stages.words(f"Samlet {place}"))
    stages.merge(other, asked, by=cast.sekretariat)
    stages.recommend(asked, by=cast.sekretariat, shared=True)
    stages.extend_deadline(
        round_, cast.lokalraad(place), deadline=stages.deadline(30), reason="Storm", by=cast.sekretariat
    )
    return asked


@pytest.mark.parametrize("role", ["sekretariat", "formand_herning"])
def test_lists_cost_the_same_for_one_and_for_three(cast, as_user, role):
    round_ = stages.a_round(cast)
    client = as_user(getattr(cast, role))
    pages = [reverse("council-proposals", args=[round_.plan_id, cast.lokalraad("Herning").pk])]
    if role == "sekretariat":
        pages.append(board(round_))
    one_of_everything(cast, round_, "Herning")
    before = [cost(client, page) for page in pages]
    for place in ("Viborg", "Skive"):
        one_of_everything(cast, round_, place)
    for number in range(3):
        stages.submitted(cast, round_, of=stages.words(f"Endnu et {number}"))
    assert [cost(client, page) for page in pages] == before
    assert max(before) <= MOST_QUERIES


@pytest.mark.parametrize("role", ["sekretariat", "formand_herning"])
def test_a_proposal_costs_the_same_whatever_hangs_on_it(cast, as_user, role):
    round_ = stages.a_round(cast)
    asked = one_of_everything(cast, round_, "Herning")
    client, address = as_user(getattr(cast, role)), reverse("proposal", args=[asked.pk])
    before = cost(client, address)
    for place in ("Viborg", "Skive"):
        other = stages.submitted(cast, round_, place=place)
        stages.merge(other, asked, by=cast.sekretariat)
        stages.recommend(asked, by=cast.sekretariat, shared=True)
    assert cost(client, address) == before
    assert before <= MOST_OF_A_PROPOSAL


def test_the_forms_cost_little(cast, as_user):
    round_ = stages.a_round(cast)
    asked = one_of_everything(cast, round_, "Herning")
    decide = reverse("decide-proposal", args=[asked.pk])
    pages = [f"{decide}?valg={choice}" for choice in ("optag", "afvis", "saml")]
    pages += [reverse(name, args=[asked.pk]) for name in ("request-changes", "review-proposal")]
    pages += [reverse("open-round", args=[round_.plan_id])]
    pages += [reverse("extend-deadline", args=[round_.plan_id, asked.council_id])]
    secretariat = as_user(cast.sekretariat)
    own = [reverse("write-proposal", args=[round_.plan_id, asked.council_id])]
    own += [reverse("say-no-proposals", args=[round_.plan_id, asked.council_id])]
    own += [reverse("withdraw-proposal", args=[asked.pk])]
    draft = stages.drafted(cast, round_)
    own += [reverse("edit-proposal", args=[draft.pk])]
    chair = as_user(cast.formand_herning)
    costs = {page: cost(secretariat, page) for page in pages} | {page: cost(chair, page) for page in own}
    assert costs.pop(pages[0]) <= MOST_OF_A_CHOICE
    assert {page: number for page, number in costs.items() if number > MOST_OF_A_PROPOSAL} == {}


def test_a_count_leads_to_what_it_counts(cast, as_user):
    round_ = stages.a_round(cast)
    stages.submitted(cast, round_)
    gone = stages.submitted(cast, round_, place="Lemvig", of=stages.words("Fortrudt"))
    stages.submitted(cast, round_, place="Lemvig", of=stages.words("Står ved magt"))
    stages.withdraw(gone, by=cast.formand("Lemvig"))
    client = as_user(cast.sekretariat)
    assert 'href="?tilstand=withdrawn"' in client.get(board(round_)).text
    page = client.get(board(round_), {"tilstand": "withdrawn"})
    assert [[one.title for one in row.proposals] for row in page.context["rows"]] == [["Fortrudt"]]
    assert f"2 af {len(round_.councils)} lokalråd har svaret" in page.text
    assert "Vis alle lokalråd" in page.text
    everything = client.get(board(round_), {"tilstand": "ukendt"})
    assert len(everything.context["rows"]) == len(round_.councils)


def test_the_board_as_a_file_has_a_row_for_each_proposal_and_for_each_that_is_missing(cast, as_user):
    round_ = stages.a_round(cast)
    stages.submitted(cast, round_)
    stages.submitted(cast, round_, of=stages.words("=Trappen"))
    stages.say_no_proposals(round_, cast.lokalraad("Viborg"), by=cast.formand_viborg)
    stages.extend_deadline(
        round_, cast.lokalraad("Skive"), deadline=stages.deadline(60), reason="Storm", by=cast.sekretariat
    )
    secretary = as_user(cast.sekretariat)
    link = reverse("proposals-sheet", args=[round_.plan_id, "csv"])
    assert f'href="{link}"' in secretary.get(board(round_)).text
    _, *rows = read_csv(secretary.get(link).content)
    told = [[row[0], *row[2:4]] for row in rows]
    assert ["Herning", stages.USUAL.title, "indsendt"] in told
    assert ["Herning", "'=Trappen", "indsendt"] in told
    assert ["Viborg", "", "ingen i år"] in told
    assert [row[6:] for row in rows if row[0] == "Skive"] == [
        [f"{stages.in_days(60):%d-%m-%Y} 23.59", "Storm"]
    ]
    assert len(rows) == len(cast.municipalities) + 1
    chosen = read_csv(secretary.get(f"{link}?tilstand=submitted").content)
    assert [row[0] for row in chosen] == ["Lokalråd", "Herning", "Herning"]
