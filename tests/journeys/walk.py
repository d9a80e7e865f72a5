"""A walk from link to link, without a browser."""

from collections import Counter
from urllib.parse import urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import resolve
from lxml import html

from tests.looking import ENGLISH

WHOLE = {"desk", "plans", "plan"}  # of these every link is followed
OF_A_KIND = 2  # pages of every other address name
PRINTED = {  # no pages: the browser keeps them
    *(
        "draft-pdf",
        "preview-section-pdf",
        "edition-pdf",
        "numbered-edition-pdf",
        "draft-word",
        "redline-word",
    ),
    *("board-sheet", "figures-sheet", "people-sheet", "proposals-sheet", "signatures-sheet"),
    *("meeting-calendar", "own-calendar"),
}


class Walk:
    """Where somebody comes who begins at `start`, and what they read there."""

    def __init__(self, client: Client, start: str) -> None:
        self.client = client
        self.waiting = [start]
        self.visits: Counter[str] = Counter()
        self.found: list[str] = []
        self.pages: dict[str, str] = {}
        self.anchors: dict[str, set[str]] = {}  # of each page, not of what is downloaded
        self.pointers: list[tuple[str, str]] = []
        for address in self.waiting:  # grows while it is walked
            self._visit(address)

    @property
    def faults(self) -> list[str]:
        dead = [f"{a}#{p}" for a, p in self.pointers if p and p not in self.anchors.get(a, {p})]
        return self.found + [f"no such place: {link}" for link in dead]

    def _visit(self, address: str) -> None:
        answer = self.client.get(address, follow=True)
        if answer.status_code != 200:
            self.found.append(f"{answer.status_code}: {address}")
        elif answer["Content-Type"].startswith("text/html"):
            page = html.fromstring(answer.content)
            self.pages[address] = answer.text
            self.anchors[address] = set(page.xpath("//@id"))
            words = " ".join(
                page.xpath("//body//text()[not(ancestor::script or ancestor::style)] | //title//text()")
            )
            self.found += [f"English on {address}: {word.group()}" for word in ENGLISH.finditer(words)]
            for link in page.xpath("//main//a/@href | //nav//a/@href"):
                self._note(address, link)

    def _note(self, here: str, link: str) -> None:
        target, pointer = urldefrag(urljoin(here, link))
        if urlsplit(target).scheme or urlsplit(target).netloc:
            return
        self.pointers.append((target, pointer))
        if target in self.waiting:
            return
        name = resolve(urlsplit(target).path).url_name or ""
        self.visits[name] += 1
        whole = resolve(urlsplit(here).path).url_name in WHOLE and name not in PRINTED
        if whole or self.visits[name] <= OF_A_KIND:
            self.waiting.append(target)
