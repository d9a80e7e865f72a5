"""A picture goes when no text has named it for a good while; one that any text ever named stays."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from plans.drafting.workflow import delete_section, save_section
from plans.pictures.kept import named_in_column
from plans.pictures.models import Picture
from plans.pictures.workflow import UNNAMED_FOR
from plans.publication.models import Edition
from samarbejde.events.models import Event
from tests.making import a_focus_area, a_plan, an_edition, section
from tests.plans.pictures.making import figure, kept, sent

pytestmark = pytest.mark.django_db
OLD = UNNAMED_FOR + timedelta(hours=1)


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad())


@pytest.fixture
def picture(plan, cast):
    return kept(plan, cast.sekretariat)


@pytest.fixture
def swept():
    def sweep() -> bool:
        """Whether it is gone after the night."""
        call_command("clean_up")
        return not Picture.objects.exists()

    return sweep


def aged(by: timedelta = OLD) -> None:
    Picture.objects.update(at=timezone.now() - by)


def test_one_that_nothing_names_goes_when_it_is_old(picture, swept, capsys):
    assert not swept()
    aged(UNNAMED_FOR - timedelta(hours=1))
    assert not swept()
    aged()
    assert swept()
    assert "1 billeder, som ingen tekst viser mere" in capsys.readouterr().out
    assert Event.objects.filter(verb="retention.cleaned_up", text__contains="billeder").count() == 1


def test_one_in_a_text_stays(plan, picture, swept):
    section(plan, "Natteliv", figure(picture))
    aged()
    assert not swept()


def test_one_in_an_older_version_or_a_deleted_section_stays(plan, picture, swept, cast):
    row = section(plan, "Natteliv", figure(picture))
    row = save_section(row, by=cast.sekretariat, version=1, heading="Natteliv", body="<p>Nyt.</p>")
    delete_section(row, by=cast.sekretariat)
    assert not plan.sections.filter(body__contains=picture.name).exists()
    aged()
    assert not swept()


def test_one_in_a_local_topic_stays(plan, picture, swept, cast):
    a_focus_area(plan, "Torvet", cast.lokalraad("Herning"), description=figure(picture))
    aged()
    assert not swept()


def test_one_in_an_edition_is_found_as_the_database_keeps_it(plan, picture):
    section(plan, "Natteliv", figure(picture))
    an_edition(plan)
    assert set(named_in_column(Edition, "snapshot")) == {picture.name}


def test_to_send_it_again_keeps_it(plan, picture, swept, cast):
    aged()
    kept(plan, cast.sekretariat)
    assert not swept()


def test_what_was_swept_is_told_when_its_text_is_saved(plan, picture, swept, cast):
    row = section(plan, "Natteliv")
    aged()
    assert swept()
    with pytest.raises(Exception, match="Et billede mangler"):
        save_section(row, by=cast.sekretariat, version=1, heading="Natteliv", body=figure(picture))


def test_the_same_twice_is_told_once_in_the_plans_events(plan, cast):
    for content in (sent(), sent(), sent(colour="blue")):
        kept(plan, cast.sekretariat, content)
    told = Event.objects.about(plan).filter(verb="picture.kept", internal=True)
    assert [event.text for event in told] == ["Lagde et billede op (40 × 20 punkter)"] * 2
