import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from samarbejde.outbox import delivery
from samarbejde.outbox.letters import letter
from samarbejde.outbox.models import Message
from samarbejde.outbox.workflow import queue
from samarbejde.transitions import Refused

pytestmark = pytest.mark.django_db


def test_a_message_and_its_task_are_written_together(cast):
    [message] = queue(letter(cast.formand_herning, "Emne", "Tekst"))

    assert message.address == "formand.herning@example.org"
    assert DBTaskResult.objects.get().args_kwargs["args"] == [message.pk]


def test_an_act_that_fails_takes_its_mail_along(cast):
    @transaction.atomic
    def act() -> None:
        queue(letter(cast.formand_herning, "Emne", "Tekst"))
        raise Refused("Nej.")

    with pytest.raises(Refused):
        act()

    assert not Message.objects.exists()
    assert not DBTaskResult.objects.exists()


@pytest.mark.parametrize("change", [{"email": None}, {"is_active": False}])
def test_who_cannot_be_reached_is_not_written_to(cast, change):
    person = cast.formand_herning
    for name, value in change.items():
        setattr(person, name, value)

    assert queue(letter(person, "Emne", "Tekst")) == []
    assert not Message.objects.exists()


@pytest.mark.parametrize("separator", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028", "\x00"])
def test_a_line_break_in_a_subject_begins_no_header(cast, post_office, separator):
    cast.formand_herning.name = f"Anna{separator}Bcc: everybody@example.org"
    [message] = queue(
        letter(
            cast.formand_herning,
            f"Forslag fra{separator}Bcc: everybody@example.org",
            "Læs forslaget.",
        )
    )

    delivery.attempt(message.pk)

    [mail] = post_office.received
    assert mail["Subject"] == "Forslag fra Bcc: everybody@example.org"
    assert mail["Bcc"] is None
    assert mail["To"] == "formand.herning@example.org"


def test_a_long_subject_is_cut_to_fit(cast):
    [message] = queue(letter(cast.formand_herning, "Æ" * 500, "Tekst"))

    assert message.subject == "Æ" * 199 + "…"
