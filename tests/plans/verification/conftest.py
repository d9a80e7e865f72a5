from collections.abc import Iterator

import pytest
from django.db import transaction

from plans.publication.models import Edition
from tests.cast import Cast
from tests.database import behind_the_back
from tests.plans.verification import year


@pytest.fixture(scope="package")
def standing(django_db_setup, django_db_blocker) -> Iterator[Edition]:
    """A year lived once for all tests of the package, each of which leaves it as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        edition = year.lived(Cast())
        with behind_the_back():
            pass  # the constraints that wait for the commit have been seen to
        yield edition
        transaction.set_rollback(True)


@pytest.fixture
def lived(standing, db) -> Edition:
    return Edition.objects.get(pk=standing.pk)
