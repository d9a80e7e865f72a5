"""The organisation as a chart, and the same in words."""

import pytest
from django.urls import reverse

from councils.organisation.chart import chart, organisation
from tests.councils.organisation.stages import forum

pytestmark = pytest.mark.django_db


def words(drawn) -> str:
    return " ".join(text for box in drawn.boxes for _, text in [*box.name, *box.lines])


def test_the_chart_has_every_council_and_forum_and_who_leads_it(cast):
    assert cast.direktoer
    assert cast.sekretariat
    assert cast.formand_herning
    forum(cast, responsible="SSP-konsulenten")
    found = organisation(cast.district)
    drawn = chart(found)
    assert len(drawn.boxes) == 1 + 1 + 1 + 11 + 1
    told = words(drawn)
    assert f"Formand: {cast.direktoer.name}" in told
    assert cast.sekretariat.name in told
    assert "Ansvarlig: SSP-konsulenten" in told
    [herning] = [body for body in found.local if body.name == "Herning"]
    [viborg] = [body for body in found.local if body.name == "Viborg"]
    assert herning.told == [f"Formand: {cast.formand_herning.name}"]
    assert viborg.told == ["Formand: ingen"]


def test_no_box_lies_on_another_or_outside(cast):
    for number in range(6):
        forum(cast, name=f"Et forum med et meget langt navn, som skal brydes, nummer {number}", code="")
    drawn = chart(organisation(cast.district))
    for box in drawn.boxes:
        assert box.x >= 0
        assert box.x + box.width <= drawn.width
        assert box.y + box.height <= drawn.height
        assert all(y < box.height for y, _ in [*box.name, *box.lines])
    for number, one in enumerate(drawn.boxes):
        for other in drawn.boxes[number + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_what_the_picture_says_stands_in_words_beneath(cast, as_user):
    one = forum(cast, responsible="SSP-konsulenten")
    page = as_user(cast.formand_herning).get(reverse("organisation", args=[cast.district.slug])).text
    beneath = page.split("Hvem leder hvad")[1]
    assert cast.formand_herning.name in beneath
    assert "SSP-konsulenten" in beneath
    assert reverse("forum", args=[cast.district.slug, one.pk]) in beneath
