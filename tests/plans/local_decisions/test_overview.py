"""The secretariat sees what the lokalråd decided in a year that it chooses, also as a file."""

from datetime import date

import pytest
from django.urls import reverse

from tests.plans.local_decisions import stages
from tests.plans.local_decisions.stages import YEAR

pytestmark = pytest.mark.django_db


def test_each_year_has_its_own_decisions(cast, as_user):
    client, area = as_user(cast.sekretariat), stages.area(cast)
    type(area).objects.filter(pk=area.pk).update(from_year=YEAR - 2)
    stages.decided(cast, area, decided_on=date(YEAR - 1, 12, 18), what="Vi ser tiden an")
    stages.decided(cast, area)
    page, before = (client.get(stages.overview(cast, year)).text for year in (YEAR, YEAR - 1))
    assert stages.WHAT in page
    assert "Vi ser tiden an" not in page
    assert "Vi ser tiden an" in before
    assert "1 af 1 områder venter på" in client.get(stages.overview(cast, YEAR - 2)).text
    for year in range(YEAR - 3, YEAR + 1):
        assert stages.overview(cast, year) in page
    assert client.get(stages.overview(cast, 1850)).status_code == 404


def test_what_can_be_written_on_is_a_link_and_the_rest_is_none(cast, as_user):
    client, area = as_user(cast.sekretariat), stages.area(cast)
    type(area).objects.filter(pk=area.pk).update(from_year=YEAR - 2)
    herning = cast.lokalraad("Herning")
    for year, is_open in ((YEAR, True), (YEAR - 1, True), (YEAR - 2, False)):
        address = reverse("local-decisions", args=[herning.pk, year])
        assert (address in client.get(stages.overview(cast, year)).text) is is_open


def test_changed_topics_stand_below(cast, as_user):
    stages.changed(cast)
    page = as_user(cast.sekretariat).get(stages.overview(cast)).text
    assert stages.CHANGE in page
    assert f"Fordi: {stages.REASON}" in page
    assert stages.CHANGE not in as_user(cast.sekretariat).get(stages.overview(cast, YEAR - 1)).text


def test_the_file_has_what_the_page_shows(cast, as_user):
    stages.decided(cast)
    stages.area(cast, name="Rugvej")
    stages.changed(cast)
    answer = as_user(cast.sekretariat).get(
        reverse("district-decisions-sheet", args=[cast.district.slug, YEAR, "csv"])
    )
    lines = [line.split(";") for line in answer.content.decode("utf-8-sig").splitlines()]
    assert lines[0][:4] == ["Hvad", "Kommune", "Område eller emne", "Beslutning"]
    assert [line[2:4] for line in lines[1:]] == [
        ["Havrevej", stages.WHAT],
        ["Rugvej", "mangler"],
        ["Uro ved torvet", stages.CHANGE],
    ]
