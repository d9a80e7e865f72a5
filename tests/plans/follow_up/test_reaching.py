"""A duty of a published plan is on the desk of whomever it is laid on, until it is answered."""

import pytest
from django.urls import reverse

from councils.models import PreventionArea
from plans.desk.waiting import waiting_for
from plans.duties.models import Duty
from plans.follow_up.in_force import laid_on
from tests.making import a_plan
from tests.plans.follow_up import stages

pytestmark = pytest.mark.django_db
TYPED = {"progress": "in_place", "text": "Alle skoler har et navn.", "figures": "Skoler: 12"}


def titles(person):
    person.__dict__.pop("_offices", None)
    return [task.title for task in waiting_for(person) if "Svar på en opgave" in task.title]


@pytest.mark.parametrize(
    ("fields", "bodies"),
    [
        ({"addressee": "police"}, ["Kredsrådet i Midt- og Vestjylland"]),
        ({"addressee": "secretariat"}, ["Kredsrådet i Midt- og Vestjylland"]),
        ({"addressee": "office", "who": "SSP"}, ["Kredsrådet i Midt- og Vestjylland"]),
        ({"addressee": "contact"}, ["Kontaktudvalget i Midt- og Vestjylland"]),
        ({"addressee": "prevention"}, ["Lokalrådet i Viborg"]),
    ],
)
def test_whose_it_is(cast, fields, bodies):
    plan = stages.published(cast, **fields)
    PreventionArea.objects.all().delete()
    place = cast.lokalraad("Viborg").municipality
    PreventionArea.objects.create(municipality=place, name="Vest", from_year=plan.year)
    gone = cast.lokalraad("Skive").municipality
    PreventionArea.objects.create(
        municipality=gone, name="Øst", from_year=plan.year - 2, to_year=plan.year - 1
    )
    assert [str(one.council) for one in laid_on([cast.district.pk])] == bodies


def test_named_and_all(cast):
    plan = stages.published(cast)
    assert len(laid_on([cast.district.pk])) == len(cast.municipalities)
    named = [cast.lokalraad("Thisted").pk, cast.lokalraad("Herning").pk]
    plan.duties.update(addressee="named", council_ids=named)
    assert [str(one.council.municipality) for one in laid_on([cast.district.pk])] == ["Herning", "Thisted"]
    assert not laid_on([cast.other_district.pk])


def test_from_publication_it_is_on_the_desk_until_it_is_answered(cast):
    draft = a_plan(cast.kredsraad(), 2030)
    Duty.objects.create(plan=draft, wording="Senere.", addressee="all_local", **stages.due_in(5))
    assert titles(cast.formand_herning) == []
    plan = stages.published(cast)
    found = ["Svar på en opgave: Fortæl om skolerne, 1."]
    for person in (cast.formand_herning, cast.medlem_herning, cast.formand_viborg):
        assert titles(person) == found
    for person in (cast.sekretariat, cast.direktoer, cast.kontaktudvalg, cast.sekretariat_fyn):
        assert titles(person) == []
    stages.submitted(cast, plan)
    assert titles(cast.formand_herning) == []
    assert titles(cast.formand_viborg) == found
    cast.sekretariat.__dict__.pop("_offices", None)
    assert any("1 svar på en opgave" in task.title for task in waiting_for(cast.sekretariat))


def test_what_is_written_into_a_published_plan_is_laid_on_nobody_yet(cast):
    plan = stages.published(cast)
    Duty.objects.create(plan=plan, wording="Ny.", addressee="all_local", **stages.due_in(5))
    assert {one.duty.wording for one in laid_on([cast.district.pk])} == {"Fortæl om skolerne, 1."}


def test_what_is_late_says_so_in_words(cast, as_user):
    plan = stages.published(cast, days=-3)
    page = as_user(cast.formand_herning).get(reverse("desk")).text
    assert '<p class="late">Fristen var' in page
    board = as_user(cast.sekretariat).get(reverse("duty-board", args=[plan.pk])).text
    assert board.count("Fristen er overskredet</span>") == len(cast.municipalities)


def test_what_may_be_done_is_never_missing(cast):
    stages.published(cast, days=-3, modality="kan")
    assert not any(one.is_missing or one.is_late for one in laid_on([cast.district.pk]))
    assert titles(cast.formand_herning) == []
