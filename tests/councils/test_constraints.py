"""What cannot stand in the database, whoever writes there."""

from datetime import date
from itertools import product

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from councils.models import (
    Council,
    CouncilKind,
    Forum,
    ForumParticipation,
    Membership,
    MembershipRole,
    Municipality,
    PreventionArea,
)
from samarbejde.accounts.models import User

pytestmark = pytest.mark.django_db
FROM_2022 = DateRange(date(2022, 1, 1), date(2026, 1, 1))
FROM_2026 = DateRange(date(2026, 1, 1), None)
OVERLAPPING = DateRange(date(2025, 12, 31), None)


def refused(name: str):
    return pytest.raises(IntegrityError, match=name)


def person(name: str) -> User:
    return User.objects.create_user(name=name)


def post(
    council: Council, period: DateRange, role: str, municipality: Municipality | None = None
) -> Membership:
    return Membership.objects.create(
        user=person("En person"),
        council=council,
        role=role,
        municipality=municipality,
        title="Titel",
        side="municipality",
        period=period,
    )


@pytest.fixture
def herning(cast) -> Municipality:
    return Municipality.objects.get(name="Herning")


@pytest.mark.parametrize(
    ("role", "name"), [("chair", "no_two_chairs_at_once"), ("vice_chair", "no_two_vice_chairs_at_once")]
)
def test_a_council_has_one_chair_at_a_time(cast, role, name):
    council = cast.lokalraad("Herning")
    post(council, FROM_2022, role)
    with refused(name), transaction.atomic():
        post(council, OVERLAPPING, role)

    post(council, FROM_2026, role)  # the next day is free
    post(cast.lokalraad("Viborg"), OVERLAPPING, role)  # and so is another council


@pytest.mark.parametrize(
    ("role", "name"),
    [("member", "no_two_holders_of_one_seat_at_once"), ("deputy", "no_two_deputies_for_one_seat_at_once")],
)
def test_a_kommune_has_one_mayor_and_one_deputy_at_a_time(cast, herning, role, name):
    kredsraad = cast.kredsraad()
    post(kredsraad, FROM_2022, role, herning)
    with refused(name), transaction.atomic():
        post(kredsraad, OVERLAPPING, role, herning)

    post(kredsraad, FROM_2026, role, herning)
    post(kredsraad, OVERLAPPING, role, Municipality.objects.get(name="Viborg"))


def test_a_mayor_who_is_vice_chair_holds_the_seat(cast, herning):
    post(cast.kredsraad(), FROM_2022, "vice_chair", herning)
    with refused("no_two_holders_of_one_seat_at_once"), transaction.atomic():
        post(cast.kredsraad(), OVERLAPPING, "member", herning)
    post(cast.kredsraad(), OVERLAPPING, "deputy", herning)


def test_a_term_is_not_moved_onto_another(cast):
    council = cast.lokalraad("Herning")
    post(council, FROM_2022, "chair")
    second = post(council, FROM_2026, "chair")
    second.period = OVERLAPPING
    with refused("no_two_chairs_at_once"), transaction.atomic():
        second.save()


@pytest.mark.parametrize(
    "period",
    [
        DateRange(empty=True),
        DateRange(date(2026, 1, 1), date(2026, 1, 1)),
        DateRange(None, date(2026, 1, 1)),
        DateRange(None, None),
    ],
)
def test_a_term_has_a_first_day_and_ends_after_it(cast, period):
    with refused("a_term_has_a_first_day_and_ends_after_it"), transaction.atomic():
        post(cast.lokalraad("Herning"), period, "member")


@pytest.mark.parametrize(
    ("kind", "with_municipality"), [("local", False), ("district", True), ("contact", True)]
)
def test_a_lokalraad_and_no_other_has_a_kommune(cast, herning, kind, with_municipality):
    with refused("a_local_council_and_no_other_has_a_municipality"), transaction.atomic():
        Council.objects.create(
            kind=kind,
            district=cast.district,
            name="Et råd til",
            municipality=herning if with_municipality else None,
        )


