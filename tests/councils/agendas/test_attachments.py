"""A point has files: attached while the agenda can be changed, read by whoever sees the point."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.agendas import workflow
from councils.agendas.papers import agenda_pdf
from councils.agendas.sources import waiting_for
from councils.attendance import workflow as attendance
from councils.desk.workflow import cancel_meeting
from councils.models import AgendaAttachment, AgendaItem
from samarbejde.attachments.models import StoredFile
from samarbejde.attachments.receiving import PDF, received
from samarbejde.attachments.workflow import MOST
from samarbejde.events.models import Event
from samarbejde.files.poppler import said_of
from samarbejde.transitions import Refused
from tests.attachments import files
from tests.councils.meetings import stages

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(cast) -> AgendaItem:
    return stages.item(cast, stages.planned(cast))


def page(item: AgendaItem) -> str:
    return reverse("item-attachments", args=[item.meeting_id, item.pk])


def upload(name: str = "budget.pdf", content: bytes | None = None) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, files.pdf() if content is None else content)}


def attached(
    item: AgendaItem, cast, name: str = "budget.pdf", content: bytes | None = None
) -> AgendaAttachment:
    sent = received(name, content or files.pdf(words=name))
    return workflow.attach_to_item(item, sent, by=cast.sekretariat)


def test_a_file_is_attached_and_fetched_by_those_who_read_the_agenda(cast, as_user, item):
    seen = as_user(cast.sekretariat).post(page(item), upload(), follow=True)
    assert "»budget.pdf« er vedlagt." in seen.text
    added = item.attachments.get()
    assert (added.name, added.added_by, bytes(added.file.content)) == (
        "budget.pdf",
        cast.sekretariat,
        files.pdf(),
    )
    reader = as_user(cast.borgmester("Skive"))
    assert added.address in reader.get(reverse("meeting", args=[item.meeting_id])).text
    answer = reader.get(added.address)
    assert answer.content == files.pdf()
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="budget.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert "no-store" in answer["Cache-Control"]
    [told] = Event.objects.about(item.meeting).filter(verb="agenda.attached")
    assert told.internal


def test_a_name_with_danish_letters_is_kept(cast, as_user, item):
    added = attached(item, cast, "Årsrød.pdf")
    named = as_user(cast.sekretariat).get(added.address)["Content-Disposition"]
    assert named == "attachment; filename*=utf-8''%C3%85rsr%C3%B8d.pdf"


def test_what_lies_about_its_kind_is_told_on_the_page(cast, as_user, item):
    seen = as_user(cast.sekretariat).post(page(item), upload("referat.pdf", b"<script>alert(1)</script>"))
    assert seen.status_code == 422
    assert "men indholdet er noget andet" in seen.text
    assert not item.attachments.exists()
    assert not StoredFile.objects.exists()


def test_a_point_is_saved_on_the_way_to_its_files(cast, as_user):
    meeting = stages.planned(cast)
    writer, new = as_user(cast.sekretariat), reverse("add-item", args=[meeting.pk])
    added = writer.post(new, stages.typed_item(attach="1"))
    item = meeting.agenda.get()
    assert added.url == page(item)
    edit = reverse("edit-item", args=[meeting.pk, item.pk])
    assert writer.post(edit, stages.typed_item(title="Nyt", attach="1")).url == page(item)
    assert meeting.agenda.get().title == "Nyt"


def test_a_closed_points_file_is_for_the_council_alone(cast, as_user):
    meeting = stages.hernings(cast)
    item = stages.item(cast, meeting, cast.formand_herning, is_closed=True)
    added = workflow.attach_to_item(item, received("sag.pdf", files.pdf()), by=cast.formand_herning)
    stages.call_straight(meeting)
    assert as_user(cast.medlem_herning).get(added.address).status_code == 200
    secretary = as_user(cast.sekretariat)
    assert secretary.get(added.address).status_code == 404
    shown = secretary.get(reverse("meeting", args=[meeting.pk]))
    assert shown.status_code == 200
    assert "sag.pdf" not in shown.text
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=False)
    assert secretary.get(added.address).status_code == 200


def test_a_file_is_of_its_point_and_no_other(cast, as_user, item):
    added = attached(item, cast)
    other = stages.item(cast, item.meeting, title="Et andet")
    for name in ("item-attachment", "remove-item-attachment"):
        address = reverse(name, args=[item.meeting_id, other.pk, added.pk])
        assert as_user(cast.sekretariat).get(address).status_code == 404


def test_a_file_is_taken_away_again(cast, as_user, item):
    added = attached(item, cast)
    writer = as_user(cast.sekretariat)
    page = writer.get(added.removal_address).text
    assert "budget.pdf" in page
    assert "Står punktet også på en anden dagsorden, bliver bilaget dér." in page
    assert "»budget.pdf« er fjernet." in writer.post(added.removal_address, follow=True).text
    assert not item.attachments.exists()
    assert writer.get(added.address).status_code == 404
    told = Event.objects.about(item.meeting).get(verb="agenda.attachment_removed")
    assert told.text == "Et punkt fik fjernet et bilag"


def test_when_the_agenda_cannot_be_changed_its_files_stay(cast, as_user, item):
    added = attached(item, cast)
    cancel_meeting(item.meeting, reason=stages.REASON, by=cast.sekretariat)
    writer = as_user(cast.sekretariat)
    shown = writer.get(page(item)).text
    assert "Dagsordenen ligger fast" in shown
    assert added.address in shown
    assert added.removal_address not in shown
    assert "Dagsordenen ligger fast" in writer.post(page(item), upload("ny.pdf")).text
    writer.post(added.removal_address)
    assert list(item.attachments.all()) == [added]


def test_the_same_file_or_name_twice_and_one_too_many_are_refused(cast, item):
    attached(item, cast)
    with pytest.raises(Refused, match="vedlagt i forvejen"):
        attached(item, cast, "andet.pdf", files.pdf(words="budget.pdf"))
    with pytest.raises(Refused, match="allerede et bilag med navnet"):
        attached(item, cast, "budget.pdf", files.pdf(words="Noget andet"))
    for number in range(1, MOST):
        attached(item, cast, f"{number}.pdf")
    with pytest.raises(Refused, match="plads til 10 bilag"):
        attached(item, cast, "for-meget.pdf")


def test_the_database_holds_that_a_points_files_differ(cast, item):
    added = attached(item, cast)
    for wrong in ({"name": "andet.pdf"}, {"name": ""}):
        twice = AgendaAttachment(item=item, file=added.file, added_by=cast.sekretariat, **wrong)
        with pytest.raises(IntegrityError), transaction.atomic():
            twice.save()


def test_the_notice_names_the_files_and_guests_hear_of_none(cast, item):
    meeting = item.meeting
    attached(item, cast)
    attached(stages.item(cast, meeting, title="Personsag", is_closed=True), cast, "sag.pdf")
    cast.borgmester("Skive")
    guest = "gaest@example.org"
    attendance.invite_guest(meeting, name="En gæst", title="", email=guest, by=cast.sekretariat)
    attendance.call_meeting(meeting, by=cast.sekretariat)
    [own], [told] = (stages.mail_to(address) for address in ("borgmester.skive@example.org", guest))
    assert "1. »Tryghed i nattelivet« (bilag: budget.pdf)\n2. »Personsag« (bilag: sag.pdf)" in own.body
    assert "1. »Tryghed i nattelivet«" in told.body
    assert ".pdf" not in told.body


def test_the_agenda_on_paper_names_the_files_that_its_reader_may_see(cast, item):
    attached(item, cast)
    closed = stages.item(cast, item.meeting, title="Personsag", is_closed=True)
    attached(closed, cast, "sag.pdf")
    whole, open_points = (
        said_of(agenda_pdf(item.meeting, closed=seen), "pdftotext", "-", "-").decode()
        for seen in (True, False)
    )
    assert received("dagsorden.pdf", agenda_pdf(item.meeting, closed=True)).kind == PDF, (
        "it goes with another"
    )
    assert "Bilag: budget.pdf" in whole
    assert "Bilag: sag.pdf" in whole
    assert "Bilag: budget.pdf" in open_points
    assert "sag.pdf" not in open_points


def test_a_point_that_was_put_off_brings_its_files_along(cast, item):
    attached(item, cast)
    cancel_meeting(item.meeting, reason=stages.REASON, by=cast.sekretariat)
    following = stages.planned(cast, held_on=stages.in_days(80))
    [waiting] = waiting_for(following)
    [taken] = workflow.take_up(following, [waiting.key], by=cast.sekretariat)
    assert [one.name for one in taken.attachments.all()] == ["budget.pdf"]
    assert item.attachments.count() == 1


def wished_and_cancelled(cast, **changes) -> AgendaItem:
    """A member's wish on a meeting that was given up, with a file."""
    meeting = stages.planned(cast)
    mayor = cast.borgmester("Skive")
    workflow.ask_for_point(meeting.council, title="Lys på stien", text="", by=mayor)
    [item] = workflow.take_up(meeting, [one.key for one in waiting_for(meeting)], by=cast.sekretariat)
    attached(item, cast)
    AgendaItem.objects.filter(pk=item.pk).update(**changes)
    cancel_meeting(meeting, reason=stages.REASON, by=cast.sekretariat)
    return item


