"""The chain is written by the database as transactions are committed: whole, in order, without deadlock."""

import threading
import tracemalloc
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from plans.publication.models import Edition, EditionFile
from samarbejde.accounts.models import User
from samarbejde.events.models import Event
from samarbejde.events.recording import record
from samarbejde.ledger import chain
from samarbejde.ledger.models import Link
from tests.making import a_plan

LARGE = 3_000_000  # bytes
pytestmark = pytest.mark.django_db(transaction=True)


def in_a_thread(act: Callable[[], object], failures: list[Exception]) -> threading.Thread:
    def run() -> None:
        try:
            act()
        except Exception as failure:
            failures.append(failure)
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def write(cast, text: str = "Noget skete") -> Event:
    return record("test", text, by=cast.sekretariat, subject=cast.sekretariat)


def test_a_row_is_linked_when_it_is_committed_and_never_without(cast):
    linked = Link.objects.count()
    with transaction.atomic():
        first = write(cast)
        assert Link.objects.count() == linked
    with transaction.atomic():
        write(cast)
        transaction.set_rollback(True)
    second = write(cast)

    rows = list(Link.objects.filter(position__gt=linked).values_list("position", "table", "row"))
    assert rows == [(linked + 1, "events_event", first.pk), (linked + 2, "events_event", second.pk)]
    assert list(chain.faults()) == []


def test_many_at_once_stand_in_one_row(cast):
    """Each with several rows, as 98 lokalråd that submit in the last second."""
    write(cast)
    before, failures = Link.objects.count(), []

    def act() -> None:
        for _ in range(5):
            with transaction.atomic():
                write(cast)
                write(cast)

    for thread in [in_a_thread(act, failures) for _ in range(20)]:
        thread.join()

    assert failures == []
    assert Link.objects.count() == before + 200
    assert list(chain.faults()) == []


def test_who_waits_for_another_does_not_hold_the_chain_meanwhile(cast):
    """One holds a person's row; the other's second event names that person, which is checked at commit."""
    person, failures = cast.sekretariat, []

    @transaction.atomic
    def two_events() -> None:
        record("test", "Den første", by=None, subject=person)
        write(cast)

    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        other = in_a_thread(two_events, failures)
        other.join(0.5)
        assert other.is_alive()
        record("test", "Den, der holder rækken", by=None, subject=person)
    other.join(10)

    assert (failures, other.is_alive()) == ([], False)
    assert Event.objects.filter(verb="test").count() == 3
    assert list(chain.faults()) == []


def test_the_chain_is_read_with_one_large_row_in_memory(cast):
    peaks = []
    for number in (1, 4):
        while Edition.objects.count() < number:
            edition = Edition.objects.create(
                plan=a_plan(cast.kredsraad(), 2030 + Edition.objects.count()), number=1, snapshot={}
            )
            EditionFile.objects.create(edition=edition, content=bytes(LARGE))
        tracemalloc.start()
        with chain.one_moment():
            assert list(chain.faults()) == []
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[0] > LARGE
    assert peaks[1] < peaks[0] + LARGE
