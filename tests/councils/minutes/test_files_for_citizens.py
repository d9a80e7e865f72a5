"""Citizens get the files of open points that were chosen, frozen with the minutes; of closed points none."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.agendas.sources import waiting_for
from councils.agendas.workflow import take_up
from councils.minutes.publishing import choose_files, may_be_public, publish_minutes
from councils.models import AgendaAttachment, Meeting, PublishedMinutes, PublishedMinutesAttachment
from plans.publication.pdf.checking import findings
from samarbejde.attachments.models import StoredFile
from samarbejde.transitions import Refused
from tests.attachments import files
from tests.councils.attendance.test_calling import text_of
from tests.councils.meetings import stages as meetings
from tests.councils.minutes import stages
from tests.councils.minutes.test_publishing import public
from tests.logged import logged

pytestmark = pytest.mark.django_db


def page(meeting: Meeting) -> str:
    return reverse("choose-public-files", args=[meeting.pk])


def publish(cast, meeting: Meeting) -> PublishedMinutes:
    return publish_minutes(meeting, by=cast.formand_herning)


def address(published: PublishedMinutes, digest: str) -> str:
    slug = published.meeting.council.district.slug
    return reverse("public-minutes-file", args=[slug, published.address, digest[:16]])


def told_of_files(meeting: Meeting) -> list[str]:
    return [text for text in logged(meeting, "minutes") if text.endswith("er valgt til borgerne")]


def file_of(meeting: Meeting, *, closed: bool) -> AgendaAttachment:
    return AgendaAttachment.objects.get(item__meeting=meeting, item__is_closed=closed)


def test_none_is_public_before_it_is_chosen(cast):
    meeting = stages.with_files(cast)
    published = publish(cast, meeting)
    assert "bilag-1.pdf" not in Client().get(public(published)).text
    for file in StoredFile.objects.all():
        assert Client().get(address(published, file.pk)).status_code == 404
    assert "attachments" not in published.text["points"][0]


def test_one_is_chosen_published_and_fetched_by_anybody(cast, as_user):
    meeting = stages.with_files(cast)
    client, file = as_user(cast.formand_herning), file_of(meeting, closed=False)
    assert page(meeting) in client.get(reverse("minutes", args=[meeting.pk])).text
    shown = client.get(page(meeting)).text
    assert "Punkt 1. Tryghed i nattelivet: bilag-1.pdf" in shown
    assert "bilag-2.pdf" not in shown
    assert "checked" not in shown
    told = client.post(page(meeting), {"chosen": [file.pk]}, follow=True).text
    assert "Valget er gemt." in told
    assert "checked" in client.get(page(meeting)).text
    published = publish(cast, meeting)
    citizen = Client()
    found = address(published, file.file_id)
    assert found in citizen.get(public(published)).text
    answer = citizen.get(found)
    assert answer.content == files.pdf(words="Bilag 1")
    assert answer["Content-Disposition"] == 'attachment; filename="bilag-1.pdf"'
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer.cookies == {}
    pdf = citizen.get(public(published, "public-minutes-pdf")).content
    assert findings(pdf) == []
    assert "bilag-1.pdf" in text_of(pdf)
    assert told_of_files(meeting) == ["1 bilag er valgt til borgerne"]


def test_of_a_closed_point_there_is_no_trace(cast, as_user):
    meeting = stages.with_files(cast)
    hidden = file_of(meeting, closed=True)
    answer = as_user(cast.formand_herning).post(page(meeting), {"chosen": [hidden.pk]})
    assert answer.status_code == 422
    with pytest.raises(Refused, match="kan ikke vælges"):
        choose_files(meeting, {hidden.pk}, by=cast.formand_herning)
    AgendaAttachment.objects.update(for_citizens=True)  # as if it was chosen before its point was closed
    published = publish(cast, meeting)
    assert Client().get(address(published, hidden.file_id)).status_code == 404
    assert "bilag-2.pdf" not in str(published.text)
    assert not PublishedMinutesAttachment.objects.filter(file=hidden.file_id).exists()


def test_one_that_is_no_longer_chosen_is_gone_with_the_next_number(cast):
    meeting = stages.with_a_chosen_file(cast)
    file = file_of(meeting, closed=False)
    first = publish(cast, meeting)
    with pytest.raises(Refused, match="allerede offentligt"):
        publish(cast, meeting)
    choose_files(meeting, (), by=cast.formand_herning)
    assert Client().get(address(first, file.file_id)).status_code == 200  # until it is published anew
    second = publish(cast, meeting)
    assert second.number == 2
    assert Client().get(address(second, file.file_id)).status_code == 404
    assert "bilag-1.pdf" not in Client().get(public(second)).text
    assert told_of_files(meeting)[-1] == "Ingen bilag er valgt til borgerne"


def test_it_is_frozen_and_kept(cast):
    meeting = stages.with_a_chosen_file(cast)
    published = publish(cast, meeting)
    file = file_of(meeting, closed=False)
    AgendaAttachment.objects.update(name="andet.pdf")
    assert "bilag-1.pdf" in Client().get(public(published)).text
    with pytest.raises(DatabaseError), transaction.atomic():
        PublishedMinutesAttachment.objects.update(name="andet.pdf")
    with pytest.raises(DatabaseError), transaction.atomic():
        StoredFile.objects.filter(pk=file.file_id).delete()


def test_of_another_district_or_meeting_it_leads_nowhere(cast):
    published = publish(cast, stages.with_a_chosen_file(cast))
    key = published.attachments.get().file_id[:16]
    for slug, name in (
        (cast.other_district.slug, published.address),
        (cast.district.slug, "2020-01-01-kredsraad"),
    ):
        address = reverse("public-minutes-file", args=[slug, name, key])
        assert Client().get(address).status_code == 404


def test_before_the_minutes_are_approved_nothing_is_chosen(cast, as_user):
    meeting = stages.sent(cast)
    answer = as_user(cast.formand_herning).get(page(meeting))
    assert "Referatet er ikke godkendt endnu" in answer.text
    with pytest.raises(Refused, match="skal være godkendt"):
        choose_files(meeting, (), by=cast.formand_herning)


def test_without_files_the_page_says_so(cast, as_user):
    meeting = stages.approved(cast)
    client = as_user(cast.formand_herning)
    assert page(meeting) not in client.get(reverse("minutes", args=[meeting.pk])).text
    assert "Ingen åbne punkter har bilag" in client.get(page(meeting)).text


def test_a_point_that_is_put_off_is_chosen_anew(cast):
    meeting = stages.with_a_chosen_file(cast)
    meeting.agenda.filter(is_closed=False).update(is_postponed=True)
    later = meetings.hernings(cast)
    take_up(later, [one.key for one in waiting_for(later)], by=cast.formand_herning)
    assert later.agenda.get().attachments.get().for_citizens is False


def test_the_pages_cost_the_same_with_one_and_with_three(cast):
    meeting = stages.with_a_chosen_file(cast)
    published = publish(cast, meeting)
    one = cost(public(published))
    item = meeting.agenda.get(is_closed=False)
    for number in (3, 4):
        made = AgendaAttachment.objects.create(
            item=item,
            file=StoredFile.objects.create(**stored(f"Bilag {number}")),
            name=f"bilag-{number}.pdf",
            added_by=cast.formand_herning,
        )
        assert made in may_be_public(meeting)
    choose_files(meeting, {file.pk for file in may_be_public(meeting)}, by=cast.formand_herning)
    assert cost(public(publish(cast, meeting))) == one == 1


def stored(words: str) -> dict[str, object]:
    content = files.pdf(words=words)
    sent = stages.received("a.pdf", content)
    return {"digest": sent.digest, "kind": sent.kind, "size": len(sent.content), "content": sent.content}


def cost(address: str) -> int:
    with CaptureQueriesContext(connection) as found:
        assert Client().get(address).status_code == 200
    return len(found)
