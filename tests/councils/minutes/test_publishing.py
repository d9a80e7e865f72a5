"""Citizens read the open points of approved minutes, frozen as they were published."""

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.minutes import workflow
from councils.minutes.freezing import content_hash
from councils.minutes.publishing import publish_minutes
from councils.models import AgendaItem, Meeting, PublishedMinutes, PublishedMinutesFile
from plans.publication.pdf.checking import findings
from samarbejde.transitions import Refused
from tests.councils.attendance.test_calling import text_of
from tests.councils.minutes import stages

pytestmark = pytest.mark.django_db

SECRET = ("Personsag", "personsag", "ukket punkt", "is_closed")


def public(published: PublishedMinutes, name: str = "public-minutes") -> str:
    slug = published.meeting.council.district.slug
    return reverse(name, args=[slug, published.address])


def publish(cast, meeting) -> PublishedMinutes:
    return publish_minutes(meeting, by=cast.formand_herning)


def another(published: PublishedMinutes, day: str) -> None:
    """Published minutes of another day, straight into the table."""
    meeting = Meeting.objects.create(
        council=published.meeting.council, held_on=day, place="Herning", state="held"
    )
    PublishedMinutes.objects.create(
        meeting=meeting,
        number=1,
        address=f"{day}-lokalraad-herning",
        held_on=day,
        text=published.text,
        content_hash=published.content_hash,
        published_by=published.published_by,
    )


def test_the_chair_publishes_and_anybody_reads(cast, as_user):
    meeting = stages.approved(cast)
    client = as_user(cast.formand_herning)
    assert "Gør de åbne punkter offentlige" in client.get(reverse("minutes", args=[meeting.pk])).text
    client.post(reverse("publish-minutes", args=[meeting.pk]))
    published = PublishedMinutes.objects.get()
    assert published.address == f"{meeting.held_on.isoformat()}-lokalraad-herning"
    assert published.content_hash == content_hash(published.text)
    page = Client().get(public(published))
    assert page.status_code == 200
    assert "Politiet fortalte om weekenden." in page.text
    assert "Der sættes lys op." in page.text
    assert page.cookies == {}
    shown = Client().get(reverse("public-meetings", args=[cast.district.slug])).text
    assert public(published) in shown
    assert "1 punkt" in shown
    assert public(published) in client.get(reverse("minutes", args=[meeting.pk])).text


def test_no_trace_of_a_closed_point(cast):
    meeting = stages.approved(cast)
    closed = meeting.agenda.get(is_closed=True)
    workflow.correct(closed, text="Om personsagen", reason="Fejl", by=cast.formand_herning)
    published = publish(cast, meeting)
    citizen = Client()
    pdf = citizen.get(public(published, "public-minutes-pdf")).content
    assert findings(pdf) == []
    everywhere = [
        str(published.text),
        citizen.get(public(published)).text,
        citizen.get(reverse("public-meetings", args=[cast.district.slug])).text,
        text_of(pdf),
        citizen.get(reverse("search"), {"q": "personsag"}).text.replace('value="personsag"', ""),
    ]
    for text in everywhere[:4]:
        assert not [words for words in SECRET if words in text]
    assert "Personsag" not in everywhere[4]
    with pytest.raises(Refused, match="allerede offentligt"):
        publish(cast, meeting)  # the correction of a closed point is nothing new to citizens


def test_a_correction_makes_the_next_number_at_the_same_address(cast):
    meeting = stages.approved(cast)
    first = publish(cast, meeting)
    with pytest.raises(Refused, match="allerede offentligt"):
        publish(cast, meeting)
    item = meeting.agenda.get(position=1)
    workflow.correct(item, text="Det var onsdag.", reason="En skrivefejl.", by=cast.formand_herning)
    second = publish(cast, meeting)
    assert (second.number, second.address) == (2, first.address)
    page = Client().get(public(second)).text
    assert "Det var onsdag." in page
    assert "2. udgave" in page
    shown = Client().get(reverse("public-meetings", args=[cast.district.slug])).text
    assert shown.count(public(second) + '"') == 1


def test_it_is_frozen_and_kept(cast):
    meeting = stages.approved(cast)
    published = publish(cast, meeting)
    AgendaItem.objects.filter(meeting=meeting).update(minutes="Skrevet om")
    assert "Skrevet om" not in Client().get(public(published)).text
    for model, change in ((PublishedMinutes, {"number": 7}), (PublishedMinutesFile, {"content": b"x"})):
        with pytest.raises(DatabaseError), transaction.atomic():
            model.objects.update(**change)
    file = Client().get(public(published, "public-minutes-pdf")).content
    assert hashlib.sha256(file).digest() == hashlib.sha256(bytes(published.file.content)).digest()


def test_what_is_not_approved_or_is_closed_is_not_published(cast):
    meeting = stages.sent(cast)
    with pytest.raises(Refused, match="skal være godkendt"):
        publish(cast, meeting)
    AgendaItem.objects.filter(meeting=meeting).update(is_closed=True)
    with pytest.raises(Refused, match="Alle punkter er lukkede"):
        publish(cast, workflow.approve(meeting, by=cast.formand_herning))
    assert not PublishedMinutes.objects.exists()


def test_another_districts_address_leads_nowhere(cast):
    published = publish(cast, stages.approved(cast))
    elsewhere = reverse("public-minutes", args=[cast.other_district.slug, published.address])
    assert Client().get(elsewhere).status_code == 404
    assert Client().get(reverse("public-meetings", args=["ingen-kreds"])).status_code == 404
    empty = Client().get(reverse("public-meetings", args=[cast.other_district.slug])).text
    assert "Ingen referater er offentlige endnu" in empty


def test_the_list_costs_the_same_with_one_and_with_three(cast):
    published = publish(cast, stages.approved(cast))
    address = reverse("public-meetings", args=[cast.district.slug])

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert Client().get(address).status_code == 200
        return len(found)

    one = cost()
    another(published, "2026-02-03")
    another(published, "2025-02-03")
    assert cost() == one <= 4
    with CaptureQueriesContext(connection) as found:
        Client().get(public(published))
    assert len(found) == 1
