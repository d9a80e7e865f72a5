from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from django.utils import timezone

from councils.models import Membership, Municipality
from councils.register.offices import holds_office
from samarbejde.accounts.models import User
from samarbejde.events.models import Event
from tests.cast import person, seat
from tests.councils.admin_pages import council_fields, page, rows, term

pytestmark = pytest.mark.django_db


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
    fields = {"name": person.name, "email": person.email, "is_active": "on"} | rows("links")
    herning = cast.lokalraad("Herning")

    free = fields | rows("memberships", kept, term(person, herning), initial=1)
    assert admin.post(reverse("admin:accounts_user_change", args=[person.pk]), free).status_code == 302
    assert person.memberships.filter(council=herning).exists()

    other = User.objects.create_user("o@example.org", "En anden")
    taken = {"name": "En anden", "email": "o@example.org", "is_active": "on"} | rows("links")
    taken |= rows("memberships", term(other, herning))
    response = admin.post(reverse("admin:accounts_user_change", args=[other.pk]), taken)
    assert "har posten fra 1. januar 2026" in page(response)
    assert not other.memberships.exists()


def closed_out(person: User, **more: object) -> dict[str, object]:
    kept = [
        term(person, own.council, id=own.pk, title=own.title, first_day="01-01-2022")
        for own in person.memberships.all()
    ]
    fields = {"name": person.name, "email": person.email} | rows("links")
    return fields | rows("memberships", *kept, initial=len(kept)) | more


def test_the_only_chair_of_a_lokalraad_is_not_closed_out_unasked(admin, cast):
    person, address = (
        cast.formand_viborg,
        reverse("admin:accounts_user_change", args=[cast.formand_viborg.pk]),
    )
    council = person.memberships.get().council
    assert "må stå uden formand" in page(admin.get(address))
    answer = admin.post(address, closed_out(person))
    assert f"{council} står så uden formand." in page(answer)
    person.refresh_from_db()
    assert person.is_active
    assert admin.post(address, closed_out(person, sure="on")).status_code == 302
    person.refresh_from_db()
    assert not person.is_active


def test_a_chair_with_another_leader_is_closed_out_at_once(admin, cast):
    person = cast.formand_viborg
    council = person.memberships.get().council
    second = User.objects.create_user("n@example.org", "Næstformanden")
    council.memberships.create(
        user=second,
        role="vice_chair",
        title="Direktør",
        side="municipality",
        period=person.memberships.get().period,
    )
    address = reverse("admin:accounts_user_change", args=[person.pk])
    assert "må stå uden formand" not in page(admin.get(address))
    admin.post(address, closed_out(person))
    person.refresh_from_db()
    assert not person.is_active


@pytest.mark.parametrize(
    ("begins", "ends", "holds"), [(-9, None, True), (5, None, True), (-9, -1, False), (None, None, False)]
)
def test_who_sits_today_or_from_a_later_day_holds_an_office(cast, begins, ends, holds):
    somebody, today = person("nogen", "Nogen"), timezone.localdate()
    assert cast.formand_herning
    if begins is not None:
        days = [None if day is None else today + timedelta(days=day) for day in (begins, ends)]
        seat(somebody, cast.lokalraad("Herning"), period=DateRange(*days))
    assert holds_office(somebody) is holds
