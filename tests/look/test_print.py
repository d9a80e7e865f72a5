"""Print from the browser: our own face, headings kept with what follows, whole rows, no bars or tools."""

import re
import shutil
import subprocess

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from plans.models import Plan
from samarbejde.accounts.models import User
from tests.cast import Cast
from tests.look.test_every_page import HOST, Answer, fulfilling
from tests.looking import wait_for_fonts
from tests.making import a_plan, an_edition, section
from tests.plans.proposals import stages
from tests.security.doors import visitor

NEEDS_POPPLER = pytest.mark.skipif(not shutil.which("pdffonts"), reason="installér poppler-utils")
pytestmark = [pytest.mark.django_db, NEEDS_POPPLER]

CELL = "<td><p>Politi og kommune mødes, så snart der er noget at tale om, og aftaler det næste.</p></td>"
HEAD = "<tr><th><p>Aftale</p></th><th><p>Hvordan</p></th></tr>"
TABLE = f"<table><tbody>{HEAD}{f'<tr>{CELL * 2}</tr>' * 5}</tbody></table>"
WORDS = "<p>Vi holder fast i det, vi har aftalt, og siger til, når noget ændrer sig.</p>"
TOOLS = {
    *("Log ud", "Log ind", "Menu", "Brødkrumme", "Historik", "Tilføj", "Det er der sket", "Fortryd"),
    *("Forlæng", "Send påmindelse", "Hent som PDF", "Tilgængelighedserklæring", "Find din kommune"),
}
PARTS = """() => ({
    headings: [...document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")].map(e => e.innerText),
    rows: [...document.querySelectorAll("main tr")].map(e => e.innerText),
})"""


def long_plan(cast: Cast) -> Plan:
    """Enough of everything for a page to end in every kind of place."""
    plan = a_plan(cast.kredsraad(), 2026)
    for number in range(40):
        section(plan, f"Aftale nummer {number}", WORDS * (number % 7) + TABLE * (number % 5 == 4))
    return plan


def edition(cast: Cast) -> tuple[str, User | None]:
    published = an_edition(long_plan(cast))
    return reverse("edition", args=[cast.district.slug, published.plan.year]), None


def draft(cast: Cast) -> tuple[str, User | None]:
    return reverse("plan-text", args=[long_plan(cast).pk]), cast.sekretariat


def proposals(cast: Cast) -> tuple[str, User | None]:
    round_ = stages.a_round(cast)
    for place in ("Herning", "Viborg", "Skive", "Struer"):
        for number in range(5):
            stages.submitted(cast, round_, place=place, of=stages.words(f"Tryghed {number} i {place}"))
    return reverse("proposal-board", args=[round_.plan_id]), cast.sekretariat


def deciding(cast: Cast) -> tuple[str, User | None]:
    return stages.decide(stages.submitted(cast), "afvis"), cast.sekretariat


def printed(page: Page, address: str, person: User | None) -> bytes:
    response = visitor(person).get(address)
    assert response.status_code == 200
    page.route("**/*", fulfilling(Answer("", "", address, dict(response.headers), response.content)))
    page.goto(HOST + address)
    wait_for_fonts(page)
    return page.pdf(format="A4", prefer_css_page_size=True)


def poppler(tool: str, *arguments: str, data: bytes) -> str:
    return subprocess.run([tool, *arguments], input=data, capture_output=True, check=True).stdout.decode()


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad•]+", "", text)


@pytest.mark.parametrize("made", [edition, draft, proposals, deciding])
def test_a_printed_page_is_fit_to_read(made, cast, page):
    data = printed(page, *made(cast))
    fonts = [line.split()[0] for line in poppler("pdffonts", "-", data=data).splitlines()[2:]]
    assert fonts
    assert [font for font in fonts if "IBMPlexSans" not in font] == []

    sheets = poppler("pdftotext", "-raw", "-", "-", data=data).split("\f")[:-1]
    assert [tool for tool in TOOLS if any(tool in sheet for sheet in sheets)] == []
    page.emulate_media(media="print")  # what is not printed has no text
    parts = page.evaluate(PARTS)
    ends = [sheet.strip().splitlines()[-1].strip() for sheet in sheets[:-1]]
    assert [end for end in ends if end in parts["headings"]] == []
    words = [squeezed(sheet) for sheet in sheets]
    rows = [[squeezed(line) for line in re.split(r"[\n\t]", row)] for row in parts["rows"]]
    assert [row for row in rows if not any(all(line in sheet for line in row) for sheet in words)] == []
