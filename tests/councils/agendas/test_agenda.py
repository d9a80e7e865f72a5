"""What a meeting is to talk of: written, moved, closed, and taken from what waits."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.agendas import workflow
from councils.agendas.sources import waiting_for
from councils.models import AgendaItem, AgendaRequest, Meeting
from plans.duties.models import Duty
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from samarbejde.transitions import Refused
from tests.councils.meetings import stages
from tests.making import a_plan, an_edition
from tests.plans.approval import stages as approval
from tests.plans.proposals import stages as proposals

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast) -> Meeting:
    return stages.planned(cast)


def at(name, meeting, *more):
    return reverse(name, args=[meeting.pk, *more])


def titles(meeting) -> list[str]:
    return [item.title for item in meeting.agenda.order_by("position")]


def three(cast, meeting) -> list[AgendaItem]:
    return [stages.item(cast, meeting, title=title) for title in ("Et", "To", "Tre")]


def test_a_point_is_written_and_read_by_the_whole_council(cast, as_user, meeting):
    seen = as_user(cast.sekretariat).post(at("add-item", meeting), stages.typed_item())
    assert seen.url == at("agenda", meeting)
    item = meeting.agenda.get()
    assert (item.position, item.title, item.presenter) == (1, "Tryghed i nattelivet", "Politidirektøren")
    assert item.history.get().history_user == cast.sekretariat
    page = as_user(cast.borgmester("Skive")).get(at("meeting", meeting)).text
    assert "Tryghed i nattelivet" in page
    assert at("agenda", meeting) not in page


def test_what_is_wrong_comes_back_as_it_was_typed(cast, as_user, meeting):
    typed = stages.typed_item(title="  ", text="Om 010190-1232 i Skive")
    seen = as_user(cast.sekretariat).post(at("add-item", meeting), typed)
    assert seen.status_code == 422
    assert "Feltet skal udfyldes" in seen.text
    assert "Om 010190-1232 i Skive" in seen.text
    assert not meeting.agenda.exists()


def test_points_change_places(cast, as_user, meeting):
    first, _, last = three(cast, meeting)
    client = as_user(cast.sekretariat)
    client.post(at("agenda", meeting), {"item": last.pk, "step": "up"})
    assert titles(meeting) == ["Et", "Tre", "To"]
    seen = client.post(at("agenda", meeting), {"item": first.pk, "step": "down"}, follow=True)
    assert titles(meeting) == ["Tre", "Et", "To"]
    assert "Punktet er nu nummer 2." in seen.text
    workflow.move_item(meeting.agenda.get(title="Tre"), "up", by=cast.sekretariat)
    assert titles(meeting) == ["Tre", "Et", "To"], "nothing is above the first"
    assert client.post(at("agenda", meeting), {"item": "x", "step": "up"}).status_code == 404
    assert client.post(at("agenda", meeting), {"item": first.pk, "step": "sidelæns"}).status_code == 404


def test_two_who_write_one_point_meet_each_others_words(cast, as_user, meeting):
    item = stages.item(cast, meeting)
    workflow.edit_item(item, {"title": "Natteliv i Skive"}, version=1, by=cast.direktoer)
    seen = as_user(cast.sekretariat).post(at("edit-item", meeting, item.pk), stages.typed_item(title="Nat"))
    assert seen.status_code == 409
    assert "har gemt punktet, mens du skrev" in seen.text
    assert meeting.agenda.get().title == "Natteliv i Skive"


def test_a_point_of_another_meeting_is_not_found(cast, as_user, meeting):
    other = stages.item(cast, stages.planned(cast, held_on=stages.in_days(90)))
    client = as_user(cast.sekretariat)
    assert client.get(at("edit-item", meeting, other.pk)).status_code == 404
    assert client.post(at("agenda", meeting), {"item": other.pk, "step": "up"}).status_code == 404


def test_a_closed_point_is_seen_by_the_council_alone(cast, as_user):
    """The kredsråd's secretariat follows the lokalråd: it sees no trace, not even a number left out."""
    meeting = stages.hernings(cast)
    chair = cast.formand_herning
    for title, closed in (("Et", False), ("Personsag", True), ("Tre", False)):
        stages.item(cast, meeting, by=chair, title=title, is_closed=closed)
    stages.call_straight(meeting)
    inside = as_user(cast.medlem_herning).get(at("meeting", meeting)).text
    assert "Personsag" in inside
    assert "Lukket punkt" in inside
    outside = as_user(cast.sekretariat).get(at("meeting", meeting))
    assert [item.title for item in outside.context["items"]] == ["Et", "Tre"]
    assert "Personsag" not in outside.text
    assert "ukket punkt" not in outside.text
    assert [event.verb for event in outside.context["events"]] == ["meeting.planned"]
    assert not Event.objects.filter(text__contains="Personsag").exists()


