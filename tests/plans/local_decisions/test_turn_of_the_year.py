"""A decision of December is written down in January; before the plan is public, citizens read none."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from councils.agendas import sources
from councils.models import Meeting
from plans.desk.waiting import waiting_for
from plans.local_decisions.models import PreventionDecision, TopicChange
from samarbejde.accounts.models import User
from tests.making import a_plan, an_edition
from tests.plans.local_decisions import stages
from tests.plans.local_decisions.stages import YEAR

pytestmark = pytest.mark.django_db


def desk(person):
    """As the person's next request finds it."""
    tasks = waiting_for(User.objects.get(pk=person.pk))
    return [task.title for task in tasks if task.title.startswith("Skriv beslutningen")]


def on(month, day):
    """Next year."""
    return time_machine.travel(datetime(YEAR + 1, month, day, 12, tzinfo=UTC), tick=True)


def test_what_was_decided_in_december_is_written_down_in_january(cast, as_user):
    area, topic, herning = stages.area(cast), stages.topic(cast), cast.lokalraad("Herning")
    december = f"18-12-{YEAR}"
    with on(1, 3):
        client = as_user(cast.formand_herning)
        at = reverse("decide-on-area", args=[herning.pk, YEAR, area.pk])
        assert client.get(at).context["form"]["decided_on"].value() is None
        wrong = client.post(at, stages.typed_decision(decided_on=f"2-1-{YEAR + 1}"))
        assert f"Vælg en dag i {YEAR}" in wrong.text
        sent = client.post(at, stages.typed_decision(decided_on=december))
        assert sent.url == reverse("local-decisions", args=[herning.pk, YEAR])
        at = reverse("change-topic", args=[herning.pk, YEAR, topic.lineage])
        assert client.post(at, stages.typed_change(changed_on=december)).status_code == 302
        too_old = reverse("local-decisions", args=[herning.pk, YEAR - 1])
        assert client.get(too_old).status_code == 404
        this_year = reverse("local-decisions", args=[herning.pk, YEAR + 1])
        assert client.get(reverse("own-local-decisions", args=[herning.pk])).url == this_year
        assert reverse("local-decisions", args=[herning.pk, YEAR]) in client.get(this_year).text
    assert PreventionDecision.objects.get().decided_on == date(YEAR, 12, 18)
    assert TopicChange.objects.get().changed_on == date(YEAR, 12, 18)


def test_the_desk_asks_for_last_years_until_january_is_over(cast):
    area = stages.area(cast)
    type(area).objects.filter(pk=area.pk).update(to_year=YEAR)
    with on(1, 31):
        assert desk(cast.formand_herning) == [f"Skriv beslutningen for {YEAR} om Havrevej"]
        stages.decided(cast, area, decided_on=date(YEAR, 12, 18))
        assert desk(cast.formand_herning) == []
    stages.area(cast, name="Kornvej")
    with on(2, 1):
        assert desk(cast.formand_herning) == ["Skriv beslutningen om Kornvej"]


def offered(meeting):
    return [(one.key, one.text) for one in sources.waiting_for(meeting) if one.kind == "Forebyggelsesområde"]


def test_januarys_meeting_is_offered_what_was_left_of_last_year(cast):
    """By the same name as before, so that a meeting which talked of it is remembered."""
    herning = cast.lokalraad("Herning")
    area = stages.area(cast)
    type(area).objects.filter(pk=area.pk).update(to_year=YEAR)
    december, january, february = (
        Meeting.objects.create(council=herning, held_on=day)
        for day in (date(YEAR, 12, 10), date(YEAR + 1, 1, 14), date(YEAR + 1, 2, 14))
    )
    [(key, _)] = offered(december)
    assert offered(january) == [
        (key, f"Området var på listen i {YEAR}. Det mangler fra {YEAR}. Hvad blev besluttet?")
    ]
    assert offered(february) == []
    this = stages.area(cast, name="Kornvej")
    assert [name for name, _ in offered(january)] == [
        key,
        f"prevention:{this.pk}:{YEAR}",
        f"prevention:{this.pk}:{YEAR + 1}",
    ]
    stages.decided(cast, area)
    stages.decided(cast, this)
    assert [name for name, _ in offered(january)] == [f"prevention:{this.pk}:{YEAR + 1}"]


def test_it_says_when_citizens_can_read_it(cast, as_user):
    herning, area, client = cast.lokalraad("Herning"), stages.area(cast), as_user(cast.formand_herning)
    at = reverse("decide-on-area", args=[herning.pk, YEAR, area.pk])
    later, now = "når kredsens plan for året er offentliggjort.", "Borgerne kan læse den nu."
    listed = reverse("local-decisions", args=[herning.pk, YEAR])
    assert later in client.get(at).text
    assert later in client.post(at, stages.typed_decision(), follow=True).text
    assert later in client.get(listed).text
    an_edition(a_plan(cast.kredsraad(), YEAR))
    assert later not in client.get(at).text
    page = client.post(at, stages.typed_decision(what="Nyt", seen="1"), follow=True).text
    assert now in page
    assert later not in page
