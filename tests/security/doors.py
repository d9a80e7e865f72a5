"""A walk through every address of the portal with somebody who may go in, by the permission matrix."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.permissions.rows import ANONYMOUS, ROLES, Row, answers
from tests.test_permission_matrix import ADMIN, ROWS, admin_address

INSIDE = {200, 409, 422}


@dataclass(frozen=True)
class Door:
    key: str
    row: Row
    name: str
    parts: dict[str, Any]
    address: str
    people: dict[str, User | None]

    @property
    def is_write_only(self) -> bool:
        return answers(self.row.get, "sekretariat") == {405}

    def insider(self, method: str = "get") -> User | None:
        """Somebody who gets an answer other than a refusal; nobody where no login is needed."""
        cells = self.row.get if method == "get" else self.row.post
        aliases = [ANONYMOUS, *ROLES]
        fitting = (alias for alias in aliases if answers(cells, alias) & INSIDE)
        moving = (alias for alias in aliases if 302 in answers(cells, alias) and alias != ANONYMOUS)
        return self.people[next(fitting, None) or next(moving, ANONYMOUS)]


def everybody(cast: Cast) -> dict[str, User | None]:
    assert cast.borgmestre
    assert cast.formaend
    roles = cast.roles | cast.edge_roles
    return {ANONYMOUS: None} | {alias: logged_in(roles[role]) for alias, role in ROLES.items()}


def logged_in(person: User) -> User:
    """With a login that outlasts what is taken back at each door."""
    browser = Client()
    browser.force_login(person)
    person.session_key = browser.session.session_key
    return person


def walk(cast: Cast, rows: dict[str, Row] = ROWS) -> Iterator[Door]:
    """The doors one by one; what stands behind a door is taken away when the next one is asked for."""
    people = everybody(cast)
    for key, row in rows.items():
        with transaction.atomic():
            name, mark, question = key.partition(":")[0].partition("?")
            parts = row.make(cast)
            address = reverse(name, kwargs=parts) + (mark + question or row.query)
            yield Door(key, row, name, parts, address, people)
            transaction.set_rollback(True)


def once_each(rows: dict[str, Row]) -> dict[str, Row]:
    """One row for each address: the one that more people may open."""
    return {key: row for key, row in rows.items() if ":" not in key}


def administration() -> list[str]:
    """An address for each page of the administration."""
    return [admin_address(name) for name in ADMIN]


def visitor(person: User | None, **how: Any) -> Client:
    """Their browser; an error of the server is an answer like any other."""
    client = Client(raise_request_exception=False, **how)
    if key := getattr(person, "session_key", ""):
        client.cookies[settings.SESSION_COOKIE_NAME] = key
    elif person:
        client.force_login(person)
    return client


def ask(client: Client, method: str, address: str, *given: Any, **how: Any) -> HttpResponse:
    """The answer; what the request wrote is taken back."""
    with transaction.atomic():
        response: HttpResponse = getattr(client, method)(address, *given, **how)
        transaction.set_rollback(True)
    return response


def told(surprises: Iterable[str]) -> None:
    """Fail with all of them, not with the first alone."""
    found = list(surprises)
    assert not found, f"{len(found)}:\n" + "\n".join(found)
