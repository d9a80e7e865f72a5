"""A sentence that was found to be no duty can be taken back, with one click."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from plans.document.models import Plan
from plans.duties import workflow
from plans.duties.models import DeclinedSentence
from plans.duties.proposing import proposed_in
from samarbejde.transitions import Refused
from tests.logged import logged
from tests.making import a_plan, section

pytestmark = pytest.mark.django_db

SENTENCE = "Lokalrådene skal tale med værtshusene."
OTHERS = ("Lokalrådene skal tale med skolerne.", "Lokalrådene skal tale med klubberne.")


@pytest.fixture
def plan(cast) -> Plan:
    plan = a_plan(cast.kredsraad(), 2027)
    section(plan, "Natteliv", body=f"<p>{SENTENCE}</p>")
    workflow.answer_sentences(plan, {}, [SENTENCE], by=cast.sekretariat)
    return plan


def proposed(plan: Plan) -> list[str]:
    return [one.seen.sentence for one in proposed_in(plan)]


def page(plan: Plan) -> str:
    return reverse("declined-sentences", args=[plan.pk])


def test_it_is_listed_and_taken_back(cast, as_user, plan):
    client = as_user(cast.sekretariat)
    assert page(plan) in client.get(reverse("propose-duties", args=[plan.pk])).text
    shown = client.get(page(plan)).text
    assert SENTENCE in shown
    assert ">Ja</td>" in shown
    assert SENTENCE not in proposed(plan)
    told = client.post(page(plan), {"sentence": DeclinedSentence.objects.get().pk}, follow=True).text
    assert "Sætningen er ikke fravalgt mere." in told
    assert "Ingen sætninger er valgt fra" in told
    assert SENTENCE in proposed(plan)
    assert logged(plan, "sentences")[-1] == f"En fravalgt sætning tages op igen: {SENTENCE}"


def test_of_an_earlier_text_it_stands_last(cast, as_user, plan):
    workflow.answer_sentences(plan, {}, [OTHERS[0]], by=cast.sekretariat)
    shown = as_user(cast.sekretariat).get(page(plan)).text
    assert shown.index(SENTENCE) < shown.index(OTHERS[0])
    assert ">Nej</td>" in shown


@pytest.mark.parametrize(
    "typed", [{}, {"sentence": ""}, {"sentence": "x"}, {"sentence": "9999999999999999999"}]
)
def test_what_names_none_is_not_found(cast, as_user, plan, typed):
    assert as_user(cast.sekretariat).post(page(plan), typed).status_code == 404
    assert DeclinedSentence.objects.exists()


def test_another_councils_is_not_found(cast, as_user, plan):
    elsewhere = a_plan(cast.kredsraad(cast.other_district), 2027)
    workflow.answer_sentences(elsewhere, {}, [SENTENCE], by=cast.sekretariat_fyn)
    theirs = DeclinedSentence.objects.get(council=elsewhere.council)
    assert as_user(cast.sekretariat).post(page(plan), {"sentence": theirs.pk}).status_code == 404
    assert DeclinedSentence.objects.filter(pk=theirs.pk).exists()


def test_only_while_the_plan_is_open_and_once(cast, as_user, plan):
    declined = DeclinedSentence.objects.get()
    Plan.objects.update(state="signing")
    assert "ligger fast" in as_user(cast.sekretariat).get(page(plan)).text
    with pytest.raises(Refused, match="ligger fast"):
        workflow.propose_again(plan, declined, by=cast.sekretariat)
    Plan.objects.update(state="draft")
    workflow.propose_again(plan, declined, by=cast.sekretariat)
    with pytest.raises(Refused, match="En anden har taget sætningen op"):
        workflow.propose_again(plan, DeclinedSentence(pk=declined.pk or 1), by=cast.sekretariat)


def test_one_and_three(cast, as_user, plan):
    client = as_user(cast.sekretariat)

    def cost() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(page(plan)).status_code == 200
        return len(found)

    cost()
    one = cost()
    workflow.answer_sentences(plan, {}, OTHERS, by=cast.sekretariat)
    assert cost() == one <= 12
