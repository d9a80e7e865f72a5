"""The portal that `python -m benchmarks` measures is one that could be there, and is measured rightly."""

import pytest
from django.db import connection, transaction

from benchmarks import long_plans, pages, queues, rounds
from benchmarks.pages import Cost
from benchmarks.population import populate
from benchmarks.printing import faults, grows, missed_in_rounds, print_rounds
from benchmarks.rounds import AnnouncingCost, RoundCost, Size
from plans.document.models import RegisterData
from plans.models import Decision, Edition, GivenSignature, Passage, Section
from samarbejde.outbox.models import Message
from tests.cast import people

pytestmark = pytest.mark.django_db


def test_what_is_measured_is_written_as_the_database_allows():
    populate(1, 2, sections=60)  # one year is published, one under way
    connection.check_constraints()  # as the commit does
    assert Edition.objects.count() == 2
    assert GivenSignature.objects.exists()
    assert Decision.objects.announced().exists()
    assert Passage.objects.count() == 120
    [latest, _] = Edition.objects.all()
    lists = {part["data_kind"]: part["data"] for part in latest.snapshot["sections"] if part["data_kind"]}
    assert set(lists) == {kind for kind in RegisterData.values if kind}
    assert all(any(data.values()) for data in lists.values())
    assert Section.history.count() > Section.objects.count()


def test_no_page_asks_more_than_twelve_questions_and_none_more_as_data_grow(monkeypatch):
    """The short form: a process of its own would see nothing of this transaction."""
    nothing = {"queries": 0, "milliseconds": 0, "bytes": 0, "compressed": 0}
    monkeypatch.setattr(pages, "first_request", lambda address: nothing)
    monkeypatch.setattr(pages, "ROUNDS", 1)
    rows = zip(_costs_at(1, 2), _costs_at(2, 4), strict=True)
    missed = {row[0].page: missing for row in rows if (missing := faults(row))}
    assert not missed


def _costs_at(districts: int, years: int) -> list[Cost]:
    with transaction.atomic():
        costs = list(pages.measure(populate(districts, years, sections=30)))
        transaction.set_rollback(True)
    return costs


@pytest.mark.long
def test_what_is_done_with_a_long_plan_asks_no_more_of_a_longer_one(monkeypatch):
    monkeypatch.setattr(pages, "ROUNDS", 1)
    monkeypatch.setattr(long_plans, "SIZES", (30, 60))
    costs = list(long_plans.measure())
    asked = {size: {one.work: one.queries for one in costs if one.sections == size} for size in (30, 60)}
    assert asked[30] == asked[60]
    assert all(asked[60].values())
    longer = {one.work: one.bytes for one in costs}
    assert longer["tekst"] > 1.5 * costs[0].bytes, "of the longer plan"


def test_a_round_asks_no_more_of_a_district_with_more_lokalraad(monkeypatch, capsys):
    monkeypatch.setattr(pages, "ROUNDS", 1)
    small, large = Size(2, 2, 2), Size(4, 3, 2)
    costs = {size: _round_of(size) for size in (small, large)}
    asked = {size: {one.cost.page: one.cost.queries for one in costs[size].pages} for size in costs}
    assert asked[small] == asked[large]
    boards = [number for page, number in asked[large].items() if page.startswith(("lokalråd", "alle"))]
    assert len(boards) == 6
    assert max(boards) <= 12
    told = {size: costs[size].announcing for size in costs}
    assert [(one.decisions, one.letters) for one in told.values()] == [(4, 2), (12, 4)]
    assert told[large].queries / 12 <= told[small].queries / 4
    assert not missed_in_rounds(costs)
    print_rounds(costs)
    assert "4 × 3 × 2: 12 afgørelser meddelt i 4 breve" in capsys.readouterr().out


def _round_of(size: Size) -> RoundCost:
    with transaction.atomic():
        district = rounds.prepare(size)
        connection.check_constraints()  # as the commit does
        cost = rounds.measure(district)
        transaction.set_rollback(True)
    return cost


def test_a_round_that_asks_more_for_each_decision_is_a_fault():
    def told(decisions: int, queries: int) -> RoundCost:
        return RoundCost([], AnnouncingCost(decisions, letters=2, queries=queries, seconds=9))

    assert not grows([told(4, 40), told(40, 400)])
    assert grows([told(4, 40), told(40, 401)])


def test_a_missed_goal_is_a_fault():
    def row(*queries: int) -> tuple[Cost, ...]:
        return tuple(Cost("side", number, 1, 1, 1) for number in queries)

    assert faults(row(12, 12)) == []
    assert faults(row(12, 11)) == []
    assert faults(row(3, 4)) == ["forespørgsler vokser med data"]
    assert faults(row(13, 13)) == ["over 12 forespørgsler"]


def test_waiting_mail_is_sent_and_counted():
    people({f"reader_{number}": f"Læser {number}" for number in range(3)})
    cost = queues.measure()
    assert cost.messages == 3
    assert Message.objects.filter(sent_at__isnull=False).count() == cost.messages
