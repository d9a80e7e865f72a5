import asyncio
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class PostOffice:
    """A mail server on this machine that keeps what it takes; `answer` is what it says to a message."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []
        self.asked = 0
        self.answer = "250 OK"
        self.unknown: set[str] = set()
        self.refusal = "550 No such user"
        self.thinks_for = 0.0  # seconds before it takes a message
        self.rambles_at_goodbye = False
        self.hangs_up_after_taking = False

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.unknown:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.asked += 1
        await asyncio.sleep(self.thinks_for)
        if self.answer.startswith("250"):
            self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        if self.hangs_up_after_taking:
            server.transport.abort()
        return self.answer

    async def handle_QUIT(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.rambles_at_goodbye:
            return "221 " + "Bye " * 5000
        return "221 Bye"


def free_port() -> int:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


@pytest.fixture
def mail_address(settings) -> int:
    """Mail goes over SMTP to a port of this machine where nobody listens yet."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = free_port()
    settings.EMAIL_TIMEOUT = 10
    return settings.EMAIL_PORT


@pytest.fixture
def post_office(mail_address) -> Iterator[PostOffice]:
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=mail_address)
    controller.start()
    yield office
    controller.stop()


@pytest.fixture
def no_mail_server(mail_address) -> None:
    """The mail server is down."""
