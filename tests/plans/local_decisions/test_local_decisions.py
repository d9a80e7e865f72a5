"""A lokalråd decides on its prevention areas, and changes its own topics, in the course of the year."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from councils.agendas.sources import waiting_for
from councils.agendas.workflow import take_up
from councils.models import Meeting
from plans.desk.waiting import waiting_for as tasks_of
from plans.local_decisions.models import PreventionDecision, TopicChange
from plans.local_decisions.reading import own_topics, public_changes, public_decisions
from samarbejde.events.models import Event
from samarbejde.transitions import Refused
from tests.councils.meetings import stages as meetings
from tests.making import a_focus_area, an_edition
from tests.plans.local_decisions import stages
from tests.plans.local_decisions.stages import YEAR

pytestmark = pytest.mark.django_db
TOMORROW = f"{timezone.localdate() + timedelta(days=1):%d-%m-%Y}"


def waiting(meeting):
    return [one for one in waiting_for(meeting) if one.kind == "Forebyggelsesområde"]


def desk(person):
    person.__dict__.pop("_offices", None)
    return [task.title for task in tasks_of(person) if task.title.startswith("Skriv beslutningen")]


def next_meeting(cast, days=40):
    """In the areas' year, whatever the day is today."""
    meeting = meetings.hernings(cast, held_on=meetings.in_days(days))
    day = date(YEAR, 12, days % 28 + 1)
    Meeting.objects.filter(pk=meeting.pk).update(held_on=day, notice_by=None)
    meeting.refresh_from_db()
    return meeting


def test_it_waits_for_the_agenda_and_on_the_chairs_desk_until_it_is_decided(cast):
    area, meeting = stages.area(cast), next_meeting(cast)
    [point] = waiting(meeting)
    assert point.title == "Beslutning om Havrevej"
    assert desk(cast.formand_herning) == ["Skriv beslutningen om Havrevej"]
    assert desk(cast.medlem_herning) == []
    assert desk(cast.formand_viborg) == []
    stages.decided(cast, area)
    assert waiting(meeting) == []
    assert desk(cast.formand_herning) == []


def test_a_meeting_that_talked_of_it_leaves_it_to_the_next(cast):
    stages.area(cast)
    first, second = next_meeting(cast, 40), next_meeting(cast, 50)
    take_up(first, [one.key for one in waiting(first)], by=cast.formand_herning)
    assert waiting(second) == []
    Meeting.objects.filter(pk=first.pk).update(state="held")
    assert [one.title for one in waiting(second)] == ["Beslutning om Havrevej"]
    first.agenda.update(is_postponed=True)
    assert waiting(second) == []
    [put_off] = [one.key for one in waiting_for(second) if one.carried_from]
    take_up(second, [put_off], by=cast.formand_herning)
    Meeting.objects.filter(pk=second.pk).update(state="held")
    assert [one.title for one in waiting(next_meeting(cast, 60))] == ["Beslutning om Havrevej"]


def test_neither_another_council_nor_an_area_that_left_the_list_is_asked(cast):
    gone = stages.area(cast)
    type(gone).objects.filter(pk=gone.pk).update(from_year=YEAR - 2, to_year=YEAR - 1)
    assert waiting(next_meeting(cast)) == []
    stages.area(cast, name="Kornvej")
    assert waiting(meetings.planned(cast)) == []


def test_the_chair_writes_it_and_citizens_may_know(cast, as_user):
    area = stages.area(cast)
    at = reverse("decide-on-area", args=[cast.lokalraad("Herning").pk, YEAR, area.pk])
    assert as_user(cast.formand_herning).post(at, stages.typed_decision()).status_code == 302
    made = PreventionDecision.objects.get()
    assert (made.number, made.what, made.by) == (1, stages.WHAT, cast.formand_herning)
    assert public_decisions(area.municipality, YEAR) == [made]
    assert public_decisions(area.municipality, YEAR - 1) == []
    assert stages.WHAT in Event.objects.get(verb="prevention.decided").text
    page = as_user(cast.sekretariat).get(stages.overview(cast)).text
    assert stages.WHAT in page


