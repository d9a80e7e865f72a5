"""Who uses the machine next, and every cache on the way, finds no page that was behind the login."""

import pytest
from django.http import HttpResponse

from samarbejde.site.headers import KEPT_BY_NOBODY
from tests.security.doors import administration, ask, visitor
from tests.security.test_headers import NOWHERE

pytestmark = pytest.mark.django_db


def kept(answer: HttpResponse) -> str:
    return str(answer.get("Cache-Control"))


def test_nothing_of_the_administration_is_kept(cast):
    for person in (None, cast.sekretariat, cast.administrator):
        client = visitor(person)
        answers = {address: ask(client, "get", address) for address in administration()}
        assert {address: kept(answer) for address, answer in answers.items()} == dict.fromkeys(
            answers, KEPT_BY_NOBODY
        )


@pytest.mark.parametrize("address", NOWHERE)
def test_what_is_not_there_is_not_kept(address, cast):
    for person in (None, cast.sekretariat):
        assert kept(ask(visitor(person), "get", address)) == KEPT_BY_NOBODY