def test_a_lokalraad_lies_in_the_district_of_its_kommune(cast):
    council = cast.lokalraad("Herning")
    council.district = cast.other_district
    council.save()
    with refused("a_local_council_lies_in_the_district_of_its_municipality"), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_kommune_that_moves_takes_its_lokalraad_along(cast, herning):
    herning.district = cast.other_district
    herning.save()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    assert cast.lokalraad("Herning").district == cast.other_district


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"kind": CouncilKind.DISTRICT}, "one_district_council_and_one_contact_committee_per_district"),
        ({"kind": CouncilKind.CONTACT}, "one_district_council_and_one_contact_committee_per_district"),
        ({"kind": CouncilKind.LOCAL, "municipality": "Herning"}, "one_local_council_per_municipality"),
        ({"kind": "bestyrelse"}, "a_council_has_a_known_kind"),
    ],
)
def test_there_is_one_council_of_a_kind(cast, values, name):
    if "municipality" in values:
        values = values | {"municipality": Municipality.objects.get(name=values["municipality"])}
    with refused(name), transaction.atomic():
        Council.objects.create(district=cast.district, name="Et råd til", **values)


def test_a_kommune_left_out_of_a_forum_has_a_reason(cast, herning):
    forum = Forum.objects.create(district=cast.district, name="PSP-samarbejdet")
    with refused("a_municipality_left_out_has_a_reason"), transaction.atomic():
        ForumParticipation.objects.create(forum=forum, municipality=herning, takes_part=False)

    ForumParticipation.objects.create(
        forum=forum, municipality=herning, takes_part=False, reason="Har en aftale af sin egen"
    )
    with refused("a_municipality_stands_once_in_a_forum"), transaction.atomic():
        ForumParticipation.objects.create(forum=forum, municipality=herning)


def test_a_prevention_area_leaves_the_list_after_it_came(cast, herning):
    with refused("a_prevention_area_leaves_the_list_after_it_came"), transaction.atomic():
        PreventionArea.objects.create(municipality=herning, name="Brændgård", from_year=2025, to_year=2024)


@pytest.mark.parametrize("code", ["657", "O657", "６５７0", "0 57", ""])
def test_a_kommunekode_is_four_digits(cast, code):
    with refused("a_municipality_code_is_four_digits"), transaction.atomic():
        Municipality.objects.create(code=code, name="Ny", slug="ny", letters="NYE", district=cast.district)


@pytest.mark.parametrize("letters", [None, "", "NY", "nye", "N E", "1NY"])
def test_a_kommune_has_three_letters(cast, letters):
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.create(
            code="0999", name="Ny", slug="ny", letters=letters, district=cast.district
        )


def test_no_two_kommuner_have_the_same_letters(cast, herning):
    letters = list(Municipality.objects.values_list("letters", flat=True))
    assert (herning.letters, len(letters)) == ("HER", len(set(letters)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Municipality.objects.create(
            code="0999", name="Ny", slug="ny", letters=herning.letters, district=cast.district
        )


def test_python_and_the_database_agree_on_which_terms_collide(cast, herning):
    """`Membership.collides_with` is what the forms say before the database would."""
    viborg = Municipality.objects.get(name="Viborg")
    roles = list(MembershipRole)
    cases = product(roles, roles, [None, herning], [None, herning, viborg], [OVERLAPPING, FROM_2026])
    for role, other_role, place, other_place, period in cases:
        with transaction.atomic():
            first = post(cast.kredsraad(), FROM_2022, role, place)
            second = Membership(
                user=first.user, council=first.council, role=other_role, municipality=other_place,
                title="Titel", side="police", period=period,
            )  # fmt: skip
            try:
                with transaction.atomic():
                    second.save()
            except IntegrityError:
                taken = True
            else:
                taken = False
            assert first.collides_with(second) == second.collides_with(first) == taken, (
                role,
                other_role,
                place,
            )
            transaction.set_rollback(True)