def test_a_correction_is_a_new_one_and_the_old_one_is_kept(cast, as_user):
    first = stages.decided(cast)
    second = stages.decided(cast, first.area, seen=1, what="Vi trapper ned")
    assert list(PreventionDecision.objects.values_list("number", flat=True)) == [2, 1]
    assert public_decisions(first.area.municipality, YEAR) == [second]
    page = as_user(cast.medlem_herning).get(reverse("local-decisions", args=[first.council_id, YEAR])).text
    assert page.index("Vi trapper ned") < page.index("Det stod der før") < page.index(stages.WHAT)


def test_two_who_decide_at_once_do_not_pass_over_each_other(cast, as_user):
    first = stages.decided(cast)
    at = reverse("decide-on-area", args=[first.council_id, YEAR, first.area_id])
    response = as_user(cast.formand_herning).post(at, stages.typed_decision(what="En anden"))
    assert response.status_code == 409
    assert "En anden" in response.text
    assert stages.decided(cast, first.area) == first
    assert PreventionDecision.objects.count() == 1


def test_the_second_of_two_reads_the_first_and_goes_on(cast, as_user):
    first = stages.decided(cast, text="Det skrev den første.")
    client = as_user(cast.formand_herning)
    at = reverse("decide-on-area", args=[first.council_id, YEAR, first.area_id])
    refused = client.post(at, stages.typed_decision(what="En anden"))
    assert refused.status_code == 409
    assert "Det skrev den første." in refused.text
    assert refused.context["form"]["seen"].value() == "1"
    assert client.post(at, stages.typed_decision(what="En anden", seen="1")).status_code == 302
    assert list(PreventionDecision.objects.values_list("number", "what")) == [
        (2, "En anden"),
        (1, stages.WHAT),
    ]


def test_a_local_topic_is_changed_without_a_new_signature(cast, as_user):
    topic = stages.topic(cast)
    herning = cast.lokalraad("Herning")
    at = reverse("change-topic", args=[herning.pk, YEAR, topic.lineage])
    assert as_user(cast.formand_herning).post(at, stages.typed_change()).status_code == 302
    made = TopicChange.objects.get()
    assert public_changes(herning.municipality, topic.plan) == {topic.lineage: [made]}
    assert public_changes(cast.lokalraad("Viborg").municipality, topic.plan) == {}
    topic.plan.refresh_from_db()
    assert topic.plan.state == "published"
    page = as_user(cast.sekretariat).get(reverse("local-decisions", args=[herning.pk, YEAR])).text
    assert stages.CHANGE in page
    assert stages.REASON in page
    assert stages.changed(cast, topic) == made


def test_topics_are_those_of_the_public_text_while_a_new_one_is_written(cast):
    topic = stages.topic(cast)
    herning = cast.lokalraad("Herning")
    a_focus_area(topic.plan, "Kun i kladden", herning)
    topic.own_title = "Ro i kladden"
    topic.save()
    [known] = own_topics(herning, YEAR)
    assert (known.title, known.plan) == ("Uro ved torvet", topic.plan)
    assert stages.changed(cast, known).topic == "Uro ved torvet"
    topic.delete()
    assert [one.lineage for one in own_topics(herning, YEAR)] == [known.lineage]
    an_edition(topic.plan)
    assert [one.title for one in own_topics(herning, YEAR)] == ["Kun i kladden"]


def test_only_ones_own_topic_of_a_public_plan_is_changed(cast, as_user):
    topic = stages.topic(cast)
    shared = topic.plan.focus_areas.get(scope="district")
    herning, client = cast.lokalraad("Herning"), as_user(cast.formand_herning)
    for lineage, known in ((topic.lineage, 200), (shared.lineage, 404)):
        assert client.get(reverse("change-topic", args=[herning.pk, YEAR, lineage])).status_code == known
    viborg = reverse("change-topic", args=[cast.lokalraad("Viborg").pk, YEAR, topic.lineage])
    assert client.get(viborg).status_code == 404


