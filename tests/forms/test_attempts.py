"""How a page answers when its step is taken, refused, or when what was typed is wrong."""

import json

import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.db import transaction
from django.urls import reverse

from plans.document.states import PlanState
from plans.duties.models import Duty
from samarbejde.forms.attempts import Attempt, typed
from samarbejde.transitions import Refused, Stale
from tests.making import a_plan
from tests.plans.approval import stages

pytestmark = pytest.mark.django_db

TYPED = {
    "addressee": "office",
    "asked": "answer",
    "wording": "Fortæl om skolerne",
    "who": "Lokalrådene",
    "modality": "bør",
}


class DayForm(forms.Form):
    day = forms.CharField(required=False)


@pytest.fixture
def plan(cast):
    return a_plan(cast.kredsraad(), 2027)


@pytest.fixture
def page(plan):
    return reverse("add-duty", args=[plan.pk])


@pytest.fixture
def sent(rf):
    """Something was sent, and its page may say something."""
    request = rf.post("/", {"day": ""})
    request._messages = CookieStorage(request)
    return request


def said(request):
    return [(message.level_tag, str(message)) for message in get_messages(request)]


def test_a_step_that_is_taken_leads_on_and_says_so(cast, as_user, plan, page):
    seen = as_user(cast.sekretariat).post(page, TYPED)
    assert (seen.status_code, seen.url) == (302, reverse("duties", args=[plan.pk]))
    assert said(seen.wsgi_request) == [("success", "Opgaven er føjet til planen.")]
    assert plan.duties.get().wording == "Fortæl om skolerne"


def test_what_is_wrong_comes_back_as_422(cast, as_user, plan, page):
    seen = as_user(cast.sekretariat).post(page, TYPED | {"modality": ""})
    assert seen.status_code == 422
    assert "Fortæl om skolerne" in seen.content.decode()
    assert not plan.duties.exists()


def test_what_is_refused_comes_back_as_409_with_the_reason(cast, as_user, plan, page):
    type(plan).objects.update(state="signed")
    seen = as_user(cast.sekretariat).post(page, TYPED)
    assert seen.status_code == 409
    assert "Fortæl om skolerne" in seen.content.decode()
    assert '<div class="alert alert-error" role="alert">' in seen.content.decode()
    assert "ligger fast" in seen.content.decode()
    assert not plan.duties.exists()


def test_nothing_of_a_refused_step_is_left(sent, plan):
    @transaction.atomic
    def step():
        Duty.objects.create(plan=plan, **TYPED)
        raise Refused("Det går ikke nu.")

    with Attempt(sent) as attempt:
        step()
    assert not plan.duties.exists()
    assert (attempt.status, str(attempt.refusal)) == (409, "Det går ikke nu.")
    assert said(sent) == [("error", "Det går ikke nu.")]


def test_a_refusal_that_the_page_tells_of_is_no_message(sent):
    with Attempt(sent, page_tells=Stale) as attempt:
        raise Stale("En anden var først.", "hvad der står")
    assert attempt.status == 409
    assert isinstance(attempt.refusal, Stale)
    assert attempt.refusal.current == "hvad der står"
    assert said(sent) == []

    with Attempt(sent, page_tells=Stale):
        raise Refused("Noget andet.")
    assert said(sent) == [("error", "Noget andet.")]


def test_a_fault_of_ours_is_no_refusal(sent):
    with pytest.raises(ValueError, match="fejl"), Attempt(sent):
        raise ValueError("en fejl")
    assert said(sent) == []


def test_what_was_not_sent_is_not_wrong(rf, sent):
    for request in (rf.get("/"), rf.head("/", {"day": "x"})):
        form = DayForm(typed(request))
        assert (form.is_bound, Attempt(request, form).status) == (False, 200)
    assert DayForm(typed(sent)).is_bound


MINE = "Det har jeg brugt en aften på"
TOO_LATE = {
    "add-duty": (PlanState.SIGNED, lambda plan: TYPED | {"wording": MINE}),
    "send-to-consultation": (PlanState.SIGNING, lambda plan: {"note": MINE}),
    "record-discussion": (PlanState.DRAFT, lambda plan: stages.typed_meeting(plan, minutes=MINE)),
    "record-discussion: rettelser": (
        PlanState.CORRECTING,
        lambda plan: stages.typed_meeting(plan, minutes=MINE),
    ),
    "reopen-plan": (PlanState.DRAFT, lambda plan: {"reason": MINE}),
    "signatures": (PlanState.DRAFT, lambda plan: stages.to_open(place=MINE)),
    "switch-signatures": (PlanState.PUBLISHED, lambda plan: {"required": "nej", "reason": MINE}),
    "renew-signatures": (PlanState.DRAFT, lambda plan: stages.to_open(place=MINE)),
    "publish-plan": (PlanState.DRAFT, lambda plan: {"note": MINE}),
    "publish-plan: offentlig": (PlanState.PUBLISHED, lambda plan: {"note": MINE}),
}


@pytest.mark.parametrize("page", TOO_LATE)
def test_what_was_typed_is_kept_where_its_form_has_no_room_any_more(cast, as_user, plan, page):
    state, write = TOO_LATE[page]
    type(plan).objects.update(state=state)
    address = reverse(page.partition(":")[0], args=[plan.pk])
    seen = as_user(cast.sekretariat).post(address, write(plan))
    assert seen.status_code == 409
    assert MINE in seen.content.decode()


@pytest.mark.parametrize(
    ("page", "filled"),
    [
        ("record-discussion", {"held_on": "i går", "minutes": MINE}),
        ("record-paper-signatures", {"signed_on": "i går", "place": MINE}),
        ("signatures", {"deadline": "i går", "place": MINE}),
    ],
)
def test_nor_is_it_lost_when_something_is_wrong_too(cast, as_user, plan, page, filled):
    seen = as_user(cast.sekretariat).post(reverse(page, args=[plan.pk]), filled)
    assert seen.status_code == 422
    assert MINE in seen.content.decode()


def test_a_page_that_saves_itself_is_told_in_its_own_line_alone(rf):
    request = rf.post("/", {"day": ""}, headers={"Accept": "application/json"})
    request._messages = CookieStorage(request)
    with Attempt(request) as attempt:
        raise Refused("Det går ikke nu.")
    answer = attempt.page("a page that is not shown")
    assert answer.status_code == 409
    assert json.loads(answer.content) == {"text": "Det går ikke nu.", "stale": False}
    assert said(request) == [], "the next page does not tell it again"
