"""`/sundhed/` says what works, what is missing, and how long the oldest job has waited."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from plans.publication.workflow import order_publication
from samarbejde import system_dependencies
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message
from samarbejde.outbox.workflow import queue
from samarbejde.workers.models import Worker
from samarbejde.workers.queues import MAIL, PDF
from tests.plans.approval import stages

pytestmark = pytest.mark.usefixtures("workers")
WORDS = ("database", "worker", "mail", "pdf", "import", "static", "pages")
WELL = dict.fromkeys(WORDS, "ok") | {"waiting": {"mail": 0, "publication": 0}}
EVERYTHING = "/sundhed/?alt"


@pytest.fixture(autouse=True)
def mail_server(settings):
    settings.EMAIL_HOST = "localhost"


def wrong(client, word: str) -> str:
    """What is said of this word; nothing else is wrong, and monitoring that asks for everything sees it."""
    answer = client.get("/sundhed/")
    assert answer.status_code == 200
    assert client.get(EVERYTHING).status_code == 503
    said = answer.json()
    assert {name for name in WORDS if said[name] != "ok"} == {word}
    return said[word]


def test_all_is_well(client):
    answer = client.get(EVERYTHING)
    assert answer.status_code == 200
    assert answer.json() == WELL
    assert "no-store" in answer["Cache-Control"]


def test_it_costs_little(client):
    with CaptureQueriesContext(connection) as captured:
        client.get("/sundhed/")
    assert len(captured) <= 5


def test_a_worker_that_is_dead(client):
    Worker.objects.filter(queue=MAIL).update(beat_at=timezone.now() - timedelta(seconds=61))
    assert wrong(client, "worker") == "Portalen sender ingen e-mails lige nu."


def test_a_worker_that_is_stuck(client):
    since = timezone.now() - timedelta(minutes=4)
    Worker.objects.filter(queue=PDF).update(task="publish_plan", task_since=since)
    assert wrong(client, "worker") == "Portalen er gået i stå med at lave PDF'er."


def test_how_long_the_oldest_have_waited(client, cast):
    order_publication(stages.signed(cast), note="", by=cast.sekretariat)
    Message.objects.all().delete()
    queue(letter(cast.direktoer, "Først", "Læs den."))
    with time_machine.travel(timezone.now() + timedelta(seconds=30)):
        queue(letter(cast.direktoer, "Siden", "Læs den."))
    with time_machine.travel(timezone.now() + timedelta(seconds=50)):
        waiting = client.get("/sundhed/").json()["waiting"]
    assert 50 <= waiting["mail"] < 60
    assert 50 <= waiting["publication"] < 60


def test_mail_that_does_not_leave(client, cast):
    [message] = queue(letter(cast.direktoer, "Emne", "Læs den."))
    Message.objects.filter(pk=message.pk).update(queued_at=timezone.now() - timedelta(hours=2))
    assert wrong(client, "mail") == "E-mails har ventet i mere end en time."


def test_no_mail_server_outside_the_demo(client, settings):
    settings.EMAIL_HOST = ""
    assert "Ingen mailserver" in wrong(client, "mail")
    settings.DEMO = True
    assert client.get(EVERYTHING).json() == WELL


def test_pango_is_missing(client, monkeypatch):
    monkeypatch.setitem(system_dependencies.MAKES_PDF, "libnowhere.so.0", "libpango-1.0-0")
    assert "libpango-1.0-0 mangler" in wrong(client, "pdf")


def test_poppler_is_missing(client, monkeypatch):
    monkeypatch.setitem(system_dependencies.READS_PDF, "no-such-program", "poppler-utils")
    assert "poppler-utils mangler" in wrong(client, "import")


def test_static_files_are_missing(client, settings, tmp_path):
    storages = settings.STORAGES
    settings.STATIC_ROOT = tmp_path
    settings.DEBUG = False
    settings.STORAGES = storages | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    assert staticfiles_storage.location == str(tmp_path)
    assert "collectstatic" in wrong(client, "static")


def test_the_folder_for_citizens_pages_is_closed(client, settings, tmp_path):
    settings.PAGES = tmp_path / "sider" / "her"
    assert client.get(EVERYTHING).status_code == 200
    (tmp_path / "sider").write_text("en fil i vejen")
    assert f"kan ikke gemmes i {settings.PAGES}" in wrong(client, "pages")


def test_without_a_database_it_answers_503_in_words(client, monkeypatch):
    def away() -> None:
        raise OperationalError("gone")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "ensure_connection", away)
        answer = client.get("/sundhed/")
    assert answer.status_code == 503
    said = answer.json()
    assert said["database"] == "Databasen svarer ikke."
    assert said["worker"] == said["mail"] == "Ukendt, for databasen svarer ikke."
    assert said["pdf"] == "ok"
    assert "gone" not in answer.content.decode()
