"""How many may sit in a lokalråd from each side, and for how long; more is told of, and never refused."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.urls import reverse

from councils.models import SeatRules, Side
from councils.people.overview import overview, people_of
from samarbejde.events.models import Event
from tests.cast import person, seat
from tests.councils.people import stages

pytestmark = pytest.mark.django_db
RULES = {"most_police": "3", "most_municipality": "4", "most_civil": "2", "municipality_years": "4",
         "civil_years": "3", "version": "1"}  # fmt: skip


@pytest.fixture
def client(cast, as_user):
    return as_user(cast.sekretariat)


def page(cast) -> str:
    return reverse("seat-rules", args=[cast.district.slug])


def appointing(cast) -> str:
    post = stages.civil(cast)
    return reverse("appoint", args=[cast.district.slug, post.council.pk, post.key])


def civil(cast, number: int) -> None:
    for one in range(number):
        seat(person(f"civil{one}", f"Nummer {one}"), cast.lokalraad("Herning"), side=Side.CIVIL)


def test_the_secretariat_sets_the_rules_and_the_log_tells_it(client, cast):
    assert client.post(page(cast), RULES).status_code == 302
    rules = SeatRules.objects.get(district=cast.district)
    assert (rules.most_police, rules.most_municipality, rules.most_civil) == (3, 4, 2)
    assert (rules.municipality_years, rules.civil_years) == (4, 3)
    event = Event.objects.get(verb="people.seat_rules")
    assert event.actor == cast.sekretariat
    assert "højst 4 fra kommunen" in event.text
    assert "3 år ad gangen for civilsamfundet" in event.text


def test_one_seat_is_a_cap_and_what_has_none_is_not_told_of(client, cast):
    typed = RULES | {"most_police": "1", "most_municipality": "", "civil_years": ""}
    assert client.post(page(cast), typed).status_code == 302
    assert Event.objects.get(verb="people.seat_rules").text == (
        "Reglerne for pladser i lokalrådene blev: højst 1 fra politiet, højst 2 fra civilsamfundet "
        "og 4 år ad gangen for kommunen"
    )


@pytest.mark.parametrize(
    ("name", "typed"),
    [("most_civil", "0"), ("most_civil", "100"), ("civil_years", "21"), ("most_police", "x")],
)
def test_what_is_no_number_of_seats_or_years_comes_back(client, cast, name, typed):
    answer = client.post(page(cast), RULES | {name: typed})
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.text
    assert not SeatRules.objects.exists()


def test_who_was_first_is_told_to_who_saves_over_it(client, cast):
    client.post(page(cast), RULES)
    client.post(page(cast), RULES | {"most_civil": "5", "version": "2"})
    answer = client.post(page(cast), RULES | {"most_civil": "6", "version": "2"})
    assert answer.status_code == 409
    assert SeatRules.objects.get().most_civil == 5


@pytest.mark.parametrize(("number", "over"), [(2, False), (3, True)])
def test_more_than_the_rules_say_is_told_on_the_page(client, cast, number, over):
    SeatRules.objects.create(district=cast.district, most_civil=2)
    civil(cast, number)
    found = overview(cast.district)
    assert [people.council for people in found.over] == [cast.lokalraad("Herning")] * over
    shown = client.get(reverse("people", args=[cast.district.slug])).text
    assert ("Der sidder 3 fra civilsamfundet. Reglerne siger højst 2." in shown) is over


def test_the_chair_counts_on_their_side_and_free_seats_are_told(client, cast):
    SeatRules.objects.create(district=cast.district, most_police=3)
    seat(person("chair", "Formand"), cast.lokalraad("Herning"), "chair", side=Side.POLICE)
    council = cast.lokalraad("Herning")
    [police, *_] = people_of(council).seats
    assert (police.taken, police.free, police.short) == (1, 2, "1 af 3 politi")
    shown = client.get(reverse("council-people", args=[cast.district.slug, council.pk])).text
    assert "Der sidder 1 fra politiet. Reglerne siger højst 3. 2 pladser er ledige." in shown


def test_one_more_is_told_of_before_and_not_refused(client, cast):
    SeatRules.objects.create(district=cast.district, most_civil=2)
    civil(cast, 2)
    assert "Der sidder 2 fra civilsamfundet. Reglerne siger højst 2." in client.get(appointing(cast)).text
    typed = stages.typed(title="Lærer")
    assert client.post(appointing(cast), typed).status_code == 302
    assert cast.lokalraad("Herning").memberships.filter(side=Side.CIVIL).count() == 3


def test_nothing_is_told_of_it_where_a_member_goes_on(client, cast):
    SeatRules.objects.create(district=cast.district, most_civil=2)
    civil(cast, 2)
    term = cast.lokalraad("Herning").memberships.filter(side=Side.CIVIL).first()
    assert "Reglerne siger" not in client.get(f"{appointing(cast)}?efter={term.pk}").text


def test_without_rules_there_is_no_cap(client, cast):
    SeatRules.objects.create(district=cast.other_district, most_civil=2)
    rules = SeatRules.of(cast.district)
    assert (rules.pk, rules.district, rules.most(Side.CIVIL)) == (None, cast.district, None)
    civil(cast, 9)
    assert not overview(cast.district).over
    assert "Reglerne siger" not in client.get(appointing(cast)).text


@pytest.mark.parametrize(("years", "days"), [(3, 1095), (1, 364), (None, None)])
def test_the_end_of_a_term_is_proposed_from_the_districts_length(client, cast, years, days):
    SeatRules.objects.create(district=cast.district, civil_years=years)
    form = client.get(appointing(cast)).context["form"]
    first, last = form["first_day"].value(), form["last_day"].value()
    assert (last is None) is (days is None)
    assert days is None or (last - first).days in (days, days - 1, days + 1)


def test_a_member_from_the_kommune_gets_the_kommunes_length(client, cast):
    SeatRules.objects.create(district=cast.district, municipality_years=4)
    post = stages.the_post(cast.lokalraad("Herning"), "medlem-kommune")
    form = client.get(reverse("appoint", args=[cast.district.slug, post.council.pk, post.key])).context[
        "form"
    ]
    assert (form["last_day"].value() - form["first_day"].value()).days in (1460, 1459)


def test_dates_of_a_leap_day(cast):
    rules = SeatRules(district=cast.district)
    assert rules.last_day(Side.CIVIL, date(2028, 2, 29)) == date(2030, 2, 28)
    assert rules.last_day(Side.CIVIL, date(2027, 1, 1)) == date(2028, 12, 31)
    assert rules.last_day(Side.POLICE, date(2027, 1, 1)) is None


@pytest.mark.parametrize(
    ("columns", "rule"),
    [
        ({"most_civil": 0}, "a_side_that_may_sit_has_a_seat"),
        ({"civil_years": 21}, "a_term_lasts_from_one_to_twenty_years"),
    ],
)
def test_the_database_refuses(cast, columns, rule):
    with pytest.raises(IntegrityError, match=rule):
        SeatRules.objects.create(district=cast.district, **columns)
