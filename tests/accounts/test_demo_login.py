import os
import re
import subprocess
import sys

import pytest
from django.conf import settings as django_settings
from django.test import Client

from samarbejde.accounts.models import User
from samarbejde.accounts.workflow import invite
from samarbejde.outbox.letters import letter
from samarbejde.outbox.workflow import queue
from tests.accounts import demo_mode

pytestmark = pytest.mark.django_db
HANDLES = [
    "administrator",
    "borgmester.skive",
    "borgmester.viborg",
    "direktoer",
    "formand.herning",
    "sekretariat",
]


@pytest.fixture
def demo(settings):
    settings.DEMO = True
    settings.ROOT_URLCONF = demo_mode.__name__


@pytest.fixture
def people() -> dict[str, User]:
    return {
        handle: User.objects.create_user(f"{handle}@demo.invalid", f"Person {handle}") for handle in HANDLES
    }


def buttons(page) -> list[tuple[str, str]]:
    return re.findall(r'name="person" value="(\d+)">([^<]*)<', page.content.decode())


def test_the_page_has_a_button_per_role_and_the_others_behind_them(demo, people, client):
    page = client.get("/demo/")

    first, others = page.content.decode().split("<details>", 1)
    assert [name for _, name in re.findall(r'value="(\d+)">(Person [^<]*)<', first)] == [
        "Person sekretariat",
        "Person formand.herning",
        "Person direktoer",
        "Person borgmester.viborg",
        "Person administrator",
    ]
    assert "Person borgmester.skive" in others


@pytest.mark.parametrize("handle", HANDLES)
def test_one_click_logs_in(demo, people, client, handle):
    chosen = {name: key for key, name in buttons(client.get("/demo/"))}[f"Person {handle}"]

    response = client.post("/demo/", {"person": chosen})

    assert (response.status_code, response["Location"]) == (302, "/arbejdsbord/")
    assert client.session["_auth_user_id"] == str(people[handle].pk)


def test_one_becomes_another_with_a_new_session(demo, people, client):
    client.post("/demo/", {"person": people["sekretariat"].pk})
    first = client.cookies["session"].value
    client.post("/demo/", {"person": people["formand.herning"].pk})

    assert client.cookies["session"].value != first
    assert client.session["_auth_user_id"] == str(people["formand.herning"].pk)


def test_nobody_but_the_demos_people_is_logged_in_so(demo, people, anna, client):
    for address in ("anna@example.org.demo.invalid", "evil@xdemo.invalid"):
        other = User.objects.create_user(address, "En anden")
        assert client.post("/demo/", {"person": other.pk}).status_code == 404
    User.objects.filter(pk=people["direktoer"].pk).update(is_active=False)
    for wrong in (anna.pk, people["direktoer"].pk, "", "x", "-1", "9" * 40):
        assert client.post("/demo/", {"person": wrong}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_the_button_needs_its_token(demo, people):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/demo/", {"person": people["sekretariat"].pk}).status_code == 403
    assert "_auth_user_id" not in strict.session


def test_the_mailbox_shows_every_mail_with_links_to_click(demo, people, client):
    invite(people["direktoer"], by=people["administrator"])
    queue(letter(people["sekretariat"], "<b>Frist</b>", "Linje 1\n<script>alert(1)</script>"))

    page = client.get("/demo/postkasse/").content.decode()

    assert re.search(r'<a href="http://localhost:8000/konto/invitation/[\w-]+/"', page)
    assert "&lt;script&gt;" in page
    assert "<b>Frist" not in page


def test_whoever_is_logged_in_reads_their_own_mail_first(demo, people, client):
    queue(letter(people["sekretariat"], "Til sekretariatet", "Tekst"))
    queue(letter(people["direktoer"], "Til direktøren", "Tekst"))
    client.post("/demo/", {"person": people["sekretariat"].pk})
    own = client.get("/demo/postkasse/").content.decode()
    assert "Til sekretariatet" in own
    assert "Til direktøren" not in own
    assert "Til direktøren" in client.get("/demo/postkasse/?alle=ja").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_mailbox_asks_as_little_for_three_mails_as_for_one(
    demo, people, client, django_assert_max_num_queries, number
):
    for handle in HANDLES[:number]:
        queue(letter(people[handle], "Emne", "Tekst"))
    with django_assert_max_num_queries(2):
        client.get("/demo/postkasse/")


@pytest.mark.parametrize("path", ["/demo/", "/demo/postkasse/"])
def test_outside_the_demo_these_pages_do_not_exist(people, client, path):
    assert client.get(path).status_code == 404
    assert client.post(path, {"person": people["sekretariat"].pk}).status_code in (404, 405)
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("flag", "exists"), [("1", True), ("0", False)])
def test_only_the_demo_has_their_addresses(flag, exists):
    question = (
        "import django; django.setup()\n"
        "from django.urls import NoReverseMatch, reverse\n"
        "try: print(reverse('demo-login'), reverse('demo-mailbox'))\n"
        "except NoReverseMatch: print('none')"
    )
    environment = os.environ | {"SAMARBEJDE_DEMO": flag, "DJANGO_SETTINGS_MODULE": "samarbejde.settings"}
    answer = subprocess.run(
        [sys.executable, "-c", question],
        cwd=django_settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == ("/demo/ /demo/postkasse/" if exists else "none")
