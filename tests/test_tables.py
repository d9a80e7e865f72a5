"""A test that commits leaves the database as the others know it."""

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection

from councils.models import Council
from samarbejde.accounts.models import User
from samarbejde.events.recording import record
from samarbejde.ledger import chain
from samarbejde.ledger.models import Link

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_was_committed_goes_and_what_stood_is_back(django_db_setup, cast):
    councils, links = list(Council.objects.order_by("pk").values()), Link.objects.count()
    record("test", "Noget skete", by=cast.sekretariat, subject=cast.sekretariat)
    Council.objects.update(name="Et andet navn")
    assert Link.objects.count() > links

    django_db_setup.put_back()

    assert not User.objects.exists()
    assert list(Council.objects.order_by("pk").values()) == councils
    assert Link.objects.count() == links
    assert list(chain.faults()) == []
    assert cast.kredsraad() == Council.objects.get(pk=cast.kredsraad().pk)


def test_whoever_reads_one_table_and_then_another_is_waited_for(django_db_setup, cast):
    first, *_, last = (table.name for table in django_db_setup.all)
    with psycopg.connect(**connection.get_connection_params()) as reader:
        reader.execute(f"SELECT count(*) FROM {last}")

        def goes_on() -> None:
            time.sleep(0.5)
            reader.execute(f"SELECT count(*) FROM {first}")
            reader.commit()

        with ThreadPoolExecutor() as beside:
            read = beside.submit(goes_on)
            django_db_setup.put_back()
            read.result()
    assert not User.objects.exists()
