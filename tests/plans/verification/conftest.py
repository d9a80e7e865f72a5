from collections.abc import Iterator

import pytest
from django.db import transaction

from councils.models import PoliceDistrict
from councils.register.seeding import load_register
from plans.publication.models import Edition
from tests.cast import Cast
from tests.database import behind_the_back
from tests.plans.verification import year


@pytest.fixture(scope="package")
def standing(django_db_setup, django_db_blocker) -> Iterator[Edition]:
    """A year lived once for all tests of the package, each of which leaves it as it was."""
    with django_db_blocker.unblock(), transaction.atomic():
        if not PoliceDistrict.objects.exists():
            load_register()
        edition = year.lived(Cast())
        with behind_the_back():
            pass  # the constraints that wait for the commit have been seen to
        yield edition
        transaction.set_rollback(True)


@pytest.fixture
def lived(standing, db) -> Edition:
    return Edition.objects.get(pk=standing.pk)
