"""The secretariat keeps its district's fora; which kommuner take part stands as a matrix and as a net."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import Forum, ForumParticipation
from councils.organisation.matrix import matrix
from councils.organisation.network import network, party_names
from samarbejde.events.models import Event
from tests.councils.organisation import stages
from tests.councils.organisation.stages import WHY, forum, typed_forum, typed_participation

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def address(cast, name: str, *more: object) -> str:
    return reverse(name, args=[cast.district.slug, *more])


def reasons(one: Forum) -> dict[str, str]:
    """By kommune: why not, or `ja`."""
    told = ForumParticipation.objects.filter(forum=one).select_related("municipality")
    return {part.municipality.name: "ja" if part.takes_part else part.reason for part in told}


def test_a_new_forum_is_the_last_and_leads_on_to_its_kommuner(client, cast):
    forum(cast, position=4)
    answer = client.post(address(cast, "add-forum"), typed_forum())
    made = Forum.objects.get(name="PSP-samarbejdet")
    assert answer.url == address(cast, "say-who-takes-part", made.pk)
    assert (made.district, made.position, made.rhythm) == (cast.district, 5, "Hver måned")
    assert (made.participants, made.responsible) == ("Socialchefen", "Koordinatoren")
    event = Event.objects.get(verb="organisation.forum_added")
    assert event.actor == cast.sekretariat
    assert event.internal
    assert "PSP-samarbejdet" in event.text


def test_a_second_of_one_name_is_refused_and_keeps_what_was_typed(client, cast):
    forum(cast)
    answer = client.post(address(cast, "add-forum"), typed_forum(name="SSP-samarbejdet", rhythm="Hver uge"))
    assert answer.status_code == 409
    assert "har allerede et forum med det navn" in answer.text
    assert "Hver uge" in answer.text
    assert Forum.objects.count() == 1


def test_a_forum_is_corrected_and_its_history_says_by_whom(client, cast):
    one = forum(cast)
    client.post(address(cast, "edit-forum", one.pk), typed_forum(name="SSP-samarbejdet", code="SSP"))
    one.refresh_from_db()
    assert (one.purpose, one.version) == ("Hjælp", 2)
    assert one.history.latest().history_user == cast.sekretariat
    assert Event.objects.filter(verb="organisation.forum_changed", actor=cast.sekretariat).count() == 1


def test_who_was_first_is_told_to_who_saves_over_it(client, cast):
    one = forum(cast)
    client.post(address(cast, "edit-forum", one.pk), typed_forum(name="Den førstes"))
    answer = client.post(address(cast, "edit-forum", one.pk), typed_forum(name="Den andens"))
    assert answer.status_code == 409
    assert "Den førstes" in answer.text
    assert "Den andens" in answer.text
    one.refresh_from_db()
    assert one.name == "Den førstes"


def test_one_left_out_has_a_reason(client, cast):
    one = forum(cast)
    page = address(cast, "say-who-takes-part", one.pk)
    wrong = client.post(page, typed_participation(cast, {"Lemvig": ""}))
    assert wrong.status_code == 422
    assert "Skriv, hvorfor kommunen ikke deltager" in wrong.text
    assert reasons(one)["Lemvig"] == "ja"
    client.post(page, typed_participation(cast, {"Lemvig": "Har få unge"}))
    assert reasons(one) == dict.fromkeys((place.name for place in cast.municipalities), "ja") | {
        "Lemvig": "Har få unge"
    }
    event = Event.objects.get(verb="organisation.participation")
    assert event.text == "I »SSP-samarbejdet« deltager alle kommuner undtagen Lemvig"


def test_a_reason_beside_a_tick_is_not_kept(client, cast):
    one = forum(cast)
    skive = next(place for place in cast.municipalities if place.name == "Skive")
    typed = typed_participation(cast, **{f"reason_{skive.pk}": WHY})
    client.post(address(cast, "say-who-takes-part", one.pk), typed)
    assert reasons(one)["Skive"] == "ja"


def test_the_kommuner_that_two_people_say_are_told_to_the_second(client, cast):
    one = forum(cast)
    page = address(cast, "say-who-takes-part", one.pk)
    client.post(page, typed_participation(cast, {"Lemvig": "Den førstes grund"}))
    answer = client.post(page, typed_participation(cast, {"Lemvig": "Den andens grund"}))
    assert answer.status_code == 409
    assert "Den førstes grund" in answer.text
    assert "Den andens grund" in answer.text
    assert reasons(one)["Lemvig"] == "Den førstes grund"


def test_the_same_sent_twice_is_saved_once(client, cast):
    one = forum(cast)
    page = address(cast, "say-who-takes-part", one.pk)
    for _ in range(2):
        assert client.post(page, typed_participation(cast)).status_code == 302
    assert Event.objects.filter(verb="organisation.participation").count() == 1


def names(cast) -> list[str]:
    return [one.name for one in cast.district.forums.all()]


def test_the_secretariat_keeps_the_order(client, cast):
    """Of those that an administrator wrote in, all have the same place."""
    for name in ("Bb", "Aa", "Cc"):
        Forum.objects.create(district=cast.district, name=name)
    elsewhere = Forum.objects.create(district=cast.other_district, name="Et andet", position=7)
    last = Forum.objects.get(name="Cc")
    answer = client.post(address(cast, "move-forum", last.pk), {"step": "up"}, follow=True)
    assert names(cast) == ["Aa", "Cc", "Bb"]
    assert "»Cc« er nu nummer 2." in answer.text
    event = Event.objects.get(verb="organisation.forum_moved")
    assert (event.text, event.actor) == ("Satte samarbejdsforummet »Cc« som nummer 2", cast.sekretariat)
    assert last.history.latest().history_user == cast.sekretariat
    client.post(address(cast, "move-forum", last.pk), {"step": "down"})
    assert names(cast) == ["Aa", "Bb", "Cc"]
    elsewhere.refresh_from_db()
    assert elsewhere.position == 7


def test_at_the_end_of_the_list_nothing_happens(client, cast):
    first = Forum.objects.create(district=cast.district, name="Aa")
    Forum.objects.create(district=cast.district, name="Bb")
    assert client.post(address(cast, "move-forum", first.pk), {"step": "up"}).status_code == 302
    assert names(cast) == ["Aa", "Bb"]
    assert not Event.objects.filter(verb="organisation.forum_moved").exists()
    assert client.post(address(cast, "move-forum", first.pk), {"step": "sideways"}).status_code == 404


def test_the_ends_of_the_list_offer_one_way(client, cast, as_user):
    first, last = (Forum.objects.create(district=cast.district, name=name) for name in ("Aa", "Bb"))
    shown = client.get(address(cast, "forums")).text
    assert f'id="{first.anchor}-down"' in shown
    assert f'id="{first.anchor}-up"' not in shown
    assert f'id="{last.anchor}-up"' in shown
    assert f'id="{last.anchor}-down"' not in shown
    assert "Rækkefølge" not in as_user(cast.formand_herning).get(address(cast, "forums")).text


def test_a_deleted_forum_takes_its_kommuner_along_and_is_told(client, cast):
    one = forum(cast)
    client.post(address(cast, "delete-forum", one.pk))
    assert not Forum.objects.exists()
    assert not ForumParticipation.objects.exists()
    assert Forum.history.filter(history_type="-").get().history_user == cast.sekretariat
    assert Event.objects.filter(verb="organisation.forum_removed").count() == 1


def test_the_matrix_says_who_takes_part_who_does_not_and_of_whom_nothing_is_said(client, cast):
    forum(cast)
    found = {row.municipality.name: row.cells[0] for row in matrix(cast.district).rows}
    assert (found["Herning"].words, found["Skive"].words, found["Viborg"].words) == ("ja", "nej", "")
    assert found["Skive"].reason == WHY
    shown = client.get(address(cast, "forums")).text
    assert WHY in shown
    assert "ikke sagt endnu" in shown


def test_the_matrix_as_a_file(client, cast):
    forum(cast)
    answer = client.get(address(cast, "forums-sheet", "csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Kommune", "SSP"]
    told = dict(rows[1:])
    assert (told["Herning"], told["Skive"], told["Viborg"]) == ("ja", f"nej: {WHY}", "")


def test_the_net_has_a_line_for_each_that_takes_part_and_one_apart_for_each_that_does_not(cast):
    forum(cast)
    forum(cast, code="PSP", name="PSP-samarbejdet", parties="Politi og psykiatri")
    drawn = network(matrix(cast.district))
    assert [node.name for node in drawn.forums] == ["PSP", "SSP"]
    assert {node.name for node in drawn.parties} == {"Politi", "Psykiatri", "Skoler", "Sociale myndigheder"}
    assert sum(link.is_left_out for link in drawn.links) == 2
    assert len(drawn.links) == 2 * 10 + 2 + 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Skoler, sociale myndigheder og politi", ["Skoler", "Sociale myndigheder", "Politi"]),
        ("Kultur og fritid\nPoliti", ["Kultur og fritid", "Politi"]),
        ("", []),
    ],
)
def test_parties_are_told_apart(text, names):
    assert party_names(text) == names


def test_members_read_and_do_not_write(cast, as_user):
    one = forum(cast)
    reader = as_user(cast.formand_herning)
    page = reader.get(address(cast, "forum", one.pk)).text
    assert WHY in page
    assert address(cast, "edit-forum", one.pk) not in page
    assert address(cast, "add-forum") not in reader.get(address(cast, "forums")).text


def test_it_costs_the_same_with_one_forum_and_with_three(client, cast):
    def cost(page: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(page).status_code == 200
        return len(found)

    one = stages.forum(cast)
    pages = [address(cast, "forums"), address(cast, "organisation"), address(cast, "forum", one.pk)]
    first = [cost(page) for page in pages]
    for number in range(2):
        stages.forum(cast, name=f"Forum {number}", code=f"F{number}")
    assert [cost(page) for page in pages] == first
    assert max(first) <= 12