def taken_again(cast, days: int = 80) -> AgendaItem:
    following = stages.planned(cast, held_on=stages.in_days(days))
    [waiting] = waiting_for(following)
    [taken] = workflow.take_up(following, [waiting.key], by=cast.sekretariat)
    return taken


def test_what_waits_again_at_its_source_has_the_files_of_the_meeting_that_was_given_up(cast):
    first = wished_and_cancelled(cast)
    second = taken_again(cast)
    assert not second.is_closed
    assert [one.name for one in second.attachments.all()] == ["budget.pdf"]
    attached(second, cast, "mere.pdf")
    cancel_meeting(second.meeting, reason=stages.REASON, by=cast.sekretariat)
    third = taken_again(cast, 90)
    assert [one.name for one in third.attachments.all()] == ["budget.pdf", "mere.pdf"]
    assert first.attachments.count() == 1


def test_what_was_closed_on_a_meeting_that_was_given_up_is_so_again(cast):
    wished_and_cancelled(cast, is_closed=True)
    taken = taken_again(cast)
    assert (taken.is_closed, taken.attachments.count()) == (True, 1)


def test_a_point_to_prepare_has_its_files_and_those_of_the_meeting_that_was_given_up(cast, item):
    attached(item, cast)
    committee = cast.kontaktudvalg.memberships.get().council
    meeting = stages.planned(cast, committee, held_on=stages.in_days(20))
    [copy] = workflow.take_up(meeting, [f"prepares:{item.pk}"], by=cast.sekretariat)
    attached(copy, cast, "bemaerkninger.pdf")
    cancel_meeting(meeting, reason=stages.REASON, by=cast.sekretariat)
    again = stages.planned(cast, committee, held_on=stages.in_days(25))
    [taken] = workflow.take_up(again, [f"prepares:{item.pk}"], by=cast.sekretariat)
    assert [one.name for one in taken.attachments.all()] == ["budget.pdf", "bemaerkninger.pdf"]


