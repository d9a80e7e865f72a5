"""What three judges say of every page that the permission matrix knows, its words, and its widths.

The pages are asked for first and shown afterwards, with the headers they came with: what stands behind
them is taken back at once, so a page costs no more than a look.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route

from tests.cast import Cast
from tests.looking import (
    broken_words,
    faults,
    headings,
    is_complaint,
    read_twice,
    sniffed,
    too_wide,
    wait_for_editors,
    words_to_people,
)
from tests.markup import faults_of_markup, needs_java
from tests.permissions.rows import ANONYMOUS, answers
from tests.security.doors import Door, ask, told, visitor, walk
from tests.test_permission_matrix import ROOMS, ROWS

HOST = "http://localhost"
PHONE, TABLET, DESK = 360, 768, 1280


@dataclass(frozen=True)
class Answer:
    key: str
    visitor: str
    address: str
    headers: dict[str, str]
    body: bytes


def answered(cast: Cast, rows: dict, *, sent_back: bool = False) -> Iterator[Answer]:
    """Each page, and with `sent_back` also each form as it comes back when nothing is filled in."""
    for door in walk(cast, rows):
        for alias in visitors(door):
            response = ask(visitor(door.people[alias]), "get", door.address)
            if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
                yield Answer(door.key, alias, door.address, dict(response.headers), response.content)
        if sent_back:
            response = ask(visitor(door.insider("post")), "post", door.address)
            if response.status_code in (409, 422) and response["Content-Type"].startswith("text/html"):
                key = f"{door.key}, empty"
                yield Answer(key, "", door.address, dict(response.headers), response.content)


def visitors(door: Door) -> list[str]:
    """Somebody without a login where that is enough, and somebody who may go in."""
    inside = [alias for alias in door.people if alias != ANONYMOUS and 200 in answers(door.row.get, alias)]
    open_to_all = [ANONYMOUS] if 200 in answers(door.row.get, ANONYMOUS) else []
    return [*open_to_all, *inside[:1]]


def fulfilling(answer: Answer) -> Callable[[Route], None]:
    """What stands for the server while the browser shows the page."""

    def fulfil(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        else:
            route.fulfill(body=answer.body, headers=answer.headers)

    return fulfil


def show(page: Page, answer: Answer) -> list[str]:
    """What is wrong with the page as it stands in the browser."""
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if is_complaint(said) else None)
    page.route("**/*", fulfilling(answer))
    page.set_viewport_size({"width": PHONE, "height": 740})
    page.goto(HOST + answer.address)
    wait_for_editors(page)
    complaints += faults(page) + sniffed(page) + too_wide(page) + words_to_people(page) + headings(page)
    complaints += read_twice(page)
    for width in (TABLET, DESK):
        page.set_viewport_size({"width": width, "height": 800})
        complaints += too_wide(page) + broken_words(page)
    page.close()
    return complaints


@pytest.mark.long
@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__.rpartition(".")[2])
def test_every_page(room, cast, chromium):
    context = chromium.new_context(locale="da-DK")
    told(
        f"{answer.key}: {complaint}"
        for answer in list(answered(cast, room.ROWS))
        for complaint in show(context.new_page(), answer)
    )
    context.close()


@pytest.mark.long
def test_the_markup_of_every_page(cast, tmp_path):
    needs_java()
    answers = answered(cast, ROWS, sent_back=True)
    told(faults_of_markup(((answer.key, answer.body) for answer in answers), tmp_path))


def test_a_fault_of_markup_is_seen(tmp_path):
    needs_java()
    body = b"""<!doctype html><html lang="da"><title>Side</title>
        <time datetime="2026-11-28T22:29:05.057089">Nu</time>"""
    (fault,) = faults_of_markup([("side", body)], tmp_path)
    assert fault.startswith("side: Bad value")


def test_a_fault_is_seen(chromium):
    body = """<html lang="da"><title>Side</title><main><h1>Side</h1><h1>To</h1>
        <img src="data:,"><p>Save this</p>
        <p style="width: 4em; overflow-wrap: break-word">Afrapporteringsopgaver</p>
        <p><a href="/a">En</a> <a href="/a">To</a> <button title="Tre">Tre</button></p>
        <form><input aria-label="Navn"></form></main>"""
    headers = {"Content-Type": "text/html; charset=utf-8"}
    complaints = show(chromium.new_page(), Answer("", ANONYMOUS, "/", headers, body.encode()))
    assert [one.split(":")[0] for one in complaints if one] == [
        "image-alt",
        *("1_1_1.H37", "3_2_2.H32.2"),
        "English",
        "2 h1",
        *("read twice", "read twice"),
        *("broken", "broken"),
    ]
