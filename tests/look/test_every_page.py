"""axe and words on every page that the permission matrix knows, and its width on a phone and on a desk.

The pages are asked for first and shown afterwards, with the headers they came with: what stands behind
them is taken back at once, so a page costs no more than a look.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.looking import faults, headings, is_complaint, too_wide, words_to_people
from tests.permissions.rows import ANONYMOUS, answers
from tests.security.doors import Door, ask, told, visitor, walk
from tests.test_permission_matrix import ROOMS

HOST = "http://localhost"
PHONE, DESK = 360, 1280


@dataclass(frozen=True)
class Answer:
    key: str
    address: str
    headers: dict[str, str]
    body: bytes


def answered(cast: Cast, rows: dict) -> Iterator[Answer]:
    for door in walk(cast, rows):
        for person in visitors(door):
            response = ask(visitor(person), "get", door.address)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                yield Answer(door.key, door.address, dict(response.headers), response.content)


def visitors(door: Door) -> list[User | None]:
    """Somebody without a login where that is enough, and somebody who may go in."""
    inside = [alias for alias in door.people if alias != ANONYMOUS and 200 in answers(door.row.get, alias)]
    open_to_all = [None] if 200 in answers(door.row.get, ANONYMOUS) else []
    return [*open_to_all, *(door.people[alias] for alias in inside[:1])]


def show(page: Page, answer: Answer) -> list[str]:
    """What is wrong with the page as it stands in the browser."""

    def fulfil(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        else:
            route.fulfill(body=answer.body, headers=answer.headers)

    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    page.route("**/*", fulfil)
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(HOST + answer.address)
    complaints += faults(page) + too_wide(page) + words_to_people(page) + headings(page)
    page.set_viewport_size({"width": DESK, "height": 800})
    complaints += too_wide(page)
    page.unroute_all()
    return complaints


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_every_page(room, cast, chromium):
    context = chromium.new_context(locale="da-DK")
    told(
        f"{answer.key}: {complaint}"
        for answer in list(answered(cast, room.ROWS))
        for complaint in show(context.new_page(), answer)
    )
    context.close()


def test_a_fault_is_seen(chromium):
    body = '<html lang="da"><title>Side</title><h1>Side</h1><h1>To</h1><img src="data:,"><p>Save this</p>'
    headers = {"Content-Type": "text/html; charset=utf-8"}
    complaints = show(chromium.new_page(), Answer("", "/", headers, body.encode()))
    assert [one.split(":")[0] for one in complaints if one] == ["image-alt", "English", "2 h1"]
