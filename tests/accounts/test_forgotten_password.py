import re
import time

import pytest

from samarbejde.accounts.forms import ANSWERED_AFTER
from samarbejde.accounts.models import User
from samarbejde.outbox.models import Message
from tests.accounts.conftest import PASSWORD

PAGE = "/konto/glemt-adgangskode/"
NEW = "sytten grønne både"


def link_in(message: Message) -> str:
    [link] = re.findall(r"http://localhost:8000(/konto/glemt-adgangskode/\S+/)", message.letter)
    return link


def choose(client, address: str, password: str = NEW):
    assert "Vælg ny adgangskode" in client.get(address).content.decode()
    return client.post(address, {"password": password, "repeated": password})


def test_the_link_comes_by_the_outbox_and_works_once(anna, client, mailoutbox):
    client.post(PAGE, {"email": "Anna@Example.org"})

    assert mailoutbox == []
    message = Message.objects.get()
    assert (message.to, message.subject) == (anna, "Vælg en ny adgangskode")
    address = link_in(message)
    choose(client, address)
    anna.refresh_from_db()
    assert anna.check_password(NEW)
    assert "Linket virker ikke" in client.get(address).content.decode()
    notice = Message.objects.latest("pk")
    assert notice.subject == "Din adgangskode er skiftet"
    assert re.search(r"^Tidspunkt: \d{1,2}\. [a-z]+ 20\d\d kl\. \d\d\.\d\d$", notice.body, re.MULTILINE)


def test_the_link_leads_to_the_portal_whatever_host_was_asked(anna, client, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post(
        PAGE, {"email": anna.email}, headers={"host": "evil.example", "x-forwarded-host": "evil.example"}
    )

    assert "evil" not in Message.objects.get().letter


def test_known_and_unknown_addresses_get_the_same_answer(anna, client):
    answers = [client.post(PAGE, {"email": email}) for email in ("anna@example.org", "ukendt@example.org")]

    assert {(answer.status_code, answer["Location"]) for answer in answers} == {(302, PAGE + "sendt/")}
    assert Message.objects.get().to == anna


@pytest.mark.parametrize("address", ["anna@example.org", "ukendt@example.org"])
def test_known_and_unknown_addresses_are_answered_after_the_same_time(anna, client, address):
    started = time.monotonic()
    client.post(PAGE, {"email": address})
    assert time.monotonic() - started >= ANSWERED_AFTER


def test_a_deactivated_person_gets_no_link(anna, client):
    User.objects.filter(pk=anna.pk).update(is_active=False)

    assert client.post(PAGE, {"email": anna.email}).status_code == 302
    assert not Message.objects.exists()


def test_a_poor_password_is_refused(anna, client):
    client.post(PAGE, {"email": anna.email})

    page = choose(client, link_in(Message.objects.get()), "kort")

    assert "mindst 12 tegn" in page.content.decode()
    anna.refresh_from_db()
    assert anna.check_password(PASSWORD)
