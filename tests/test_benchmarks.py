"""The portal that `python -m benchmarks` measures is one that could be there."""

import pytest
from django.db import connection

from benchmarks.population import populate
from plans.models import Edition, GivenSignature

pytestmark = pytest.mark.django_db


def test_what_is_measured_is_written_as_the_database_allows(register):
    populate(1, 2)  # one year is published, one under way
    connection.check_constraints()  # as the commit does
    assert Edition.objects.exists()
    assert GivenSignature.objects.exists()
