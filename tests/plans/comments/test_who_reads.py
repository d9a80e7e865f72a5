"""Who reads a comment, and who may write one when: what is internal stays so."""

from uuid import uuid4

import pytest
from django.urls import reverse

from plans.comments import workflow
from plans.comments.models import Channel, Comment
from plans.comments.permissions import writable_channels
from plans.document.states import PlanState
from samarbejde.events.models import Event
from samarbejde.outbox.models import Message
from tests.making import an_edition
from tests.plans.comments import stages
from tests.plans.comments.stages import address, nightlife, typed

pytestmark = pytest.mark.django_db

SECRET = "Spørg juristen."


def test_internal_comments_are_shown_to_nobody_outside_the_secretariat(cast, as_user):
    internal = stages.internal(cast, SECRET)
    plan = internal.plan
    section = plan.sections.get(lineage=internal.lineage)
    workflow.answer(internal, f"{SECRET} Ja.", form_key=uuid4(), by=cast.sekretariat)
    stages.in_consultation(plan.pk)
    pages = [
        reverse(name, args=[plan.pk])
        for name in ("plan", "plan-text", "plan-comments", "plan-events", "plan-versions")
    ]
    pages += [address(section), reverse("desk")]
    assert SECRET in as_user(cast.sekretariat).get(address(section)).text
    assert "Kommentarer (1)" in as_user(cast.sekretariat).get(reverse("plan-text", args=[plan.pk])).text
    for person in (cast.direktoer, cast.borgmester("Herning"), cast.formand_herning, cast.kontaktudvalg):
        client = as_user(person)
        for page in pages:
            answer = client.get(page)
            assert answer.status_code == 200, (person, page)
            assert "Spørg juristen" not in answer.text, (person, page)
            assert "Kommentarer (" not in answer.text, (person, page)
        for name in ("comment", "mark-comment"):
            here = reverse(name, args=[plan.pk, internal.pk])
            assert client.post(here, {"text": "x", "form_key": uuid4(), "step": "resolve"}).status_code == 404
    assert not Event.objects.filter(verb__startswith="comment.").exists()
    assert not Message.objects.exists()
    edition = an_edition(plan)
    assert "Spørg juristen" not in str(edition.snapshot)
    assert Comment.objects.get().resolved_at is None


def test_comments_that_are_shared_are_read_by_all_who_are_heard(cast, as_user):
    comment = stages.shared(cast, "Hvem går turen?")
    section = comment.plan.sections.get(lineage=comment.lineage)
    for person in (cast.direktoer, cast.borgmester("Herning"), cast.formand_herning, cast.kontaktudvalg):
        page = as_user(person).get(address(section)).text
        assert "Hvem går turen?" in page
        assert "Kun sekretariatet" not in page


EVERYBODY, PREPARES = {"direktør", "borgmester", "formand", "kontaktudvalg"}, {"direktør", "kontaktudvalg"}
WRITERS = {
    PlanState.DRAFT: PREPARES,
    PlanState.CONSULTATION: EVERYBODY,
    PlanState.DISCUSSED: PREPARES | {"borgmester"},
    PlanState.CORRECTING: PREPARES | {"borgmester"},
    PlanState.SIGNING: set(),
    PlanState.SIGNED: set(),
    PlanState.PUBLISHED: set(),
}


@pytest.mark.parametrize("state", PlanState.values)
def test_who_comments_follows_the_plans_state(cast, state):
    plan = nightlife(cast, state=state).plan
    people = {
        "direktør": cast.direktoer,
        "borgmester": cast.borgmester("Herning"),
        "formand": cast.formand_herning,
        "kontaktudvalg": cast.kontaktudvalg,
        "medlem": cast.medlem_herning,
        "stedfortræder": cast.stedfortraeder("Viborg"),
        "fremmed": cast.sekretariat_fyn,
    }
    may = {name: writable_channels(person, plan) for name, person in people.items()}
    assert may == {name: [Channel.SHARED] if name in WRITERS[state] else [] for name in people}
    own = [Channel.INTERNAL] if state == PlanState.PUBLISHED else [Channel.INTERNAL, Channel.SHARED]
    assert writable_channels(cast.sekretariat, plan) == own


def test_a_state_that_takes_no_comments_refuses_and_keeps_the_words(cast, as_user):
    section = nightlife(cast, state=PlanState.SIGNING)
    answer = as_user(cast.formand_herning).post(address(section), typed())
    assert answer.status_code == 409
    assert "kan ikke kommenteres i den nu" in answer.text
    assert "Hvem går turen?" in answer.text
    assert not Comment.objects.exists()
