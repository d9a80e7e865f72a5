"""Of a point the log tells only that there is one: it may be closed later."""

import pytest

from councils.agendas import workflow
from councils.agendas.sources import waiting_for
from samarbejde.events.models import Event
from tests.councils.meetings import stages
from tests.logged import logged

pytestmark = pytest.mark.django_db


def test_of_points_no_title_is_told(cast):
    meeting, by = stages.planned(cast), cast.sekretariat
    one = stages.item(cast, meeting)
    one = workflow.edit_item(one, {"is_closed": True}, version=one.version, by=by)
    workflow.delete_item(one, by=by)
    assert logged(meeting, "agenda") == [
        "Et punkt kom på dagsordenen",
        "Et punkt blev rettet",
        "Et punkt blev taget af dagsordenen",
    ]
    assert Event.objects.about(meeting).filter(verb__startswith="agenda.", internal=False).count() == 0


def test_a_point_that_is_asked_for_is_told_to_the_council(cast):
    meeting = stages.hernings(cast)
    council, by = meeting.council, cast.formand_herning
    asked = [
        workflow.ask_for_point(council, title=title, text="", by=cast.medlem_herning)
        for title in ("Torvet", "Søen")
    ]
    workflow.decline_request(asked[0], reason="Ikke nu.", by=by)
    workflow.take_up(meeting, [one.key for one in waiting_for(meeting)], by=by)
    asked[0].refresh_from_db()
    asked[1].refresh_from_db()
    assert logged(council, "agenda") == [
        *[f"Et punkt blev ønsket på {council}s dagsorden"] * 2,
        f"Et ønsket punkt blev besvaret: {asked[0].get_state_display()}",
        f"Et ønsket punkt blev besvaret: {asked[1].get_state_display()}",
    ]
