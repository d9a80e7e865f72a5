"""The secretariat keeps the units of its district's police: what is under what, and in which order."""

import csv
import io

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import OrganisationUnit
from councils.organisation import workflow
from councils.organisation.chart import chart, organisation
from councils.organisation.units import units
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.councils.organisation.stages import typed_unit, unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


@pytest.fixture
def director(cast):
    return unit(cast, "Politidirektøren")


@pytest.fixture
def local(cast, director):
    return unit(cast, "Lokalpolitiet", director)


@pytest.fixture
def herning(cast, local):
    return unit(cast, "Lokalpolitiet i Herning", local)


def address(cast, name: str, *more: object) -> str:
    return reverse(name, args=[cast.district.slug, *more])


def tree(cast) -> list[tuple[str, int]]:
    return [(row.unit.name, row.depth) for row in units(cast.district)]


def told(verb: str) -> str:
    return Event.objects.get(verb=f"organisation.{verb}", internal=True).text


def test_a_unit_is_added_as_the_last_under_another(client, cast, director, local):
    answer = client.post(address(cast, "add-unit"), typed_unit(name="Beredskab", parent_id=director.pk))
    assert answer.url == address(cast, "units")
    assert tree(cast) == [("Politidirektøren", 0), ("Lokalpolitiet", 1), ("Beredskab", 1)]
    made = OrganisationUnit.objects.get(name="Beredskab")
    assert (made.district, made.position) == (cast.district, 2)
    assert made.history.latest().history_user == cast.sekretariat
    assert told("unit_added") == "Oprettede enheden »Beredskab« under »Politidirektøren«"


def test_one_of_another_district_is_not_offered(client, cast):
    other = OrganisationUnit.objects.create(district=cast.other_district, name="Fyns")
    answer = client.post(address(cast, "add-unit"), typed_unit(name="Beredskab", parent_id=other.pk))
    assert answer.status_code == 422
    assert "Beredskab" in answer.text
    assert not cast.district.units.exists()


def test_it_is_renamed_and_the_record_says_what_it_was_called(client, cast, local):
    typed = typed_unit(name="Lokalt politi", parent_id=local.parent_id)
    client.post(address(cast, "edit-unit", local.pk), typed)
    local.refresh_from_db()
    assert (local.name, local.version) == ("Lokalt politi", 2)
    assert told("unit_changed") == (
        "Rettede enheden »Lokalpolitiet« til »Lokalt politi« under »Politidirektøren«"
    )


def test_it_is_put_under_another_with_all_that_is_below(client, cast, director, local, herning):
    staff = unit(cast, "Staben", director, 2)
    client.post(address(cast, "edit-unit", local.pk), typed_unit(parent_id=staff.pk))
    assert tree(cast) == [
        ("Politidirektøren", 0),
        ("Staben", 1),
        ("Lokalpolitiet", 2),
        ("Lokalpolitiet i Herning", 3),
    ]


def test_none_is_put_below_itself(client, cast, director, local, herning):
    answer = client.post(address(cast, "edit-unit", local.pk), typed_unit(parent_id=herning.pk))
    assert answer.status_code == 422
    with pytest.raises(Refused, match="hører selv under »Lokalpolitiet«"):
        workflow.edit_unit(local, name=local.name, parent_id=herning.pk, version=1, by=cast.sekretariat)
    local.refresh_from_db()
    assert local.parent == director


def test_the_database_holds_that_none_is_below_itself(local, herning):
    with pytest.raises(IntegrityError, match="is below itself"), transaction.atomic():
        OrganisationUnit.objects.filter(pk=local.pk).update(parent=herning)


def test_the_database_holds_that_none_is_under_one_of_another_district(cast, director):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(IntegrityError, match="in_the_district_of_the_one_above"), transaction.atomic():
        OrganisationUnit.objects.create(district=cast.other_district, parent=director, name="Fyns")


def test_one_put_under_a_unit_that_is_deleted_meanwhile_is_refused(cast, director, local):
    gone = unit(cast, "Staben", director, 2)
    gone_pk = gone.pk
    gone.delete()
    with pytest.raises(Refused, match="er slettet"):
        workflow.edit_unit(local, name=local.name, parent_id=gone_pk, version=1, by=cast.sekretariat)


def test_who_was_first_is_told_to_who_saves_over_it(client, cast, local):
    page = address(cast, "edit-unit", local.pk)
    client.post(page, typed_unit(name="Den førstes", parent_id=local.parent_id))
    answer = client.post(page, typed_unit(name="Den andens", parent_id=local.parent_id))
    assert answer.status_code == 409
    assert "Den førstes" in answer.text
    assert "Den andens" in answer.text
    local.refresh_from_db()
    assert local.name == "Den førstes"


