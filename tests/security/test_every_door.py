"""Every address of the portal, room by room: what it answers, whoever comes and whatever they ask."""

import re
from collections.abc import Iterator

import pytest
from django.urls import NoReverseMatch, reverse

from councils.models import Membership
from plans.document.models import Plan, Section
from samarbejde.accounts.models import User
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.site.headers import KEPT_BY_NOBODY
from tests.permissions import public
from tests.permissions.rows import answers
from tests.security.doors import Door, ask, once_each, told, visitor, walk
from tests.security.headers import cookie_faults, header_faults
from tests.security.pages import active, english, is_page
from tests.test_permission_matrix import ROOMS

pytestmark = pytest.mark.django_db

STRANGE_METHODS = ["TRACE", "PUT", "DELETE"]
FOREIGN_PAGES: tuple[dict[str, str], ...] = ({}, {"origin": "https://evil.example"})
NO_NUMBERS = ["0", "-1", "2147483648", "9223372036854775808", "9" * 400, "9" * 5000, "１", "1.0", "1%00"]
NO_WORDS = ["%00", "..%2f..%2fetc", "%f0%9f%98%80", "a" * 3000, "%27--", "%3Cscript%3E"]
OPEN = {name: {404} for name in public.ROWS} | {
    "accept-invitation": {404},
}
SHOWN = {200, 301, 304}
FOR_ALL = {key.partition(":")[0] for key in public.ROWS} - {"health"}
OPENED_BY_A_LINK = "/hoering/"  # no cookie opens it: whoever forges a form would have to know the link
TABLES = (Event, Message, Plan, Section, User, Membership)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_every_door(room, cast, https):
    once = once_each(room.ROWS)
    checks = (takes_no_other_method, takes_no_forged_form, hides_what_is_not_yours, stands_bad_ids)
    told(
        f"{door.key} {check.__name__}: {fault}"
        for door in walk(cast, room.ROWS)
        for check in (shows_nothing_loose, is_kept_by_nobody, *(checks if door.key in once else ()))
        for fault in check(door)
    )


def shows_nothing_loose(door: Door) -> Iterator[str]:
    for person in {None, door.insider()}:
        response = ask(visitor(person), "get", door.address, secure=True)
        yield from header_faults(response, https=True)
        yield from cookie_faults(response)
        if is_page(response):
            yield from active(response)
            if found := english(response):
                yield f"engelsk: {found}"
        if door.key in public.ROWS and (response.cookies or "Cookie" in response.get("Vary", "")):
            yield f"cookie for borgere: {response.cookies} {response.get('Vary')}"


def is_kept_by_nobody(door: Door) -> Iterator[str]:
    """Who uses the machine next, and every cache on the way, finds no page but the citizens'."""
    for person in {None, door.insider(), door.people["fremmed"], door.people["formand"]}:
        answer = ask(visitor(person), "get", door.address, secure=True)
        kept = str(answer.get("Cache-Control"))
        is_for_all = door.name in FOR_ALL and answer.status_code in SHOWN
        if "public" not in kept if is_for_all else kept != KEPT_BY_NOBODY:
            yield f"{person}: {answer.status_code} {kept}"
    kept = str(ask(visitor(door.insider("post")), "post", door.address, secure=True).get("Cache-Control"))
    if kept != KEPT_BY_NOBODY:
        yield f"POST: {kept}"


def takes_no_other_method(door: Door) -> Iterator[str]:
    client = visitor(door.insider("post"))
    for method in STRANGE_METHODS:
        status = ask(client, "generic", method, door.address, secure=True).status_code
        if status != 405:
            yield f"{method}: {status}"


def takes_no_forged_form(door: Door) -> Iterator[str]:
    client = visitor(door.insider("post"), enforce_csrf_checks=True)
    refused = {405, 422} if door.address.startswith(OPENED_BY_A_LINK) else {403}
    before = [table.objects.count() for table in TABLES]
    for headers in FOREIGN_PAGES:
        response = client.post(door.address, {"title": "x", "heading": "x"}, headers=headers, secure=True)
        after = [table.objects.count() for table in TABLES]
        if (
            response.status_code not in refused
            or after != before
            or (is_page(response) and english(response))
        ):
            yield f"{headers}: {response.status_code} {before} {after} {english(response)}"


def hides_what_is_not_yours(door: Door) -> Iterator[str]:
    """Another district's thing answers word for word as one that never was."""
    if answers(door.row.get, "fremmed") != {404} or "pk" not in door.parts:
        return
    stranger = visitor(door.people["fremmed"])
    nowhere = reverse(door.name, kwargs=door.parts | {"pk": 987654321})
    for method in ("get", "post"):
        theirs, nobodys = (ask(stranger, method, address, secure=True) for address in (door.address, nowhere))
        if (theirs.status_code, _told(theirs)) != (nobodys.status_code, _told(nobodys)):
            yield f"{method}: {theirs.status_code} {nobodys.status_code}"


def _told(response) -> str:
    """The page without what differs from one answer to the next."""
    return re.sub(r'(nonce|name="csrfmiddlewaretoken" value)="[^"]+"', "", response.content.decode())


def stands_bad_ids(door: Door) -> Iterator[str]:
    method = "post" if door.is_write_only else "get"
    person = door.insider(method)
    if person is None and door.name not in OPEN:
        return  # another row of the address has somebody who gets in
    client = visitor(person)
    for address in _astray(door):
        response = ask(client, method, address, secure=True)
        allowed = {400, 404} | ({302} if door.is_write_only else set()) | OPEN.get(door.name, set())
        if response.status_code not in allowed or (is_page(response) and english(response)):
            yield f"{address[:80]}: {response.status_code} {english(response)}"


def _astray(door: Door) -> Iterator[str]:
    for name, value in door.parts.items():
        is_number = isinstance(value, int)
        mark = 987654321 if is_number else "mrkmrkmrk"
        try:
            address = reverse(door.name, kwargs=door.parts | {name: mark})
        except NoReverseMatch:
            continue
        for odd in NO_NUMBERS if is_number else NO_WORDS:
            yield address.replace(str(mark), odd)
