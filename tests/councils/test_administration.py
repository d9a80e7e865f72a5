import re
from datetime import date

import pytest
from django.db import IntegrityError
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse

from councils.models import Council, Forum, Membership, Municipality, PreventionArea
from councils.register.admin import CouncilAdmin
from samarbejde.accounts.models import User
from samarbejde.administration import administration
from samarbejde.events.models import Event

pytestmark = pytest.mark.django_db
FROM_2022 = DateRange(date(2022, 1, 1), None)


@pytest.fixture
def admin(cast, as_user):
    return as_user(cast.administrator)


def page(response) -> str:
    """Its words, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", response.content.decode()))


def term(person: User, council: Council, **more) -> dict[str, object]:
    return {
        "user": person.pk,
        "council": council.pk,
        "role": "chair",
        "title": "Leder af lokalpolitiet",
        "side": "police",
        "municipality": "",
        "first_day": "01-01-2026",
        "last_day": "",
    } | more


def rows(prefix: str, *forms: dict[str, object], initial: int = 0) -> dict[str, object]:
    """The fields of an inline formset."""
    fields: dict[str, object] = {f"{prefix}-TOTAL_FORMS": len(forms), f"{prefix}-INITIAL_FORMS": initial}
    for number, form in enumerate(forms):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in form.items()}
    return fields


def council_fields(council: Council) -> dict[str, object]:
    return {
        "kind": council.kind,
        "district": council.district_id,
        "municipality": council.municipality_id or "",
        "name": council.name,
    }


def test_a_term_is_written_with_its_first_and_last_day(admin, cast):
    person = User.objects.create_user(name="Ny Formand")
    council = cast.lokalraad("Herning")

    response = admin.post(
        reverse("admin:councils_membership_add"),
        term(person, council, first_day="1/1-2026", last_day="31.12.2029"),
    )

    assert response.status_code == 302
    membership = Membership.objects.get(user=person)
    assert membership.period == DateRange(date(2026, 1, 1), date(2030, 1, 1))
    event = Event.objects.get(verb="register.added")
    assert (event.actor, event.subject, event.internal) == (cast.administrator, membership, True)
    shown = page(admin.get(reverse("admin:councils_membership_changelist")))
    assert "1. januar 2026" in shown
    assert "31. december 2029" in shown


def test_a_taken_post_is_refused_in_danish_with_what_was_typed(admin, cast):
    assert cast.formand_herning
    person = User.objects.create_user(name="Ny Formand")

    response = admin.post(
        reverse("admin:councils_membership_add"), term(person, cast.lokalraad("Herning"), title="Kaptajn")
    )

    assert response.status_code == 200
    assert "Rådet har en formand i perioden. Afslut den periode først" in page(response)
    assert 'value="Kaptajn"' in response.content.decode()
    assert 'value="01-01-2026"' in response.content.decode()
    assert not Membership.objects.filter(user=person).exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"first_day": "02-01-2026", "last_day": "01-01-2026"}, "Den sidste dag ligger før den første."),
        ({"first_day": ""}, "skal udfyldes"),
        ({"first_day": "31-11-2026"}, "gyldig dato"),
        ({"title": ""}, "skal udfyldes"),
        ({"role": "konge"}, "konge"),
    ],
)
def test_bad_input_comes_back_in_words(admin, cast, change, said):
    person = User.objects.create_user(name="Ny Formand")

    response = admin.post(
        reverse("admin:councils_membership_add"), term(person, cast.lokalraad("Herning"), **change)
    )

    assert response.status_code == 200
    assert said in page(response)
    assert not Membership.objects.filter(user=person).exists()


def test_a_mayors_seat_is_for_a_kommune_of_the_district(admin, cast):
    person = User.objects.create_user(name="Ny Borgmester")
    fields = term(person, cast.kredsraad(), role="member", side="municipality", title="Borgmester")

    without = admin.post(reverse("admin:councils_membership_add"), fields)
    odense = Municipality.objects.get(name="Odense").pk
    elsewhere = admin.post(reverse("admin:councils_membership_add"), fields | {"municipality": odense})

    assert "Vælg den kommune, som pladsen er for." in page(without)
    assert "Kommunen ligger i en anden politikreds end rådet." in page(elsewhere)


def test_one_row_may_make_room_for_the_next(admin, cast):
    """The old chair leaves and the new one comes, in one go on the council's page."""
    old = Membership.objects.get(user=cast.formand_herning)
    new = User.objects.create_user(name="Ny Formand")
    council = old.council
    kept = {"id": old.pk, "user": old.user_id, "role": "chair", "title": old.title, "side": "police"}
    first = kept | {
        "council": council.pk,
        "municipality": "",
        "first_day": "01-01-2022",
        "last_day": "31-12-2025",
    }
    fields = council_fields(council) | rows("memberships", first, term(new, council), initial=1)

    response = admin.post(reverse("admin:councils_council_change", args=[council.pk]), fields)

    assert response.status_code == 302, page(response)
    old.refresh_from_db()
    assert old.last_day == date(2025, 12, 31)
    assert Membership.objects.get(user=new).first_day == date(2026, 1, 1)
    texts = list(Event.objects.values_list("text", flat=True))
    assert any("til og med »–« → »31. december 2025«" in text for text in texts), texts


def test_rows_that_collide_are_refused_by_name(admin, cast):
    council = cast.lokalraad("Herning")
    people = [User.objects.create_user(name=name) for name in ("Anna", "Bodil")]
    fields = council_fields(council) | rows("memberships", *(term(person, council) for person in people))

    response = admin.post(reverse("admin:councils_council_change", args=[council.pk]), fields)

    assert response.status_code == 200
    assert "(Bodil) har posten fra 1. januar 2026 uden slutdato" in page(response)
    assert not council.memberships.exists()


def test_a_person_takes_a_post_on_their_own_page(admin, cast):
    person = cast.formand_viborg
    own = person.memberships.get()
    kept = {
        "id": own.pk, "council": own.council_id, "role": "chair", "title": own.title, "side": "police",
        "municipality": "", "first_day": "01-01-2022", "last_day": "", "user": person.pk,
    }  # fmt: skip
    fields = {"name": person.name, "email": person.email, "is_active": "on"} | rows("invitations")
    herning = cast.lokalraad("Herning")

    free = fields | rows("memberships", kept, term(person, herning), initial=1)
    assert admin.post(reverse("admin:accounts_user_change", args=[person.pk]), free).status_code == 302
    assert person.memberships.filter(council=herning).exists()

    other = User.objects.create_user("o@example.org", "En anden")
    taken = {"name": "En anden", "email": "o@example.org", "is_active": "on"} | rows("invitations")
    taken |= rows("memberships", term(other, herning))
    response = admin.post(reverse("admin:accounts_user_change", args=[other.pk]), taken)
    assert "har posten fra 1. januar 2026" in page(response)
    assert not other.memberships.exists()


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


@pytest.mark.parametrize("number", [1, 3])
def test_lists_ask_as_little_for_three_rows_as_for_one(admin, cast, number, django_assert_max_num_queries):
    for place in cast.municipalities[:number]:
        cast.formand(place.name)
    with django_assert_max_num_queries(12):
        admin.get(reverse("admin:councils_membership_changelist"))
