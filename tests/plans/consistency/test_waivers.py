"""A finding may stand, for a reason that is seen; next year too, and until somebody takes it back."""

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse

from plans.approval.left_open import left_open
from plans.consistency import workflow
from plans.consistency.checking import sorted_out
from plans.consistency.models import Waiver
from plans.consistency.permissions import load_waiver
from plans.consistency.preparing import checked, findings_of
from plans.document.models import Plan
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.making import section as make_section

WHY = "Strategien hedder sådan."


@pytest.fixture
def placed(section):
    return section("Mål for 2024", body="<p>Tryghed.</p>")


@pytest.fixture
def let_stand(plan, placed, cast):
    [found] = findings_of(plan)
    return workflow.waive(plan, found.key, WHY, by=cast.sekretariat)


@pytest.fixture
def page(plan, cast, as_user):
    client = as_user(cast.sekretariat)
    return lambda **asked: client.get(reverse("plan-consistency", args=[plan.pk]), asked).text


def test_it_is_told_no_more_and_its_reason_is_seen(plan, let_stand, cast, page):
    assert findings_of(plan) == []
    assert left_open(plan).findings == [], "no gate counts it"
    [(found, reason)] = sorted_out(checked(plan)).waived
    assert (found.quotation, reason.reason, reason.by) == ("2024", WHY, str(cast.sekretariat))
    shown = page()
    assert "Én ting må stå, som den er" in shown
    assert WHY in shown
    event = Event.objects.get(verb="finding.waived")
    assert WHY in event.text
    assert event.internal


def test_it_follows_to_next_years_plan_by_lineage(plan, placed, let_stand, cast, as_user):
    later = Plan.objects.create(council=plan.council, year=2028)
    make_section(later, "Mål for 2024", "<p>Tryghed.</p>", lineage=placed.lineage)
    make_section(later, "Andre mål for 2024", "<p>Tryghed.</p>")
    told = [found.message for found in findings_of(later) if found.code == "past-years"]
    assert told == ["Overskriften »2. Andre mål for 2024« nævner 2024, og planen gælder 2028."]
    shown = as_user(cast.sekretariat).get(reverse("plan-consistency", args=[later.pk])).text
    assert "om planen for 2027" in shown


def test_an_earlier_plan_and_another_finding_know_nothing_of_it(plan, placed, let_stand):
    placed.heading = "Mål for 2023"
    placed.save()
    assert [found.quotation for found in findings_of(Plan.objects.get(pk=plan.pk))] == ["2023"]
    earlier = Plan.objects.create(council=plan.council, year=2026)
    make_section(earlier, "Mål for 2024", "<p>Tryghed.</p>", lineage=placed.lineage)
    assert "past-years" in [found.code for found in findings_of(earlier)]


def test_it_is_taken_back(plan, let_stand, cast, page, as_user):
    address = reverse("take-back-waiver", args=[plan.pk, let_stand.pk])
    as_user(cast.sekretariat).post(address)
    assert [found.code for found in findings_of(plan)] == ["past-years"]
    assert WHY not in page()
    with pytest.raises(Refused, match="allerede taget tilbage"):
        workflow.take_back(plan, let_stand, by=cast.sekretariat)
    assert Waiver.objects.count() == 1, "it is kept"


def test_what_blocks_a_plan_may_never_stand(plan, section, cast, page):
    section("Sager", body="<p>Sag 010190-1234.</p>")
    [found] = findings_of(plan)
    assert "Lad stå" not in page()
    with pytest.raises(Refused, match="skal rettes"):
        workflow.waive(plan, found.key, WHY, by=cast.sekretariat)
    said = {"council": plan.council, "year": 2027, "waived_by": cast.sekretariat, "message": found.message}
    Waiver.objects.create(
        **said, code=found.code, lineage=found.place.lineage, quotation=found.quotation, reason=WHY
    )
    assert [one.key for one in findings_of(plan)] == [found.key]


def test_no_reason_is_refused_by_page_step_and_database(plan, placed, cast, as_user):
    [found] = findings_of(plan)
    address = reverse("plan-consistency", args=[plan.pk])
    answer = as_user(cast.sekretariat).post(address, {"finding": found.key, "reason": " "})
    assert answer.status_code == 422
    assert f'id="fejl-{found.key}"' in answer.text
    with pytest.raises(Refused, match="hvorfor"):
        workflow.waive(plan, found.key, "", by=cast.sekretariat)
    said = {"council": plan.council, "year": 2027, "waived_by": cast.sekretariat, "message": found.message}
    with pytest.raises(IntegrityError, match="a_waiver_has_a_reason"), transaction.atomic():
        Waiver.objects.create(**said, code=found.code, reason="")


def test_what_is_mended_meanwhile_is_refused_and_the_words_are_kept(plan, placed, cast, as_user):
    address = reverse("plan-consistency", args=[plan.pk])
    answer = as_user(cast.sekretariat).post(address, {"finding": "0" * 16, "reason": WHY})
    assert answer.status_code == 409
    assert WHY in answer.text
    Plan.objects.filter(pk=plan.pk).update(state="signed")
    [found] = findings_of(plan)
    with pytest.raises(Refused):
        workflow.waive(plan, found.key, WHY, by=cast.sekretariat)


def test_another_council_has_no_say(plan, let_stand, cast):
    """Its waiver is not found in a plan of another council."""
    other = Plan.objects.create(council=cast.lokalraad("Viborg"), year=2027)
    with pytest.raises(Http404):
        load_waiver(other, let_stand.pk)


def test_place_level_and_kind_are_asked_for_in_the_address(plan, placed, section, page):
    section("Sager", body="<p>Sag 010190-1234. Se afsnit 9.9.</p>")
    blocking = page(niveau="blocking")
    assert "CPR" in blocking
    assert "planen gælder 2027" not in blocking
    here = page(sted=str(placed.lineage))
    assert "planen gælder 2027" in here
    assert "CPR" not in here.partition("</nav>")[2].partition("Vis alle")[2]
    assert "planen gælder 2027" not in page(sted="planen")
    assert "Intet at se på her" in page(sted=str(placed.lineage), niveau="blocking")
    both = page(sted=str(placed.lineage), slags="Årstal")
    assert f"?sted={placed.lineage}&amp;slags=" in both
