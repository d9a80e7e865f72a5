"""What the plan's log tells of how it is written."""

import pytest

from plans.document.models import Scope, SectionKind
from plans.drafting import workflow
from samarbejde.events.models import Event
from tests.logged import logged
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db


def test_a_plan_that_is_begun(cast):
    plan = workflow.start_plan(cast.kredsraad(), 2027, by=cast.sekretariat)
    later = workflow.carry_forward(plan, 2028, by=cast.sekretariat)
    assert logged(plan, "plan") == ["Samarbejdsplan 2027 blev begyndt fra tom"]
    assert logged(later, "plan") == ["Samarbejdsplan 2028 blev begyndt med teksten fra 2027"]


def test_sections_that_go_and_come_back(cast):
    plan, by = a_plan(cast.kredsraad()), cast.sekretariat
    chapter = section(plan, "Fora")
    below = section(plan, "SSP", parent=chapter, kind=SectionKind.SECTION)
    workflow.delete_section(below, by=by)
    workflow.restore_section(plan, below.pk, by=by)
    workflow.delete_section(chapter, by=by)
    assert logged(plan, "section") == [
        "»SSP« blev slettet fra planen",
        "»SSP« blev gendannet",
        "»Fora« blev slettet fra planen med 1 afsnit under",
    ]
    assert not Event.objects.about(plan).shared().exists(), "the secretariat's own work"


def test_topics_that_come_and_go(cast):
    plan, by = a_plan(cast.kredsraad()), cast.sekretariat
    herning, viborg = cast.lokalraad("Herning"), cast.lokalraad("Viborg")
    told = {"text": "<p>Vi går ture.</p>", "by": by}
    workflow.add_focus_area(plan, title="Natteliv", scope=Scope.DISTRICT, council=None, **told)
    local = workflow.add_focus_area(plan, title="Torvet", scope=Scope.LOCAL, council=herning, **told)
    for _ in range(2):
        workflow.share_focus_area(local, [herning, viborg], by=by)
    workflow.remove_focus_area(local, by=by)
    assert logged(plan, "focus_area") == [
        "»Natteliv« kom med i planen som kredsdækkende emne",
        "»Torvet« kom med i planen som lokalt emne for Lokalrådet i Herning",
        "»Torvet« kom også på listen for Lokalrådet i Viborg",
        "Emnet »Torvet« gled ud af planen",
    ]


def test_a_topics_projects(cast):
    area, by = a_plan(cast.kredsraad()).focus_areas.get(), cast.sekretariat
    project = {"name": "Natteravne", "parties": "", "period": "", "link": ""}
    area = workflow.add_project(area, project, version=area.version, by=by)
    area = workflow.edit_project(area, 1, project | {"period": "2027"}, version=area.version, by=by)
    workflow.remove_project(area, 1, version=area.version, by=by)
    assert logged(area, "focus_area") == [
        "Projektet »Natteravne« kom til: Trivsel for unge",
        "Projektet »Natteravne« blev rettet: Trivsel for unge",
        "Projektet »Natteravne« blev taget ud: Trivsel for unge",
    ]
