"""What a citizen's browser fetches before it shows a page: each typeface once, and not much of anything."""

import gzip
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, Route

from samarbejde.running import CHECKOUT, typefaces
from tests.looking import wait_for_fonts
from tests.making import a_plan, an_edition

HOST = "http://localhost"
MOST = 170_000  # bytes
PAGES = ["/", "/midt-og-vestjylland/", "/midt-og-vestjylland/2026/"]
SIGNS_OF_NAMES = "æøåÆØÅ éÉèüöäñ ðÐáíóúýÁÍÓÚÝ –—»«›‹’‘“”„…→←•✓×½§°²"
FARTHER = {"Latin2": "ĸũĩšžłŌ", "Latin3": "ạễ", "Greek": "Αθ", "Cyrillic": "Жы"}


def fetched(page: Page, address: str) -> Counter[str]:
    """What the page asks for, each with the bytes it takes in gzip; typefaces are packed already."""
    sizes: Counter[str] = Counter()
    times: Counter[str] = Counter()
    answer = Client().get(address)
    assert answer.status_code == 200

    def fulfil(route: Route) -> None:
        path = urlsplit(route.request.url).path
        times[path] += 1
        if path.startswith("/static/"):
            found = finders.find(path.removeprefix("/static/"))
            assert found, path
            route.fulfill(path=found)
            body = Path(found).read_bytes()
        else:
            body = answer.content
            route.fulfill(body=body, headers=dict(answer.headers))
        sizes[path] = len(body) if path.endswith(".woff2") else len(gzip.compress(body, 9))

    page.context.route("**/*", fulfil)
    page.goto(HOST + address)
    wait_for_fonts(page)
    assert set(times.values()) == {1}, f"fetched again: {times.most_common(2)}"
    return sizes


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_the_first_view_is_small_and_brings_each_typeface_once(cast, page, address, width):
    an_edition(a_plan(cast.kredsraad(), 2026))
    page.set_viewport_size({"width": width, "height": 900})
    sizes = fetched(page, address)
    assert sizes.total() <= MOST, sizes.most_common()
    fonts = {Path(path).name for path in sizes if "/fonts/" in path}
    assert "IBMPlexSans-Regular-Latin1.woff2" in fonts
    assert all(re.fullmatch(r"IBMPlexSans-\w+-(Latin1|Pi)\.woff2", font) for font in fonts)
    preloaded = page.locator("link[rel=preload]").evaluate_all("links => links.map(link => link.href)")
    assert {Path(urlsplit(link).path).name for link in preloaded} <= fonts
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Plex")


def test_what_the_first_part_lacks_comes_with_its_own(page, db):
    fonts: list[str] = []

    def fulfil(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            fonts.append(Path(path).name)
            route.fulfill(path=finders.find(path.removeprefix("/static/")))
        else:
            words = " ".join(FARTHER.values())
            link = '<link rel="stylesheet" href="/static/css/typefaces.css">'
            route.fulfill(
                body=f"<!doctype html><meta charset=utf-8>{link}<p>{words}", content_type="text/html"
            )

    page.context.route("**/*", fulfil)
    page.goto(HOST)
    wait_for_fonts(page)
    asked = {font.removesuffix(".woff2").partition("Regular-")[2] for font in fonts if "Regular" in font}
    assert asked >= set(FARTHER)


def test_every_character_of_the_portals_own_words_is_in_the_first_parts():
    parts = typefaces.parts()
    written = "".join(path.read_text() for path in (CHECKOUT / "templates").rglob("*.html"))
    places = "".join(
        (CHECKOUT / "fixtures" / f"{name}.csv").read_text() for name in ("districts", "municipalities")
    )
    signs = {ord(sign) for sign in SIGNS_OF_NAMES + written + places if sign >= " "}
    assert signs - parts["Latin1"] - parts["Pi"] == set()


def test_the_stylesheet_is_what_the_design_systems_files_give():
    assert typefaces.STYLESHEET.read_text() == typefaces.stylesheet()
    folder = typefaces.FONTS / typefaces.FOLDER
    assert "SIL OPEN FONT LICENSE" in (folder / "license.txt").read_text().upper()
