"""A person at a real browser, who looks hard at every page they come to.

`look` runs after every navigation: axe at both widths, one h1, nothing wider than a phone, no English, no
complaint in the console, nothing asked of another host, and the strict security policy on every answer.
"""

import re
from contextlib import AbstractContextManager
from typing import ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Locator, Response

from samarbejde.accounts.models import User
from tests.looking import (
    faults,
    headings,
    is_complaint,
    lax_headers,
    too_wide,
    wait_for_editors,
    wait_for_fonts,
    words_to_people,
)

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
KEYS = {
    *("Enter", "Tab", "Shift+Tab", "Space", "Escape", "Alt+F10"),
    *("ArrowDown", "ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "End", "Control+End", "Control+k"),
}
STAYS_HERE = "e => Boolean(e.hash) && e.href.split('#')[0] === location.href.split('#')[0]"


class Portal:
    """The running portal and its visitors. What one of them has looked at, nobody need look at again."""

    looked_at: ClassVar[set[tuple[str, ...]]] = set()

    def __init__(self, chromium: Browser, address: str) -> None:
        self.chromium = chromium
        self.address = address
        self.visitors: list[Visitor] = []

    def visitor(
        self, user: User | None = None, *, size: dict[str, int] = DESK, javascript: bool = True
    ) -> "Visitor":
        """Somebody with a browser of their own; a `user` is logged in already."""
        visitor = Visitor(self, size=size, javascript=javascript)
        if user:
            visitor.is_logged_in_as(user)
        self.visitors.append(visitor)
        return visitor

    def close(self) -> None:
        for visitor in self.visitors:
            visitor.context.close()


class Visitor:
    """One person's browser, at a desk or with a phone in the hand."""

    def __init__(self, portal: Portal, *, size: dict[str, int], javascript: bool) -> None:
        self.portal = portal
        self.size = size
        self.javascript = javascript
        self.complaints: list[str] = []
        self.context = portal.chromium.new_context(
            viewport=size, locale="da-DK", timezone_id="Europe/Copenhagen", java_script_enabled=javascript
        )
        self.context.set_default_timeout(10_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda said: self._complain(is_complaint(said), said.text))
        self.page.on("pageerror", lambda error: self._complain(True, str(error)))
        self.page.on(
            "request", lambda asked: self._complain(not self._is_ours(asked.url), f"asked {asked.url}")
        )
        self.page.on("response", self._hear)

    # --- coming and going ---

    def is_logged_in_as(self, user: User) -> None:
        client = Client()
        client.force_login(user)
        name = settings.SESSION_COOKIE_NAME
        self.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": self.portal.address}]
        )

    def logs_in(self, user: User, password: str) -> None:
        self.fills("E-mail", user.email or "")
        self.fills("Adgangskode", password)
        self.clicks("Log ind", role="button")

    def opens(self, address: str) -> None:
        path = address if address.startswith("http") else self.portal.address + address
        self.page.goto(path)
        self.look()

    def goes_back(self) -> None:
        self.page.go_back()
        self.look()

    def clicks(self, name: str, *, role: str = "", within: Locator | None = None) -> None:
        """Click the link or button of this name; it leads to a page, or to a place on this one."""
        target = self.control(name, role=role, within=within)
        with self.arriving_from(target):
            target.click()
        self.look()

    def arriving_from(self, target: Locator) -> AbstractContextManager[object]:
        """Until the page that this link or button leads to is there.

        What saves itself meanwhile is a navigation too, in a browser's eyes, and loads nothing.
        """
        return self.page.expect_event("framenavigated" if target.evaluate(STAYS_HERE) else "load")

    # --- filling in ---

    def fills(self, label: str, text: str) -> None:
        self.field(label).fill(text)

    def writes(self, label: str, *paragraphs: str) -> None:
        """Type into the rich text editor of this label, behind what stands there."""
        editor = self.page.get_by_role("textbox", name=label)
        editor.focus()
        self.page.wait_for_timeout(100)  # the editor puts the cursor where it thinks it was, a moment later
        self.types("Control+End")
        self.page.wait_for_timeout(100)  # and learns a moment later of where it is now
        for place, paragraph in enumerate(paragraphs):
            self.types(*["Enter", paragraph] if place else [paragraph])

    def types(self, *words: str) -> None:
        """Go on typing where the cursor is; »Enter« and its like are keys."""
        for word in words:
            if word in KEYS:
                self.page.keyboard.press(word)
            else:
                self.page.keyboard.type(word)

    def presses(self, name: str) -> None:
        """Press a button that stays on the page, such as one of the editor's."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def ticks(self, *labels: str) -> None:
        """Tick boxes and radio buttons by their labels, as a finger would: on the label."""
        for label in labels:
            self.page.locator("label", has_text=label).first.click()

    # --- what is there ---

    def control(self, name: str, *, role: str = "", within: Locator | None = None) -> Locator:
        place = within or self.page
        exactly = re.compile(rf"^{re.escape(name)}( ?[:,»].*)?$")  # what follows is read aloud, not shown
        links, buttons = (place.get_by_role(kind, name=exactly) for kind in ("link", "button"))
        return {"link": links, "button": buttons}.get(role, links.or_(buttons))

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}(\s*\(frivilligt\))?\s*$"))

    def section(self, heading: str) -> Locator:
        """The section of a plan's text with this heading, without what is below it."""
        return (
            self.page.locator(".plan-section")
            .filter(has=self.page.locator(":is(h2, h3, h4, h5, h6)").filter(has_text=heading))
            .first
        )

    @property
    def breadcrumb(self) -> Locator:
        return self.page.get_by_role("navigation", name="Brødkrumme")

    @property
    def focused_name(self) -> str:
        """What a screen reader calls the element that has the keyboard's focus."""
        return self.page.evaluate("""() => {
            const here = document.activeElement;
            const labels = [...(here.labels ?? [])].map(label => label.innerText);
            const named = document.getElementById(here.getAttribute("aria-labelledby"))?.innerText;
            return (here.ariaLabel ?? named ?? labels[0] ?? here.innerText).trim();
        }""")

    @property
    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def text(self) -> str:
        return self.page.locator("main").inner_text()

    # --- looking ---

    def look(self) -> None:
        """Whatever is wrong with the page fails the test."""
        if self.javascript:
            wait_for_editors(self.page)
        kind = self._kind()
        if kind not in self.portal.looked_at:
            self.portal.looked_at.add(kind)
            wait_for_fonts(self.page)
            self.complaints += [*headings(self.page), *words_to_people(self.page)]
            for size in (PHONE if self.size == DESK else DESK, self.size):
                self.page.set_viewport_size(size)
                self.complaints += too_wide(self.page)
                if self.javascript:  # axe is a script
                    self.complaints += faults(self.page)
        assert not self.complaints, "\n".join([self.page.url, *self.complaints])

    def _kind(self) -> tuple[str, ...]:
        """Pages of one address name that are built of the same kinds of elements are looked at once."""
        path = urlsplit(self.page.url).path
        try:
            name = resolve(path).url_name or path
        except Resolver404:
            name = path
        elements = (
            """[...document.querySelectorAll("body *")].map(e => `${e.tagName} ${e.className} ${e.role}`)"""
        )
        scripts = "with scripts" if self.javascript else "without scripts"
        return (name, scripts, *sorted(set(self.page.evaluate(elements))))

    def _is_ours(self, address: str) -> bool:
        return address.startswith((self.portal.address, "data:", "about:"))

    def _hear(self, response: Response) -> None:
        static = self.portal.address + settings.STATIC_URL
        if self._is_ours(response.url) and not response.url.startswith(static):
            for what in lax_headers(response.headers):
                self._complain(True, what)

    def _complain(self, really: bool, what: str) -> None:
        if really:
            self.complaints.append(what)
