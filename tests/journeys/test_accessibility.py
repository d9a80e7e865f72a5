"""That the look at every page of the journeys would see what is wrong: each fault is shown to it once."""

import pytest
from playwright.sync_api import Page

from tests.looking import faults, headings, lax_headers, too_wide, words_to_people

PAGE = "<!doctype html><html lang='da'><head><title>Planer</title></head><body><main>{}</main></body></html>"
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-abc'; style-src 'self' 'nonce-abc'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
}


def shown(page: Page, body: str) -> Page:
    page.set_content(PAGE.format(body))
    return page


def test_a_good_page_has_no_fault(page):
    shown(page, "<h1>Planer</h1><label for='a'>Titel</label><input id='a'>")
    assert [*faults(page), *headings(page), *too_wide(page), *words_to_people(page)] == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<h1>Planer</h1><input>", "label"),
        ("<h1>Planer</h1><img src='data:,'>", "image-alt"),
        ("<h1>Planer</h1><p style='color:#bbb;background:#fff'>Bleg tekst</p>", "color-contrast"),
        ("<h1>Planer</h1><a href='/'></a>", "link-name"),
    ],
)
def test_axe_is_asked(page, body, fault):
    assert any(found.startswith(fault) for found in faults(shown(page, body)))


@pytest.mark.parametrize("body", ["<p>Uden overskrift</p>", "<h1>Planer</h1><h1>Og mere</h1>"])
def test_there_is_one_h1(page, body):
    assert headings(shown(page, body))


def test_what_is_wider_than_a_phone_is_named(page):
    [fault] = too_wide(shown(page, "<h1>Planer</h1><div id='wide' style='width:500px'>Bred</div>"))
    assert "wide" in fault


@pytest.mark.parametrize(
    "body",
    [
        "<p>This field is required.</p>",
        "<button title='Save'>Gem</button>",
        "<input aria-label='Search'>",
        "<p>Frist: None</p>",
        "<p>{{ plan.title }}</p>",
    ],
)
def test_english_is_seen(page, body):
    page.set_content(PAGE.replace("{}", body))
    assert words_to_people(page)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("content-security-policy", ""),
        ("content-security-policy", POLICY.replace("'self' 'nonce-abc'", "'self' 'unsafe-inline'", 1)),
        ("content-security-policy", POLICY.replace("default-src 'none'", "default-src 'self'")),
        ("content-security-policy", POLICY + "; object-src *"),
        ("x-frame-options", "SAMEORIGIN"),
        ("referrer-policy", "unsafe-url"),
    ],
)
def test_a_lax_header_is_seen(name, value):
    assert lax_headers(HEADERS) == []
    assert lax_headers(HEADERS | {name: value})
