"""All letters are alike: to whom, who writes, where to ask, and the portal's address."""

import re
from pathlib import Path

import pytest
from allauth.core import context
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from django.urls import reverse

from samarbejde.accounts.adapter import AccountAdapter
from samarbejde.accounts.workflow import (
    change_address,
    invite,
    send_new_password_link,
    turn_off_second_factor,
)
from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message
from samarbejde.outbox.workflow import queue
from tests.cast import person
from tests.making import a_plan
from tests.plans.proposals import stages as proposing
from tests.plans.verification.year import lived

ENDING = "\n\nVenlig hilsen\nSamarbejde\nhttp://localhost:8000\n\n{ask}\n"
ANSWER = "Har du spørgsmål, så svar på denne e-mail. Svaret går til sekretariatet: {to}"
ELSEWHERE = "Har du spørgsmål, så spørg portalens administrator."
OURS = ("samarbejde", "councils", "plans", "templates")


def write_all(cast) -> None:
    """Every kind of letter that the rooms send in a year, and those of the account."""
    lived(cast)
    proposing.merged(cast, proposing.a_round(cast, proposing.a_plan(cast.kredsraad(), 2029)))
    somebody = person("ny", "En ny")
    invite(somebody, by=cast.administrator)
    send_new_password_link(somebody)
    change_address(somebody, address="ny.adresse@example.org", by=cast.administrator)
    Authenticator.objects.create(user=cast.direktoer, type="webauthn", data={"name": "Telefon"})
    turn_off_second_factor(cast.direktoer, by=cast.administrator)
    with context.request_context(RequestFactory().get("/", REMOTE_ADDR="127.0.0.1")):
        AccountAdapter().send_notification_mail("account/email/password_changed", cast.direktoer)


def test_every_letter_begins_and_ends_alike(cast):
    assert cast.formaend
    write_all(cast)
    messages = Message.objects.select_related("to")
    assert len({message.subject for message in messages}) > 12
    for message in messages:
        asked = ANSWER.format(to=message.reply_to) if message.reply_to else ELSEWHERE
        assert message.body.startswith(f"Kære {message.to.name}\n\n"), message.body
        assert message.body.endswith(ENDING.format(ask=asked)), message.body
        assert message.body.count("Kære ") == message.body.count("Venlig hilsen") == 1


@pytest.mark.parametrize("words", ["Kære ", "enlig hilsen"])
def test_nobody_writes_a_salutation_or_a_farewell_of_their_own(words):
    files = [path for folder in OURS for path in Path(settings.BASE_DIR, folder).rglob("*") if path.is_file()]
    texts = [path for path in files if path.suffix in {".py", ".txt", ".html"}]
    found = [path.name for path in texts if words in path.read_text(encoding="utf-8")]
    assert found == ["letter.txt"]


def test_every_letter_is_of_a_kind_that_a_district_can_word():
    """But those about an account, which say the same to everybody."""
    modules = [path for folder in OURS for path in Path(settings.BASE_DIR, folder).rglob("*.py")]
    made = [
        path for path in modules if re.search(r"(?<!\w)(?<!def )(letter|Letter)\(", path.read_text("utf-8"))
    ]
    assert {str(path.relative_to(settings.BASE_DIR)) for path in made} == {
        "councils/wordings/kinds.py",
        "samarbejde/accounts/letters.py",
        "samarbejde/outbox/letters.py",
    }


def test_letters_are_shown_where_the_demo_is(db):
    with pytest.raises(CommandError, match="Start 'bin/demo'"):
        call_command("letters")


def test_a_letter_that_the_demo_has_gone_past_is_named(cast, capsys):
    """As where somebody has decided all proposals in it; the letters after it are shown."""
    a_plan(cast.kredsraad())
    assert cast.sekretariat
    call_command("letters", "proposals", "publication")
    shown = capsys.readouterr().out
    assert "proposals · submitted\nDet, brevet handler om, er ikke længere i demoen" in shown
    assert "publication · waiting\nTil:  Sekretariatet i Midt- og Vestjylland\n" in shown


@pytest.mark.parametrize("own_address", ["sekretariat@politi.example", ""])
def test_an_answer_reaches_the_secretariat(cast, post_office, own_address):
    """Its own address, or those of its people; and the districts' secretariats are told apart."""
    assert [cast.sekretariat, cast.sekretariat_fyn]
    cast.district.secretariat_email = own_address
    cast.district.save()
    for somebody, answer in (
        (cast.formand_herning, own_address or "sekretariat@example.org"),
        (cast.sekretariat_fyn, None),
        (cast.formand("Odense"), "sekretariat.fyn@example.org"),
        (cast.administrator, None),
    ):
        [message] = queue(letter(somebody, "Emne", "Tekst"))
        delivery.attempt(message.pk)
        mail = post_office.received[-1]
        assert mail["Reply-To"] == answer
        assert (answer or ELSEWHERE) in mail.get_content()


def test_the_administrator_writes_down_where_answers_go(cast, as_user):
    address = reverse("admin:councils_policedistrict_change", args=[cast.district.pk])
    data = {
        "name": cast.district.name,
        "short_name": cast.district.short_name,
        "secretariat_email": "sekretariat@politi.example",
    }
    as_user(cast.administrator).post(address, data)
    cast.district.refresh_from_db()
    assert cast.district.secretariat_email == "sekretariat@politi.example"


def test_a_letter_has_a_blank_line_between_paragraphs_and_none_for_an_empty_one(cast):
    body = letter(cast.direktoer, "Emne", "Første.", "", "Sidste.").body
    assert "\n\nFørste.\n\nSidste.\n\nVenlig hilsen" in body