def test_a_point_that_the_kontaktudvalg_prepares_has_its_files_there_too(cast, item):
    attached(item, cast)
    meeting = stages.planned(cast, cast.kontaktudvalg.memberships.get().council, held_on=stages.in_days(20))
    keys = [one.key for one in waiting_for(meeting)]
    taken = workflow.take_up(meeting, keys, by=cast.sekretariat)
    assert [one.name for point in taken for one in point.attachments.all()] == ["budget.pdf"]


@pytest.mark.parametrize("name", ["agenda", "meeting"])
def test_three_points_with_files_take_no_more_queries_than_one(cast, as_user, item, name):
    attached(item, cast)
    address = reverse(name, args=[item.meeting_id])
    reader = as_user(cast.sekretariat)
    reader.get(address)
    with CaptureQueriesContext(connection) as one:
        reader.get(address)
    for number in range(2):
        attached(stages.item(cast, item.meeting, title=f"Punkt {number}"), cast, f"{number}.pdf")
    with CaptureQueriesContext(connection) as three:
        shown = reader.get(address).text
    assert shown.count('attachments">') == 3
    assert len(three) == len(one) <= 12
    assert "content" not in " ".join(
        query["sql"].split("FROM")[0] for query in three if "storedfile" in query["sql"]
    )
