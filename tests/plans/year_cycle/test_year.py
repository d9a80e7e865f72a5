"""The wheel of the year: what stands in it, for whom, and what the law demands of it."""

from datetime import date, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.desk.workflow import cancel_meeting
from councils.models import PreventionArea
from plans.document.models import Plan
from plans.duties.models import Addressee, Duty
from plans.year_cycle.entries import Span, council_entries, district_entries, lacking_meetings
from tests.councils.meetings import stages as meetings
from tests.making import a_plan, an_edition
from tests.plans.approval import stages as approval
from tests.plans.proposals import stages as proposals

pytestmark = pytest.mark.django_db
YEAR = timezone.localdate().year + 1
SPAN = Span.of_year(YEAR)
LAW = "bekendtgørelse nr. 1426 af 2006"


def on(month: int, day: int = 3) -> date:
    return date(YEAR, month, day)


def told(entries) -> list[tuple[date, str, str]]:
    return [(entry.day, entry.kind, entry.text) for entry in entries]


def a_plan_with(cast, *duties: dict) -> Plan:
    """Next year's, published with these duties."""
    plan = a_plan(cast.kredsraad(), YEAR)
    for duty in duties:
        Duty.objects.create(plan=plan, **{"due_year": YEAR, "addressee": Addressee.ALL_LOCAL} | duty)
    an_edition(plan)
    return plan


def page(client, council, year: int = YEAR):
    return client.get(reverse("council-year", args=[council.pk, year]))


def test_meetings_stand_in_the_order_of_their_days(cast, as_user):
    later = meetings.planned(cast, held_on=on(9), starts_at=time(13), ends_at=None)
    first = meetings.planned(cast, held_on=on(2))
    meetings.planned(cast, held_on=date(YEAR + 1, 1, 4))
    found = page(as_user(cast.sekretariat), cast.kredsraad())
    quarters = dict(found.context["quarters"])
    assert [(number, entry.meeting) for number, entry in quarters[1]] == [(1, first)]
    assert [(number, entry.meeting) for number, entry in quarters[3]] == [(2, later)]
    assert reverse("meeting", args=[first.pk]) in found.text
    assert "Møde kl. 13.00" in found.text


def test_a_cancelled_meeting_is_told_as_such(cast, as_user):
    meeting = meetings.planned(cast, held_on=on(2))
    cancel_meeting(meeting, reason=meetings.REASON, by=cast.sekretariat)
    [entry] = council_entries(cast.sekretariat, cast.kredsraad(), SPAN)
    assert (entry.is_off, entry.said) == (True, "aflyst")
    assert "is-off" in page(as_user(cast.sekretariat), cast.kredsraad()).text


@pytest.mark.parametrize(("planned", "heading"), [
    (0, "Ingen af kredsrådets møder er planlagt"),
    (2, "Der mangler 2 møder i kredsrådet"),
    (3, "Der mangler 1 møde i kredsrådet"),
    (4, None),
    (5, None),
])  # fmt: skip
def test_the_page_says_how_many_meetings_the_law_still_demands(planned, heading, cast, as_user):
    for month in range(1, planned + 1):
        meetings.planned(cast, held_on=on(month * 2))
    text = page(as_user(cast.sekretariat), cast.kredsraad()).text
    assert (LAW in text) == (heading is not None)
    assert heading is None or heading in text
    district = reverse("district-year", args=[cast.district.slug, YEAR])
    assert (LAW in as_user(cast.formand_herning).get(district).text) == (heading is not None)


def test_neither_cancelled_meetings_nor_others_count_for_the_law(cast, as_user):
    meetings.hernings(cast, held_on=on(2))
    off = meetings.planned(cast, held_on=on(3))
    cancel_meeting(off, reason=meetings.REASON, by=cast.sekretariat)
    assert lacking_meetings(cast.district, YEAR) == 4
    assert LAW not in page(as_user(cast.formand_herning), cast.lokalraad("Herning")).text


def test_a_round_stands_with_those_who_are_asked(cast):
    round_ = proposals.a_round(cast)
    year = Span(timezone.localdate() - timedelta(days=300), timezone.localdate() + timedelta(days=300))
    asked = told(council_entries(cast.formand_herning, cast.lokalraad("Herning"), year))
    deadline = timezone.localdate(round_.deadline)
    assert (deadline, "deadline", "Frist for forslag") in asked
    assert [text for _, _, text in asked] == ["Forslagsrunden åbner", "Frist for forslag"]
    assert told(council_entries(cast.sekretariat, cast.kredsraad(), year)) == asked
    contact = cast.district.councils.get(kind="contact")
    assert council_entries(cast.kontaktudvalg, contact, year) == []


def test_only_the_kredsraad_is_asked_to_sign(cast):
    round_ = approval.standing_round(approval.signing(cast))
    year = Span(timezone.localdate(), timezone.localdate() + timedelta(days=300))
    signing = (round_.deadline, "deadline", "Planen underskrives senest")
    assert signing in told(council_entries(cast.borgmester("Herning"), cast.kredsraad(), year))
    assert signing in told(district_entries(cast.formand_herning, cast.district, year))
    assert signing not in told(council_entries(cast.formand_herning, cast.lokalraad("Herning"), year))


