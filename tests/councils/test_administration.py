import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from councils.models import (
    Council,
    Forum,
    Membership,
    Municipality,
    OrganisationUnit,
    PoliceStation,
    PreventionArea,
)
from councils.register.admin import CouncilAdmin
from samarbejde.accounts.models import User
from samarbejde.events.models import Event
from samarbejde.events.recording import record
from samarbejde.histories import with_editor
from samarbejde.site.administration import administration
from tests.cast import person
from tests.councils.admin_pages import council_fields, page, rows, term

pytestmark = pytest.mark.django_db


def test_a_lokalraad_is_not_moved_from_the_district_of_its_kommune(admin, cast):
    council = cast.lokalraad("Herning")
    fields = council_fields(council) | {"district": cast.other_district.pk} | rows("memberships")

    response = admin.post(reverse("admin:councils_council_change", args=[council.pk]), fields)

    assert "Herning ligger i Midt- og Vestjyllands Politi." in page(response)
    council.refresh_from_db()
    assert council.district == cast.district


def test_a_kommune_left_out_without_reason_is_refused(admin, cast):
    forum = Forum.objects.create(district=cast.district, name="PSP-samarbejdet")
    herning = Municipality.objects.get(name="Herning")
    fields = {
        "district": cast.district.pk,
        "name": forum.name,
        "position": 0,
        "code": "",
        "purpose": "",
        "parties": "",
    }
    left_out = {"municipality": herning.pk, "reason": "", "forum": forum.pk}

    response = admin.post(
        reverse("admin:councils_forum_change", args=[forum.pk]), fields | rows("participations", left_out)
    )

    assert "Skriv, hvorfor kommunen ikke deltager." in page(response)
    assert not forum.participations.exists()


def test_what_only_the_database_sees_is_no_crash(admin, cast, monkeypatch):
    def too_late(self, *args):
        raise IntegrityError("no_two_chairs_at_once")

    monkeypatch.setattr(CouncilAdmin, "save_model", too_late)
    council = cast.lokalraad("Herning")

    address = reverse("admin:councils_council_change", args=[council.pk])
    response = admin.post(address, council_fields(council) | rows("memberships"), follow=True)

    assert "Det passer ikke med noget, der er gemt." in page(response)


def test_history_reads_in_danish(admin, cast):
    membership = Membership.objects.get(user=cast.formand_herning)
    fields = term(
        membership.user, membership.council, role="vice_chair", first_day="01-01-2022", last_day="31-12-2027"
    )
    admin.post(reverse("admin:councils_membership_change", args=[membership.pk]), fields)

    shown = page(admin.get(reverse("admin:councils_membership_history", args=[membership.pk])))

    assert "rolle: »formand« blev »næstformand«" in shown.lower()
    assert "fra 1. januar 2022, før 1. januar 2028" in shown
    assert "Administratoren" in shown
    event = Event.objects.get(verb="register.changed")
    assert "rolle »formand« → »næstformand«" in event.text
    told = page(admin.get(reverse("admin:accounts_user_history", args=[membership.user_id])))
    assert "rolle »formand« → »næstformand«" in told


def test_nothing_is_brought_back_from_history(admin, cast):
    membership = Membership.objects.get(user=cast.formand_herning)
    version = membership.history.first()
    address = reverse("admin:councils_membership_history", args=[membership.pk]) + f"{version.pk}/"

    assert admin.post(address, {}).status_code in (302, 404)
    assert admin.get(address, follow=True).status_code in (200, 404)
    assert not [name for name in administration._registry if name.__name__.startswith("Historical")]


def test_deleting_is_written_down_and_a_used_row_cannot_go(admin, cast):
    area = PreventionArea.objects.create(
        municipality=Municipality.objects.get(name="Herning"), name="Brændgård", from_year=2025
    )
    admin.post(reverse("admin:councils_preventionarea_delete", args=[area.pk]), {"post": "yes"})
    assert not PreventionArea.objects.exists()
    assert (
        Event.objects.get(verb="register.removed").text == "Slettede forebyggelsesområde »Brændgård, Herning«"
    )

    assert cast.formand_herning
    council = cast.lokalraad("Herning")
    kept = admin.post(reverse("admin:councils_council_delete", args=[council.pk]), {"post": "yes"})
    assert kept.status_code == 200
    assert Council.objects.filter(pk=council.pk).exists()


