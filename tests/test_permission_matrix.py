"""Who gets what, at every address: URL name × role × GET and POST, on one's own and on others' things.

A URL name without a row fails. Rows stand by room in `tests/permissions/`.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files import File
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from samarbejde.accounts.models import User
from samarbejde.events.models import DeniedAttempts, Event
from tests.cast import Cast
from tests.permissions import (
    accounts,
    action_plans,
    approval,
    approvers,
    attendance,
    comments,
    consistency,
    consultation,
    desk,
    drafting,
    duties,
    facts,
    follow_up,
    held_letters,
    importing,
    local_decisions,
    local_plans,
    meetings,
    minutes,
    organisation,
    partners,
    people,
    pictures,
    preview,
    proposals,
    public,
    publication,
    replacing,
    returned_drafts,
    suggestions,
    versions,
    word,
    wordings,
    year_cycle,
    yearly_account,
)
from tests.permissions.rows import ANONYMOUS, LIKE, ROLES, Row, answers

ROOMS = (
    accounts,
    desk,
    meetings,
    attendance,
    minutes,
    people,
    organisation,
    wordings,
    held_letters,
    importing,
    comments,
    drafting,
    consistency,
    replacing,
    returned_drafts,
    suggestions,
    pictures,
    proposals,
    approval,
    approvers,
    partners,
    consultation,
    publication,
    duties,
    follow_up,
    preview,
    versions,
    facts,
    word,
    year_cycle,
    action_plans,
    local_plans,
    yearly_account,
    local_decisions,
    public,
)
ROWS: dict[str, Row] = {key: row for room in ROOMS for key, row in room.ROWS.items()}
LOGIN = "/konto/log-ind/?next="
REFUSED = (403, 404, 405)
WRITES = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)
OF_A_REFUSAL = {DeniedAttempts._meta.db_table}  # refusals are counted, and nothing else comes of them
TOLD_OF = {"sign": {Event._meta.db_table}}  # who tried to sign in another's name stands in the record
ALLAUTH = ("account_", "mfa_", "usersessions_")  # pages with a way of their own to the login


def patterns(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern, pattern.namespace or namespace)
        else:
            yield f"{namespace}:{pattern.name}" if namespace else str(pattern.name), pattern


NAMES = [name for name, _ in patterns(get_resolver())]
ADMIN = sorted({name for name in NAMES if name.startswith("admin:") and name != "admin:None"})


@pytest.fixture
def sessions(cast) -> dict[str, str]:
    """The session key of each role's login; of the anonymous none."""
    keys, people = {ANONYMOUS: ""}, cast.roles | cast.edge_roles
    for alias, role in ROLES.items():
        browser = Client()
        browser.force_login(people[role])
        keys[alias] = browser.cookies[settings.SESSION_COOKIE_NAME].value
    User.objects.filter(pk=cast.spaerret.pk).update(is_active=False)
    return keys


def ask(session: str, method: str, address: str, data: dict[str, Any]) -> tuple[int, str, set[str]]:
    """Status, where to, and the tables written to; what the request wrote is taken back."""
    browser, written = Client(), set()

    def note(execute, sql, *rest):
        if match := WRITES.match(sql):
            written.add(match[1])
        return execute(sql, *rest)

    if session:
        browser.cookies[settings.SESSION_COOKIE_NAME] = session
    for file in data.values():
        if isinstance(file, File):
            file.seek(0)
    with transaction.atomic():
        with connection.execute_wrapper(note):
            response = browser.get(address) if method == "get" else browser.post(address, data)
        transaction.set_rollback(True)
    return response.status_code, response.get("Location", ""), written


def is_anonymous(role: str) -> bool:
    return ANONYMOUS in (role, LIKE.get(role))


def must_log_in(role: str, cells: str) -> bool:
    """Unless the row itself says that a step without a login leads on."""
    return is_anonymous(role) and f"{ANONYMOUS}=302" not in cells.split()


def leads_to_login(place: str, name: str, address: str) -> bool:
    return name.startswith(ALLAUTH) or place == LOGIN + quote(address)


def is_sent_to_login(place: str) -> bool:
    return place.startswith(LOGIN)


def surprises(name: str, row: Row, sessions: dict[str, str]) -> Iterator[str]:
    cast = Cast()
    parts = row.make(cast)
    address, data = reverse(name, kwargs=parts) + row.query, row.data(cast, parts)
    for role, session in sessions.items():
        for method, cells in (("get", row.get), ("post", row.post)):
            status, place, written = ask(session, method, address, data)
            wanted = answers(cells, role)
            if status not in wanted:
                yield f"{method.upper()} {address} som {role}: {status} {place}, ikke {wanted}"
            elif status == 302 and must_log_in(role, cells) and not leads_to_login(place, name, address):
                yield f"{address} fører {role} til {place}"
            too_much = written - OF_A_REFUSAL - TOLD_OF.get(name, set())
            if is_sent_to_login(place):
                too_much -= {Session._meta.db_table}  # where allauth keeps what the login is for
            if (status in REFUSED or is_sent_to_login(place)) and too_much:
                yield f"{method.upper()} {address} afviser {role}, men skriver i {too_much}"


def test_every_role_of_the_cast_is_asked(cast):
    assert sorted(ROLES.values()) == sorted(cast.roles | cast.edge_roles)


def test_every_address_has_a_row():
    named = {name for name in NAMES if not name.startswith("admin:")}
    assert "None" not in named, "en adresse uden navn"
    assert named == {key.partition(":")[0] for key in ROWS}


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_who_may(room, sessions):
    found = []
    for key, row in room.ROWS.items():
        with transaction.atomic():
            found += [f"{key}: {text}" for text in surprises(key.partition(":")[0], row, sessions)]
            transaction.set_rollback(True)
    assert not found, "\n".join(["", *found])


def admin_address(name: str) -> str:
    for arguments in ([], ["1"], ["accounts"]):
        try:
            return reverse(name, args=arguments)
        except NoReverseMatch:
            continue
    raise AssertionError(name)


def test_the_administration_is_for_administrators(sessions):
    others = [role for role in sessions if role != "administrator"]
    for address, role, method in product(map(admin_address, ADMIN), others, ("get", "post")):
        status, place, written = ask(sessions[role], method, address, {})
        if is_anonymous(role):
            assert (status, place) == (302, f"{LOGIN}{address}")
        else:
            assert status == 403, f"{method.upper()} {address} som {role}"
        assert written <= OF_A_REFUSAL, f"{method.upper()} {address} som {role}"


@pytest.mark.parametrize("name", [name for name in ADMIN if name.endswith(("_changelist", "_add", ":index"))])
def test_an_administrator_sees_every_list(name, cast, as_user):
    only_read = name in (
        "admin:events_event_add",
        "admin:events_deniedattempts_add",
        "admin:outbox_message_add",
    )
    answer = as_user(cast.administrator).get(reverse(name))
    assert answer.status_code == (403 if only_read else 200)
    if name != "admin:index":
        main = answer.text.partition("<main")[2].partition("</main>")[0]
        assert ("<form" in main) is not only_read