def test_where_a_plan_is_signed_leads_to_what_everybody_may_read(cast, as_user):
    approval.standing_round(approval.signing(cast))
    year = Span(timezone.localdate(), timezone.localdate() + timedelta(days=300))
    found = district_entries(cast.formand_herning, cast.district, year)
    [address] = [entry.address for entry in found if entry.text == "Planen underskrives senest"]
    for person in (cast.formand_herning, cast.stedfortraeder("Viborg"), cast.borgmester("Herning")):
        assert as_user(person).get(address).status_code == 200


def test_a_duty_stands_with_those_it_is_laid_on(cast):
    herning, viborg = cast.lokalraad("Herning"), cast.lokalraad("Viborg")
    PreventionArea.objects.filter(municipality__in=[herning.municipality, viborg.municipality]).delete()
    PreventionArea.objects.create(municipality=viborg.municipality, name="Houlkær", from_year=YEAR)
    a_plan_with(
        cast,
        {"wording": "Alle svarer", "due_quarter": 2},
        {"wording": "Herning svarer", "due_quarter": 3, "addressee": "named", "council_ids": [herning.pk]},
        {"wording": "De med et område svarer", "due_quarter": 3, "addressee": "prevention"},
        {"wording": "Kontaktudvalget svarer", "addressee": "contact"},
    )
    everybody = (date(YEAR, 6, 30), "duty", "Alle svarer")
    of_herning = told(council_entries(cast.formand_herning, herning, SPAN))
    assert of_herning == [everybody, (date(YEAR, 9, 30), "duty", "Herning svarer")]
    assert council_entries(cast.formand_herning, herning, SPAN)[0].said == "mangler"
    of_viborg = told(council_entries(cast.formand_viborg, viborg, SPAN))
    assert of_viborg == [everybody, (date(YEAR, 9, 30), "duty", "De med et område svarer")]
    contact = cast.district.councils.get(kind="contact")
    of_contact = told(council_entries(cast.kontaktudvalg, contact, SPAN))
    assert of_contact == [(date(YEAR, 12, 31), "duty", "Kontaktudvalget svarer")]
    assert len(council_entries(cast.sekretariat, cast.kredsraad(), SPAN)) == 4


def test_a_duty_due_at_a_meeting_stands_on_its_day(cast):
    a_plan_with(cast, {"wording": "Meldes til mødet", "due_quarter": 2, "at_meeting": True})
    meetings.planned(cast, held_on=on(5, 20))
    found = council_entries(cast.formand_herning, cast.lokalraad("Herning"), SPAN)
    assert told(found) == [(on(5, 20), "duty", "Meldes til mødet")]


def test_nobody_is_bound_by_a_draft(cast):
    plan = a_plan(cast.kredsraad(), year=YEAR)
    Duty.objects.create(plan=plan, wording="Måske", addressee=Addressee.ALL_LOCAL, due_year=YEAR)
    assert council_entries(cast.sekretariat, cast.kredsraad(), SPAN) == []


def test_a_lokalraads_planned_meeting_is_not_in_the_districts_year(cast, as_user):
    meetings.hernings(cast, held_on=on(2))
    assert district_entries(cast.sekretariat, cast.district, SPAN) == []
    [own] = district_entries(cast.medlem_herning, cast.district, SPAN)
    assert own.whose == "Lokalrådet i Herning"


def test_the_menu_leads_to_ones_own_year(cast, as_user):
    client = as_user(cast.formand_herning)
    assert f'href="{reverse("own-year")}"' in client.get(reverse("desk")).text
    answer = client.get(reverse("own-year"))
    this_year = timezone.localdate().year
    assert answer.url == reverse("council-year", args=[cast.lokalraad("Herning").pk, this_year])


def test_a_year_far_away_is_none(cast, as_user):
    assert page(as_user(cast.sekretariat), cast.kredsraad(), 1999).status_code == 404
    assert page(as_user(cast.sekretariat), cast.kredsraad(), 99999).status_code == 404


def test_an_empty_year_says_what_will_come(cast, as_user):
    text = page(as_user(cast.formand_herning), cast.lokalraad("Herning")).text
    assert "Året er tomt endnu" in text
    assert '<svg class="wheel"' not in text


def test_three_of_each_cost_no_more_queries_than_one(cast, as_user):
    client = as_user(cast.sekretariat)
    address = reverse("district-year", args=[cast.district.slug, YEAR])

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            client.get(address)
        return len(found)

    plan = a_plan_with(cast, {"wording": "Svar", "due_quarter": 1, "at_meeting": True})
    meetings.planned(cast, held_on=on(2))
    once = queries()
    for quarter in (2, 3):
        meetings.planned(cast, held_on=on(quarter * 2))
        Duty.objects.create(plan=plan, wording="Mere", due_year=YEAR, due_quarter=quarter)
    an_edition(plan)
    assert queries() == once <= 12
