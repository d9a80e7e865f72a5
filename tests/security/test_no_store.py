"""Who uses the machine next, and every cache on the way, finds no page that was behind the login."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse

from samarbejde.headers import KEPT_BY_NOBODY
from tests.permissions import public
from tests.security.doors import Door, administration, ask, told, visitor, walk
from tests.security.test_headers import NOWHERE
from tests.test_permission_matrix import NAMES

pytestmark = pytest.mark.django_db

SHOWN = {200, 301, 304}
FOR_ALL = {key.partition(":")[0] for key in public.ROWS} - {"health"}


def kept(answer: HttpResponse) -> str:
    return str(answer.get("Cache-Control"))


def faults(door: Door) -> Iterator[str]:
    for person in {None, door.insider(), door.people["fremmed"], door.people["formand"]}:
        answer = ask(visitor(person), "get", door.address)
        if door.name in FOR_ALL and answer.status_code in SHOWN:
            right = "public" in kept(answer)
        else:
            right = kept(answer) == KEPT_BY_NOBODY
        if not right:
            yield f"{door.key} {person}: {answer.status_code} {kept(answer)}"
    answer = ask(visitor(door.insider("post")), "post", door.address)
    if kept(answer) != KEPT_BY_NOBODY:
        yield f"{door.key} POST: {answer.status_code} {kept(answer)}"


def test_behind_every_door_but_the_citizens_nothing_is_kept(cast):
    seen = set()
    surprises = []
    for door in walk(cast):
        seen.add(door.name)
        surprises += faults(door)
    assert seen == {name for name in NAMES if not name.startswith("admin:")}
    told(surprises)


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
