import pytest
from django.test import Client


@pytest.fixture
def admin(cast, as_user) -> Client:
    return as_user(cast.administrator)