def test_somebody_whose_hand_stands_in_the_history_cannot_go(admin, cast):
    council, writer = cast.lokalraad("Herning"), person("skriver", "Skriveren")
    with_editor(writer, council, "Rettede stavningen").save()
    remove = reverse("admin:accounts_user_delete", args=[writer.pk])

    kept = admin.post(remove, {"post": "yes"})

    assert kept.status_code == 200
    assert User.objects.filter(pk=writer.pk).exists()
    assert council.history.filter(history_user=writer).exists()

    admin.post(reverse("admin:accounts_user_delete", args=[person("ny", "Ny").pk]), {"post": "yes"})
    assert not User.objects.filter(email__startswith="ny@").exists()


def test_several_deletions_are_each_written_down(admin, cast):
    places = [Municipality.objects.get(name=name) for name in ("Herning", "Viborg")]
    areas = [
        PreventionArea.objects.create(municipality=place, name="Parken", from_year=2025) for place in places
    ]

    admin.post(
        reverse("admin:councils_preventionarea_changelist"),
        {"action": "delete_selected", "_selected_action": [area.pk for area in areas], "post": "yes"},
    )

    assert not PreventionArea.objects.exists()
    assert Event.objects.filter(verb="register.removed").count() == 2


def test_no_table_of_plans_is_here():
    assert {model._meta.app_label for model in administration._registry} == {
        *("accounts", "councils", "events", "outbox"),
    }


def test_an_address_is_not_changed(admin, cast):
    herning = Municipality.objects.get(name="Herning")
    fields = {"name": "Herning", "district": herning.district_id, "slug": "andet", "code": "9999"}

    admin.post(reverse("admin:councils_municipality_change", args=[herning.pk]), fields)

    herning.refresh_from_db()
    assert (herning.slug, herning.code) == ("herning", "0657")


def test_a_unit_below_itself_or_in_another_district_is_refused(admin, cast):
    top = OrganisationUnit.objects.create(district=cast.district, name="Politidirektøren")
    below = OrganisationUnit.objects.create(district=cast.district, name="Lokalpolitiet", parent=top)
    other = OrganisationUnit.objects.create(district=cast.other_district, name="Beredskabet")
    address = reverse("admin:councils_organisationunit_change", args=[top.pk])
    fields = {"district": cast.district.pk, "name": top.name, "position": 0}
    for parent, why in (
        (below, "Lokalpolitiet hører selv under enheden."),
        (other, "Beredskabet hører til en anden politikreds."),
    ):
        assert why in page(admin.post(address, fields | {"parent": parent.pk}))
    top.refresh_from_db()
    assert (top.parent, top.version) == (None, 1)
    admin.post(address, fields | {"name": "Direktøren", "parent": ""})
    top.refresh_from_db()
    assert (top.name, top.version) == ("Direktøren", 2)


def queries(client, address: str) -> int:
    """As a process that has answered before: it knows the kinds of rows."""
    ContentType.objects.get_for_models(*apps.get_models())
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_lists_and_pages_ask_as_little_for_three_rows_as_for_one(admin, cast):
    district, kredsraad = cast.district, cast.kredsraad()
    forum = Forum.objects.create(district=district, name="SSP-samarbejdet")
    addresses = [
        reverse("admin:councils_membership_changelist"),
        reverse("admin:accounts_user_changelist"),
        reverse("admin:councils_council_change", args=[kredsraad.pk]),
        reverse("admin:councils_forum_change", args=[forum.pk]),
        reverse("admin:events_event_changelist"),
    ]
    counts = []
    for place in cast.municipalities[:3]:
        cast.borgmester(place.name)
        forum.participations.create(municipality=place)
        record("x", "Noget", by=cast.administrator, subject=place)
        counts.append([queries(admin, address) for address in addresses])

    assert counts[0] == counts[2]
    assert max(counts[0]) <= 12


def test_a_station_is_deleted_under_its_name_alone(admin, cast):
    station = PoliceStation.objects.create(district=cast.district, name="Politistationen i Herning")
    station.municipalities.add(cast.lokalraad("Herning").municipality)
    address = reverse("admin:councils_policestation_delete", args=[station.pk])
    shown = page(admin.get(address))
    assert "Politistationen i Herning" in shown
    assert "object (" not in shown
    admin.post(address, {"post": "yes"})
    assert not PoliceStation.objects.exists()
