"""A meeting is recorded on a phone, without JavaScript: everybody in one click, then the exceptions."""

import pytest
from django.utils import timezone

from councils.models import Attendance, Presence
from plans.approval.models import CorrectionsMade
from plans.document.states import PlanState
from tests.browser import PHONE, Portal
from tests.cast import Cast
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_meeting_and_its_corrections_and_a_plan_that_nobody_signs(cast: Cast, portal: Portal):
    stages.fill_offices(cast)
    plan = stages.in_consultation(cast)
    phone = portal.visitor(cast.sekretariat, size=PHONE, javascript=False)
    phone.opens(f"/arbejdsbord/planer/{plan.pk}/droeftelse/")
    phone.fills("Mødets dato", f"{timezone.localdate():%d.%m.%Y}")
    phone.fills("Sted", "Viborg")
    phone.fills("Hvad blev der sagt?", "Kredsrådet ønskede en rettelse.")
    name = phone.field("Stedfortræderens navn og titel, Skive")
    assert not name.is_visible()

    phone.clicks("Alle mødte")

    assert phone.field("Sted").input_value() == "Viborg"
    skive = phone.page.get_by_role("group", name="Skive")
    assert skive.get_by_label("Mødte").is_checked()
    skive.locator("label", has_text="Stedfortræder").first.click()
    name.fill("Anne Ask, viceborgmester")
    phone.page.get_by_role("group", name="Lemvig").locator("label", has_text="Afbud").click()
    phone.ticks("Tiltrådt med rettelser")
    phone.clicks("Registrér drøftelsen", role="button")
    assert phone.heading == "Kredsrådets rettelser"
    assert Attendance.objects.get(municipality__name="Skive").name == "Anne Ask, viceborgmester"
    assert Attendance.objects.filter(presence=Presence.ABSENT).get().municipality.name == "Lemvig"

    phone.clicks("Afslut uden rettelser")
    assert "11 af 12 pladser var besat" in phone.text
    assert CorrectionsMade.objects.get().changes == []

    phone.opens(stages.board(plan))
    phone.fills("Hvorfor skal planen ikke underskrives?", "Kredsrådet har aftalt det.")
    phone.clicks("Slå underskrifter fra")
    assert "Begrundelsen står i planen: Kredsrådet har aftalt det." in phone.text
    plan = stages.fresh(plan)
    assert (plan.state, plan.unsigned_reason) == (PlanState.DISCUSSED, "Kredsrådet har aftalt det.")