@pytest.mark.parametrize(
    ("name", "change", "complaint"),
    [
        ("decide-on-area", {"what": ""}, "skal udfyldes"),
        ("decide-on-area", {"text": "Ring til 010180-1234"}, "010180-1234"),
        ("decide-on-area", {"decided_on": f"1-1-{YEAR - 1}"}, f"Vælg en dag i {YEAR}"),
        (
            "change-topic",
            {"changed_on": TOMORROW},
            "ikke kommet",
        ),
        ("change-topic", {"reason": ""}, "skal udfyldes"),
    ],
)
def test_bad_input_comes_back_with_what_was_typed(cast, as_user, name, change, complaint):
    herning = cast.lokalraad("Herning")
    if name == "decide-on-area":
        at, typed = (
            reverse(name, args=[herning.pk, YEAR, stages.area(cast).pk]),
            stages.typed_decision(**change),
        )
    else:
        at = reverse(name, args=[herning.pk, YEAR, stages.topic(cast).lineage])
        typed = stages.typed_change(**change)
    response = as_user(cast.formand_herning).post(at, typed)
    assert response.status_code == 422
    assert complaint in response.text
    assert typed["text"] in response.text


def test_a_day_that_has_not_come_is_refused(cast):
    with pytest.raises(Refused, match="ikke kommet"):
        stages.decided(cast, decided_on=timezone.localdate() + timedelta(days=1))


def test_what_the_database_holds(cast):
    made, changed = stages.decided(cast), stages.changed(cast)
    again = {name: getattr(made, name) for name in ("area", "council", "area_name", "by")}
    words = {"what": "x", "text": "y", "decided_on": made.decided_on, "number": 2}
    rules = {
        "decisions_on_an_area_are_numbered": {"number": 1},
        "a_decision_on_an_area_says_what_and_why": {"text": ""},
    }
    for rule, wrong in rules.items():
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            PreventionDecision.objects.create(**again, **words | wrong)
    same = {name: getattr(changed, name) for name in ("plan", "council", "lineage", "changed_on", "by")}
    with pytest.raises(IntegrityError, match="a_changed_topic_has_a_reason"), transaction.atomic():
        TopicChange.objects.create(**same, topic="x", text="y", reason="")
    for table in (PreventionDecision, TopicChange):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.update(text="Ændret.")


def test_one_and_three(cast, as_user):
    herning, chair = cast.lokalraad("Herning"), as_user(cast.formand_herning)
    secretariat = as_user(cast.sekretariat)
    topic = stages.topic(cast)
    counted = []
    for name in ("Havrevej", "Kornvej", "Rugvej"):
        stages.decided(cast, stages.area(cast, name=name))
        stages.changed(cast, topic, text=name)
        with CaptureQueriesContext(connection) as queries:
            assert chair.get(reverse("local-decisions", args=[herning.pk, YEAR])).status_code == 200
            own = len(queries)
            secretariat.get(stages.overview(cast))
        counted.append((own, len(queries) - own))
    assert counted[0] == counted[2]
    assert max(counted[2]) <= 12


def test_without_any_each_list_says_so(cast, as_user):
    listed = reverse("local-decisions", args=[cast.lokalraad("Herning").pk, YEAR])
    page = as_user(cast.medlem_herning).get(listed).text
    assert "Ingen områder i kommunen står på årets liste." in page
    page = as_user(cast.sekretariat).get(stages.overview(cast)).text
    assert f"Ingen områder i politikredsen står på listen for {YEAR}." in page
    assert f"Intet lokalråd har ændret sine emner i {YEAR}." in page