def test_the_same_sent_twice_is_saved_once(client, cast, local):
    typed = typed_unit(name="Lokalt politi", parent_id=local.parent_id)
    for _ in range(2):
        assert client.post(address(cast, "edit-unit", local.pk), typed).status_code == 302
    assert Event.objects.filter(verb="organisation.unit_changed").count() == 1


def test_it_goes_past_its_neighbour_under_the_same_unit(client, cast, director, local, herning):
    unit(cast, "Beredskab", director, 2)
    answer = client.post(address(cast, "move-unit", local.pk), {"step": "down"}, follow=True)
    assert [name for name, _ in tree(cast)] == [
        "Politidirektøren",
        "Beredskab",
        "Lokalpolitiet",
        "Lokalpolitiet i Herning",
    ]
    assert "»Lokalpolitiet« er nu nummer 2 under »Politidirektøren«." in answer.text
    assert told("unit_moved") == "Satte enheden »Lokalpolitiet« som nummer 2 under »Politidirektøren«"
    client.post(address(cast, "move-unit", herning.pk), {"step": "up"})
    assert Event.objects.filter(verb="organisation.unit_moved").count() == 1
    assert client.post(address(cast, "move-unit", local.pk), {"step": "x"}).status_code == 404


def test_one_with_others_under_it_leads_to_them_first(client, cast, local, herning):
    page = address(cast, "delete-unit", local.pk)
    assert address(cast, "edit-unit", herning.pk) in client.get(page).text
    answer = client.post(page, follow=True)
    assert "Under »Lokalpolitiet« hører Lokalpolitiet i Herning." in answer.text
    assert OrganisationUnit.objects.filter(pk=local.pk).exists()
    assert not Event.objects.filter(verb="organisation.unit_removed").exists()


def test_a_deleted_one_is_put_back_where_it_was(client, cast, local, herning):
    client.post(address(cast, "delete-unit", herning.pk))
    assert not OrganisationUnit.objects.filter(pk=herning.pk).exists()
    assert told("unit_removed") == "Slettede enheden »Lokalpolitiet i Herning« under »Lokalpolitiet«"
    assert address(cast, "restore-unit", herning.pk) in client.get(address(cast, "units")).text
    for _ in range(2):
        client.post(address(cast, "restore-unit", herning.pk))
    back = OrganisationUnit.objects.get(name="Lokalpolitiet i Herning")
    assert (back.pk, back.parent, back.version) == (herning.pk, local, 2)
    assert told("unit_restored") == ("Satte enheden »Lokalpolitiet i Herning« ind igen under »Lokalpolitiet«")
    assert "Slettede enheder" not in client.get(address(cast, "units")).text


def test_one_whose_place_is_gone_comes_back_on_top(client, cast, director, local):
    for gone in (local, director):
        client.post(address(cast, "delete-unit", gone.pk))
    client.post(address(cast, "restore-unit", local.pk))
    assert tree(cast) == [("Lokalpolitiet", 0)]


def test_what_another_district_deleted_is_not_put_back(client, cast):
    other = OrganisationUnit.objects.create(district=cast.other_district, name="Fyns")
    pk = other.pk
    other.delete()
    assert client.post(address(cast, "restore-unit", pk)).status_code == 404
    assert "Fyns" not in client.get(address(cast, "units")).text


def test_members_read_and_do_not_write(cast, as_user, local):
    shown = as_user(cast.formand_herning).get(address(cast, "units")).text
    assert "Lokalpolitiet" in shown
    assert address(cast, "edit-unit", local.pk) not in shown
    assert "Slettede enheder" not in shown


def test_the_list_as_a_file(client, cast, herning):
    answer = client.get(address(cast, "units-sheet", "csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Enhed", "Hører under", "Niveau"]
    assert rows[-1] == ["Lokalpolitiet i Herning", "Lokalpolitiet", "3"]


def test_the_chart_has_a_box_for_each_under_the_one_on_top(cast, herning, director):
    unit(cast, "Beredskab", director, 2)
    drawn = chart(organisation(cast.district))
    assert drawn.frames[-1].name == "Politiets enheder: Politidirektøren"
    names = [box.name[0][1] for box in drawn.boxes]
    assert names[-2:] == ["Lokalpolitiet", "Beredskab"]
    assert [text for _, text in drawn.boxes[-2].lines] == ["Lokalpolitiet i Herning"]


def test_it_costs_the_same_with_one_unit_and_with_three(client, cast, director):
    def cost(name: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(address(cast, name)).status_code == 200
        return len(found)

    first = [cost("units"), cost("organisation")]
    unit(cast, "Lokalpolitiet i Herning", unit(cast, "Lokalpolitiet", director))
    assert [cost("units"), cost("organisation")] == first
    assert max(first) <= 12
