"""What the register said before, and the plan says still, is listed and put right with one click."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.urls import reverse
from lxml.html import fromstring

from councils.models import Figure, Forum, MembershipRole
from plans.document.models import MultiYearAgreement, Plan
from plans.replacing.outdated import outdated
from tests.cast import person, seat
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


@pytest.fixture
def told(plan):
    return lambda: {(one.value.old, one.value.new): one.count for one in outdated(Plan.objects.get())}


@pytest.fixture
def named(plan):
    return lambda: {one.value.what for one in outdated(Plan.objects.get())}


def an_agreement(cast, **changes):
    agreed = {"name": "Politiforliget", "from_year": 2024, "to_year": 2026}
    row = MultiYearAgreement.objects.create(district=cast.district, **agreed)
    for name, value in changes.items():
        setattr(row, name, value)
    row.save()
    return row


def test_a_new_director(plan, cast, told, named):
    for handle, name, period in (
        ("gammel", "Ane Berg", DateRange(date(2020, 1, 1), date(2026, 1, 1))),
        ("ny", "Bo Krog", DateRange(date(2026, 1, 1), None)),
    ):
        who = person(handle, name)
        seat(who, cast.kredsraad(), MembershipRole.CHAIR, title="Politidirektør", period=period)
    section(plan, "Rådet", "<p>Politidirektør Ane Berg leder mødet. Ane <strong>Berg</strong> svarer.</p>")
    assert told() == {("Ane Berg", "Bo Krog"): 2}
    assert named() == {"Politidirektør"}


def test_whoever_holds_another_office_still_is_not_outdated(plan, cast, told, named):
    once, now = (DateRange(date(2020, 1, 1), date(2026, 1, 1)), DateRange(date(2026, 1, 1), None))
    ane, bo = person("a", "Ane Berg"), person("b", "Bo Krog")
    herning, viborg = (cast.lokalraad(name).municipality for name in ("Herning", "Viborg"))
    seat(ane, cast.kredsraad(), municipality=herning, period=once)
    seat(bo, cast.kredsraad(), municipality=herning, period=now)
    section(plan, "Rådet", "<p>Ane Berg taler.</p>")
    assert told() == {("Ane Berg", "Bo Krog"): 1}
    assert named() == {"Borgmester i Herning"}
    seat(ane, cast.kredsraad(), municipality=viborg, period=now)
    assert told() == {}


def test_an_agreement_that_got_another_name_and_period(plan, cast, told, named):
    an_agreement(cast, name="Flerårsaftalen", to_year=2027)
    section(plan, "Politiforliget 2024-2026", "<p>Det gælder til og med 2026.</p>")
    assert told() == {
        ("Politiforliget", "Flerårsaftalen"): 1,
        ("2024-2026", "2024–2027"): 1,
        ("til og med 2026", "til og med 2027"): 1,
    }
    assert named() == {f"Flerårsaftalens {what}" for what in ("navn", "periode", "sidste år")}


def test_figures_that_were_corrected_or_have_a_newer_year(plan, cast, told, named):
    usual = {"district": cast.district, "table": "Anmeldelser", "row": "Indbrud", "source": "Politiet"}
    Figure.objects.create(year=2026, value=480, unit="indbrud", **usual)
    row = Figure.objects.create(year=2027, value=500, unit="indbrud", **usual)
    row.value = 510
    row.save()
    section(plan, "Tal", "<p>Der var 480 indbrud, senere 500 indbrud, i alt 1.480 indbrud.</p>")
    assert told() == {("480 indbrud", "510 indbrud"): 1, ("500 indbrud", "510 indbrud"): 1}
    assert named() == {"Anmeldelser, Indbrud"}


def test_names_of_bodies_and_fields_are_let_be(plan, cast, told, named):
    forum = Forum.objects.create(district=cast.district, name="Natteforum")
    forum.name = "Forum for natteliv"
    forum.save()
    an_agreement(cast, name="Flerårsaftalen")
    section(plan, "Fora", "<p>Natteforum mødes. {flerårsaftale} står der. Natteforummet er et andet ord.</p>")
    assert told() == {("Natteforum", "Forum for natteliv"): 1}
    assert named() == {"Forummets navn"}


def test_one_click_puts_all_of_it_right_and_one_takes_it_back(plan, cast, as_user):
    an_agreement(cast, name="Flerårsaftalen")
    rows = [section(plan, f"Afsnit {n}", "<p>Politiforliget siger det.</p>") for n in range(2)]
    client = as_user(cast.sekretariat)
    page = client.get(reverse("outdated-values", args=[plan.pk])).text
    assert "(udgår: Politiforliget) (nyt: Flerårsaftalen)" in fromstring(page).text_content()
    [one] = outdated(plan)
    sent = {"q": "Politiforliget", "put": "Flerårsaftalen", "whole_words": "on", "same_case": "on"}
    assert all(f'name="{name}" value="{value}"' in page for name, value in sent.items())
    assert all(f'name="place" value="{key}"' in page for key in one.keys)
    client.post(reverse("find-and-replace", args=[plan.pk]), sent | {"place": one.keys})
    for row in rows:
        row.refresh_from_db()
        assert row.body == "<p>Flerårsaftalen siger det.</p>"
    assert "siger det samme som registret" in client.get(reverse("outdated-values", args=[plan.pk])).text


def test_little_and_much_cost_the_same(plan, cast, as_user, django_assert_max_num_queries):
    an_agreement(cast, name="Flerårsaftalen")
    client, address = as_user(cast.sekretariat), reverse("outdated-values", args=[plan.pk])
    client.get(address)
    with django_assert_max_num_queries(25) as little:
        client.get(address)
    most = len(little)
    for number in range(3):
        section(plan, f"Afsnit {number}", "<p>Politiforliget siger det.</p>")
    with django_assert_max_num_queries(most + 1):  # the topics without a section are asked for
        assert "Erstat alle 3 steder" in client.get(address).text
