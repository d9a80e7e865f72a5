"""A file goes when nothing has it attached any more; one that anything has stays."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from councils.agendas import workflow as agendas
from plans.follow_up import workflow as follow_up
from samarbejde.attachments.models import StoredFile
from samarbejde.attachments.receiving import received
from samarbejde.attachments.workflow import UNNAMED_FOR
from tests.attachments import files
from tests.councils.meetings import stages
from tests.plans.follow_up import stages as answers

pytestmark = pytest.mark.django_db


def swept() -> bool:
    """Whether it is gone after the night."""
    call_command("clean_up")
    return not StoredFile.objects.exists()


def aged() -> None:
    StoredFile.objects.update(kept_at=timezone.now() - UNNAMED_FOR - timedelta(hours=1))


@pytest.fixture
def attachment(cast):
    item = stages.item(cast, stages.planned(cast))
    return agendas.attach_to_item(item, received("a.pdf", files.pdf()), by=cast.sekretariat)


def test_one_that_a_point_has_stays_until_it_is_taken_away(cast, attachment, capsys):
    aged()
    assert not swept()
    agendas.remove_attachment(attachment, by=cast.sekretariat)
    assert swept()
    assert "1 filer, som intet har som bilag" in capsys.readouterr().out


def test_one_that_was_taken_away_today_stays_till_tomorrow(cast, attachment):
    agendas.remove_attachment(attachment, by=cast.sekretariat)
    assert not swept()


def test_one_that_was_handed_in_stays(cast):
    answer = answers.drafted(cast)
    added = answers.attached(cast, answer)
    follow_up.submit_answer(answer, by=cast.formand_herning)
    follow_up.remove_attachment(added)
    aged()
    assert not swept()


def test_the_same_bytes_are_kept_once_for_two_points(cast, attachment):
    other = stages.item(cast, attachment.item.meeting, title="Et andet")
    again = agendas.attach_to_item(other, received("b.pdf", files.pdf()), by=cast.sekretariat)
    assert again.file == attachment.file
    agendas.delete_item(other, by=cast.sekretariat)
    aged()
    assert not swept()


WRONG = {
    "et andet navn end indholdets": {"digest": "0" * 64},
    "en anden slags": {"kind": "text/html"},
    "en anden størrelse": {"size": 1},
    "intet": {"content": b"", "size": 0},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_the_database_holds_what_a_file_is(wrong):
    sent = received("a.pdf", files.pdf())
    told = {"digest": sent.digest, "kind": sent.kind, "size": len(sent.content), "content": sent.content}
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(**told | WRONG[wrong])
