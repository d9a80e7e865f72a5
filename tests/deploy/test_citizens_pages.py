"""nginx shows a citizen's page by itself for a moment, then asks if it is the newest, and keeps no other."""

import gzip
import json
import re
import time

import brotli
import pytest

from tests.making import a_plan, an_edition

pytestmark = pytest.mark.django_db(transaction=True)
PLAN = "/midt-og-vestjylland/2026/"
SOON = 12  # seconds: the ten that the portal says, and a visit
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
BY_US = ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options"]


@pytest.fixture
def edition(site, cast):
    return an_edition(a_plan(cast.kredsraad(), 2026))


def lines(site, path: str) -> int:
    """How often the portal itself was asked for it."""
    log = (site.folder / "gunicorn.log").read_text().splitlines()
    return sum(json.loads(line).get("path") == path for line in log if line.startswith("{"))


def test_a_plan_is_shown_without_the_portal_until_it_changes(site, edition):
    first = {coding: site.get(PLAN, {"Accept-Encoding": coding}) for coding in UNPACK}
    asked = lines(site, PLAN)
    for coding, unpack in UNPACK.items():
        again = site.get(PLAN, {"Accept-Encoding": f"deflate, {coding}, zstd"})
        assert (again.status, again.body) == (200, first[coding].body)
        assert again.headers.get("Content-Encoding", "") == coding
        assert "Flere unge skal trives" in unpack(again.body).decode()
        assert {name: again.headers[name] for name in BY_US} == {
            name: first[coding].headers[name] for name in BY_US
        }
        assert again.headers["ETag"] == first[coding].headers["ETag"]
        assert again.headers["X-Request-ID"] != first[coding].headers["X-Request-ID"]
        assert "X-Accel-Expires" not in again.headers
        unchanged = site.get(
            PLAN, {"Accept-Encoding": coding, "If-None-Match": first[coding].headers["ETag"]}
        )
        assert (unchanged.status, unchanged.body) == (304, b"")
    assert lines(site, PLAN) == asked

    begun = time.monotonic()
    an_edition(edition.plan, note="En rettelse af kapitel 1")
    while "En rettelse" not in (shown := site.get(PLAN).text):
        assert time.monotonic() - begun < SOON
        time.sleep(0.5)
    assert "2. udgave" in shown


def test_what_was_shown_is_shown_on_while_the_portal_is_away(site, edition):
    shown = site.get(PLAN).text
    site.stop("gunicorn")
    try:
        time.sleep(SOON - 1)  # until nginx would ask whether it is the newest
        assert site.get(PLAN).text == shown
        assert site.get("/konto/log-ind/").status == 502
        assert site.get(f"{PLAN}udgave/1/").status == 502
    finally:
        site.start_gunicorn()


def test_nothing_but_what_the_portal_says_may_be_kept_is(site, edition, cast):
    kept = site.folder / "pages"
    for address in ("/konto/log-ind/", "/soeg/?q=hemmeligt", "/findes-ikke/", "/sundhed/", "/favicon.ico"):
        for _ in range(2):
            site.get(address)
    site.get("/")
    keys = {
        re.search(rb"KEY: (.*)\n", file.read_bytes())[1].decode()
        for file in kept.rglob("*")
        if file.is_file()
    }
    assert ":/" in keys
    assert {key for key in keys if not re.fullmatch(rf"(br|gzip)?:/({PLAN[1:]}.*)?", key)} == set()
    cookies = site.get(PLAN, {"Cookie": "__Host-session=en-andens"}).headers.get_all("Set-Cookie")
    assert not cookies
