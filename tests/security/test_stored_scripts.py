"""Code in every text field: all that is shown, printed and mailed is inert."""

import io
import subprocess
from datetime import timedelta

import pikepdf
import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from samarbejde.outbox.delivery import attempt, send_news
from samarbejde.outbox.models import Message, MessageState
from tests.security.doors import told, visitor
from tests.security.pages import active, english, is_page, words
from tests.security.poisoned_year import CODE, LINE, RICH, WORD, Year

pytestmark = pytest.mark.django_db

READERS = ("sekretariat", "formand", "nabo", "borgmester", "kontaktudvalg")


@pytest.fixture
def year(cast):
    return Year(cast)


def faults(year: Year, addresses: list[str], who: str) -> list[str]:
    client, found, shown = visitor(year.people[who]), [], 0
    for address in addresses:
        response = client.get(address)
        shown += response.status_code == 200 and WORD in words(response)
        found += [f"{who} {address}: {response.status_code}"] if response.status_code >= 500 else []
        if is_page(response):
            found += [f"{who} {address}: {fault}" for fault in active(response)]
    assert shown, f"{who} sees nothing of it"
    return found


@pytest.mark.long
def test_every_page_every_letter_and_the_printed_plan(year, settings):
    year.write()
    year.propose()
    year.decide()
    surprises = [fault for who in READERS for fault in faults(year, year.addresses(), who)]
    year.agree()
    edition = year.publish()
    done = [name for name in year.addresses() if "/planer/" in name and "/afsnit/" not in name]
    surprises += faults(year, [*done, *sign_pages(year)], "sekretariat")
    surprises += faults(year, [*done[:2], *sign_pages(year)], "borgmester")
    surprises += faults(year, PUBLIC, "anonym")
    surprises += [*letters(settings), *printed(bytes(edition.file.content))]
    told(surprises)


PUBLIC = [
    "/",
    "/midt-og-vestjylland/",
    "/midt-og-vestjylland/2027/",
    "/midt-og-vestjylland/2027/udgave/1/",
    "/midt-og-vestjylland/2027/kommuner/herning/",
    f"/soeg/?q={WORD}",
    "/soeg/?q=" + LINE.replace("&", "").replace("#", ""),
]


def sign_pages(year: Year) -> list[str]:
    return [
        reverse("sign", args=[signature.pk])
        for round_ in year.plan.signature_rounds.all()
        for signature in round_.signatures.all()
    ]


def letters(settings) -> list[str]:
    """Each e-mail as it leaves, the next day's news too: plain text to one person, a subject of one line."""
    settings.EMAIL_HOST = "localhost"
    tomorrow = timezone.localtime().replace(hour=9) + timedelta(days=1)
    with time_machine.travel(tomorrow, tick=False):
        assert send_news()
        for message in Message.objects.all():
            attempt(message.pk)
    left = Message.objects.exclude(state=MessageState.CARRIED)
    assert len(mail.outbox) == left.count() > 50
    assert any(WORD in letter.body for letter in mail.outbox if "nyheder" in letter.subject)
    return [
        f"{letter.subject}: {raw.items()}"
        for letter in mail.outbox
        for raw in [letter.message()]
        if raw.get_content_type() != "text/plain"
        or len(raw.get_all("To")) != 1
        or raw.get("Bcc")
        or "\n" in letter.subject
    ]


def printed(pdf: bytes) -> list[str]:
    """The words are in the PDF as words; nothing in it acts, and no link leads where code would."""
    text = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert "alert(71)</script>" in text.replace("\n", "")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        title = str(document.docinfo.get("/Title", ""))
        acting = [
            f"{key}: {value}"
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary)
            for key, value in thing.items()
            if key in ("/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFiles", "/SubmitForm")
            or (key == "/URI" and not str(value).startswith(("http", "mailto:", "tel:")))
        ]
    return acting + ([] if title.startswith("Samarbejdsplan 2027") else [title])


# --- what comes back in an error, and in a file's name ------------------------------------------------------

NAMES = [
    f"{CODE.replace('/', '')}.txt",
    "../../etc/passwd.txt",
    "a\r\nX-Evil: 1.txt",
    "ø" * 300 + ".txt",
    "plan.svg",
    "CON",
    ".txt",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_name_and_paragraphsof_a_file(name, cast, as_user):
    paragraphs = ["Samarbejdsplan 2027", "Midt- og Vestjyllands Politi", "Forord", LINE, f"1. {LINE}", RICH]
    client = as_user(cast.sekretariat)
    document = io.BytesIO("\n\n".join(paragraphs).encode())
    document.name = name
    fields = {"district": cast.district.pk, "year": 2027, "document": document}
    response = client.post(reverse("import-plan"), fields, follow=True)
    assert response.status_code in (200, 422)
    assert active(response) == []
    assert not english(response)
    assert active(client.get(reverse("import-plan"))) == []


def test_a_search_is_shown_as_it_was_typed(client, db):
    response = client.get("/soeg/", {"q": CODE})
    assert active(response) == []
    assert CODE in response.content.decode().replace("&lt;", "<").replace("&gt;", ">").replace(
        "&quot;", '"'
    ).replace("&#x27;", "'")