def test_what_is_postponed_is_offered_to_the_next_meeting(cast, meeting):
    old = Meeting.objects.create(
        council=meeting.council, held_on=stages.in_days(-30), place="Viborg", state="held"
    )
    AgendaItem.objects.create(meeting=old, position=1, title="Nået")
    left = AgendaItem.objects.create(
        meeting=old, position=2, title="Ikke nået", text="Om lys", is_postponed=True, is_closed=True
    )
    [waiting] = waiting_for(meeting)
    assert (waiting.title, waiting.is_closed) == ("Ikke nået", True)
    [item] = workflow.take_up(meeting, [waiting.key], by=cast.sekretariat)
    assert (item.carried_from, item.text, item.is_closed) == (left, "Om lys", True)
    assert waiting_for(meeting) == []
    with pytest.raises(Refused, match="venter ikke mere"):
        workflow.take_up(meeting, [waiting.key], by=cast.sekretariat)


def test_a_plan_in_consultation_and_its_proposals_wait_for_the_kredsraad(cast, as_user, meeting):
    plan = approval.in_consultation(cast)
    found = {one.key.partition(":")[0]: one for one in waiting_for(meeting)}
    assert found["plan"].title == f"Drøftelse af {plan.title}"
    as_user(cast.sekretariat).post(at("agenda", meeting), {"key": found["plan"].key, "step": "take"})
    assert meeting.agenda.get().source == found["plan"].key
    assert waiting_for(stages.hernings(cast)) == []


def test_a_proposal_waits_for_the_kredsraad_until_it_is_decided(cast, meeting):
    proposal = proposals.submitted(cast)
    [waiting] = [one for one in waiting_for(meeting) if one.key.startswith("proposal:")]
    assert waiting.key == f"proposal:{proposal.pk}"
    assert proposal.title in waiting.title


def test_duties_of_the_quarter_wait_for_whom_they_are_laid_on(cast, meeting):
    day = meeting.held_on
    quarter = (day.month - 1) // 3 + 1
    plan = a_plan(cast.kredsraad(), day.year)
    for wording, addressee, due in (
        ("Fortæl om skolerne", "all_local", quarter),
        ("Se på nattelivet", "police", quarter),
        ("Senere", "all_local", quarter % 4 + 1),
    ):
        laid = {"addressee": addressee, "due_year": day.year, "due_quarter": due}
        Duty.objects.create(plan=plan, wording=wording, **laid)
    an_edition(plan)
    assert [one.title for one in waiting_for(meeting)] == ["Fortæl om skolerne", "Se på nattelivet"]
    found = [one.title for one in waiting_for(stages.hernings(cast))]
    assert found == ["Fortæl om skolerne", f"Handleplaner for {day.year}"]


def test_a_member_asks_for_a_point_and_it_is_taken_up(cast, as_user):
    meeting = stages.hernings(cast)
    asked = {"title": "Lys på stien", "text": "Den er mørk."}
    address = reverse("ask-for-point", args=[meeting.council_id])
    assert as_user(cast.medlem_herning).post(address, asked).status_code == 302
    letter = Message.objects.get()
    assert letter.to == cast.formand_herning
    assert "»Lys på stien«" in letter.body
    request = AgendaRequest.objects.get()
    chair = as_user(cast.formand_herning)
    assert "Lys på stien" in chair.get(at("agenda", meeting)).text
    chair.post(at("agenda", meeting), {"key": f"request:{request.pk}", "step": "take"})
    request.refresh_from_db()
    assert (request.state, request.item.meeting) == ("taken", meeting)
    assert "er på dagsordenen for mødet" in Message.objects.get(to=cast.medlem_herning).body
    workflow.delete_item(request.item, by=cast.formand_herning)
    request.refresh_from_db()
    assert (request.state, request.item, request.answered_by) == ("waiting", None, None)


def test_a_wish_is_declined_with_a_reason(cast, as_user):
    council = cast.lokalraad("Herning")
    request = workflow.ask_for_point(council, title="Fest", text="", by=cast.medlem_herning)
    address = reverse("decline-request", args=[council.pk, request.pk])
    client = as_user(cast.formand_herning)
    assert client.post(address, {"reason": ""}).status_code == 422
    client.post(address, {"reason": "Det er ikke rådets sag."})
    request.refresh_from_db()
    assert (request.state, request.answer) == ("declined", "Det er ikke rådets sag.")
    assert "Det er ikke rådets sag." in Message.objects.get(to=cast.medlem_herning).body
    with pytest.raises(Refused):
        workflow.decline_request(request, reason="Igen", by=cast.formand_herning)
    own = as_user(cast.medlem_herning).get(reverse("council-meetings", args=[council.pk])).text
    assert "Det er ikke rådets sag." in own
    assert "Fest" not in as_user(cast.sekretariat).get(reverse("council-meetings", args=[council.pk])).text


def test_the_agenda_costs_the_same_with_one_and_with_three(cast, as_user):
    meeting = stages.hernings(cast)
    client = as_user(cast.formand_herning)

    def more(number):
        stages.item(cast, meeting, by=cast.formand_herning, title=f"Punkt {number}")
        workflow.ask_for_point(meeting.council, title=f"{number}", text="", by=cast.medlem_herning)

    def cost(address):
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return len(found)

    pages = [
        at("agenda", meeting),
        at("meeting", meeting),
        reverse("council-meetings", args=[meeting.council_id]),
    ]
    more(1)
    [client.get(page) for page in pages]
    before = [cost(page) for page in pages]
    more(2)
    more(3)
    assert [cost(page) for page in pages] == before
    assert max(before) <= 12
