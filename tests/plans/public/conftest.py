import pytest

from councils.models import Forum, ForumParticipation, PreventionArea
from plans.document.models import RegisterData
from tests.making import a_focus_area, a_plan, an_edition, section


@pytest.fixture
def plan(cast):
    """A plan of 2026 with a local area in Herning, a listed area and a forum; not yet published."""
    plan = a_plan(cast.kredsraad(), 2026)
    a_focus_area(plan, "Tryg gågade", cast.lokalraad("Herning"), description="<p>Gågaden skal være rar.</p>")
    section(plan, "Udpegede områder", data=RegisterData.PREVENTION_AREAS)
    section(plan, "Andre fora", data=RegisterData.FORUMS)
    herning = cast.lokalraad("Herning").municipality
    PreventionArea.objects.create(municipality=herning, name="Holtbjerg", from_year=2025)
    forum = Forum.objects.create(district=cast.district, name="SSP-samarbejdet", code="SSP")
    ForumParticipation.objects.create(forum=forum, municipality=herning)
    return plan


@pytest.fixture
def edition(plan):
    return an_edition(plan, note="")
