"""Two machines, each with a checkout, a web and a worker of its own, and one database. One of them dies.

A machine is a copy of the checkout and a folder for temporary files that the other does not see.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from plans.publication import workflow
from plans.publication.models import Edition, EditionFile
from plans.publication.pdf.passing_files import PREFIX
from samarbejde.outbox.models import Message, MessageState
from samarbejde.running import CHECKOUT
from tests.database import address
from tests.outbox.conftest import free_port
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "en lang sætning om storm"
ELSEWHERE = (".*", "node_modules", "var", "__pycache__")


class Host:
    def __init__(self, folder: Path, mail_port: int) -> None:
        self.checkout, self.temporary = folder / "checkout", folder / "tmp"
        self.temporary.mkdir(parents=True)
        shutil.copytree(CHECKOUT, self.checkout, ignore=shutil.ignore_patterns(*ELSEWHERE))
        (self.checkout / "node_modules").symlink_to(CHECKOUT / "node_modules")
        self.mail_port, self.port = mail_port, free_port()
        self.running: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        how = ("--bind", f"127.0.0.1:{self.port}", "--threads", "4", "--no-control-socket")
        self._run("-m", "gunicorn", *how, "samarbejde.wsgi")
        self._run("manage.py", "worker", "--interval", "0.2")

    def _run(self, *command: str) -> None:
        environment = os.environ | {
            "DATABASE_URL": address(),
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_port}",
            "SECRET_KEY": "den-samme-på-begge-maskiner-" * 3,
            "TMPDIR": str(self.temporary),
        }
        started = subprocess.Popen(
            [sys.executable, *command], cwd=self.checkout, env=environment, process_group=0
        )
        self.running.append(started)

    def is_making_a_pdf(self) -> bool:
        return any(self.temporary.glob(f"{PREFIX}*"))

    def dies(self) -> None:
        """As when the power goes: nobody is told and nothing is put away."""
        for process in self.running:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.running.clear()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(self.url("/"), timeout=10).close()
        except OSError:
            return False
        return True


@pytest.fixture
def hosts(tmp_path, post_office, mail_address) -> Iterator[list[Host]]:
    both = [Host(tmp_path / name, mail_address) for name in ("east", "west")]
    for host in both:
        host.start()
    yield both
    for host in both:
        host.dies()


def wait_until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 90
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


class Visitor:
    """Somebody with a browser, whom the load balancer sends to the one machine or the other."""

    def __init__(self) -> None:
        self.cookies = CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def reads(self, host: Host, path: str) -> str:
        return self.opener.open(host.url(path), timeout=30).read().decode()

    def logs_in(self, host: Host, email: str) -> None:
        self.reads(host, reverse("account_login"))
        token = next(cookie.value for cookie in self.cookies if cookie.name == "csrf")
        form = urlencode({"login": email, "password": PASSWORD, "csrfmiddlewaretoken": token})
        self.opener.open(host.url(reverse("account_login")), form.encode(), timeout=30).close()


def test_one_machine_dies_and_the_other_carries_on(cast, hosts, post_office):
    plan, person = stages.signed(cast), cast.sekretariat
    person.set_password(PASSWORD)
    person.save()
    wait_until(lambda: all(host.answers() for host in hosts))
    visitor = Visitor()
    visitor.logs_in(hosts[0], person.email)
    assert all("Hvad venter på mig" in visitor.reads(host, reverse("desk")) for host in hosts)

    post_office.thinks_for = 0.5
    workflow.order_publication(plan, note="", by=person)
    wait_until(lambda: any(host.is_making_a_pdf() for host in hosts))
    dead = next(host for host in hosts if host.is_making_a_pdf())
    [alive] = [host for host in hosts if host is not dead]
    dead.dies()
    assert not Edition.objects.exists()
    assert "Hvad venter på mig" in visitor.reads(alive, reverse("desk"))

    dead.start()  # sooner than the other would take it for dead
    wait_until(lambda: Edition.objects.exists() and not _waiting_mail())

    assert Edition.objects.count() == EditionFile.objects.count() == 1
    sent = [mail["Message-ID"] for mail in post_office.received]
    assert len(set(sent)) == Message.objects.count() > 10
    assert f"/{plan.year}/" in visitor.reads(alive, "/")
    wait_until(lambda: not dead.is_making_a_pdf())


def _waiting_mail() -> bool:
    return Message.objects.exclude(state=MessageState.SENT).exists()
