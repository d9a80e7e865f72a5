"""What a round asks of a proposal: the secretariat's own questions, until the lokalråd are asked."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from plans.proposals.models import USUAL_QUESTIONS, ProposalRound
from plans.rounds import workflow as rounds
from samarbejde.events.models import Event
from samarbejde.transitions import Refused, Stale
from tests.making import a_plan
from tests.plans.proposals import stages
from tests.plans.rounds.test_opening import planned


def page_of(round_: ProposalRound) -> str:
    return reverse("round-questions", args=[round_.plan_id])


def typed(round_: ProposalRound, **changes: object) -> dict[str, object]:
    """The page's form as it is sent unchanged."""
    sent: dict[str, object] = {"keys": ",".join(one["key"] for one in round_.questions)}
    for place, one in enumerate(round_.questions, start=1):
        key = one["key"]
        sent |= {
            f"wording_{key}": one["wording"],
            f"hint_{key}": one["hint"],
            f"obligatory_{key}": "skal" if one["obligatory"] else "kan",
            f"place_{key}": place,
        }
    return sent | {"version": round_.version} | changes


def asked(round_: ProposalRound) -> list[str]:
    round_.refresh_from_db()
    return [one["wording"] for one in round_.questions]


def test_a_round_begins_with_the_usual_questions(cast):
    assert stages.a_round(cast).questions == USUAL_QUESTIONS


def test_a_new_round_asks_what_last_years_asked(cast):
    round_ = planned(cast)
    own = [{"key": "effect", "wording": "Hvad skal det føre til?", "hint": "", "obligatory": True}]
    rounds.ask(round_, own, version=round_.version, by=cast.sekretariat)
    following = stages.a_round(cast, a_plan(cast.kredsraad(), round_.plan.year + 1))
    assert following.questions == own


def test_the_call_shows_what_will_be_asked(cast, as_user):
    plan = a_plan(cast.kredsraad())
    page = as_user(cast.sekretariat).get(reverse("open-round", args=[plan.pk])).text
    assert "Ønsket virkning" in page
    assert "Til da kan du rette dem." in page


def test_a_question_is_reworded_moved_removed_and_added(cast, as_user):
    round_ = planned(cast)
    secretariat = as_user(cast.sekretariat)
    more = secretariat.post(page_of(round_), typed(round_, wording_police="Politiets del", more="1"))
    assert "Politiets del" in more.text
    assert asked(round_) == [one["wording"] for one in USUAL_QUESTIONS]
    *_, new = more.context["form"].asked
    sent = typed(
        round_, wording_police="Politiets del", wording_time="", place_effect=1, place_target_group=2
    )
    sent |= {
        "keys": ",".join(more.context["form"].asked),
        f"wording_{new}": "Hvad koster det?",
        f"hint_{new}": "Skriv kun, hvis det koster noget.",
        f"obligatory_{new}": "kan",
        f"place_{new}": 3,
    }
    assert secretariat.post(page_of(round_), sent).status_code == 302
    assert asked(round_)[:4] == ["Ønsket virkning", "Målgruppe", "Politiets del", "Hvad koster det?"]
    assert "Tid" not in asked(round_)
    round_.refresh_from_db()
    assert [one["key"] for one in round_.questions[:3]] == ["effect", "target_group", "police"]
    assert Event.objects.about(round_.plan).filter(text__contains="Spørgsmålene").count() == 1


def test_once_it_is_open_only_the_hints_are_corrected(cast, as_user):
    round_ = stages.a_round(cast)
    secretariat = as_user(cast.sekretariat)
    page = secretariat.get(page_of(round_)).text
    assert "spørgsmålene ligger fast" in page
    assert "Tilføj et spørgsmål" not in page
    sent = {
        name: said for name, said in typed(round_).items() if name.startswith(("hint", "keys", "version"))
    }
    sent["hint_effect"] = "Skriv det i én sætning."
    assert secretariat.post(page_of(round_), sent).status_code == 302
    round_.refresh_from_db()
    assert {one["key"]: one["hint"] for one in round_.questions}["effect"] == "Skriv det i én sætning."
    assert asked(round_) == [one["wording"] for one in USUAL_QUESTIONS]
    with pytest.raises(Refused, match="Runden er åbnet"):
        rounds.ask(round_, round_.questions[1:], version=round_.version, by=cast.sekretariat)


def test_a_round_that_opens_meanwhile_is_not_asked_anew(cast, as_user):
    round_ = planned(cast)
    sent = typed(round_, wording_effect="Noget andet")
    ProposalRound.objects.filter(pk=round_.pk).update(opens_at=timezone.now() - timedelta(minutes=1))
    rounds.open_due_rounds()
    answer = as_user(cast.sekretariat).post(page_of(round_), sent)
    assert answer.status_code == 409
    assert "Noget andet" in answer.text
    again = sent | {"version": answer.context["form"]["version"].value()}
    answer = as_user(cast.sekretariat).post(page_of(round_), again)
    assert answer.status_code == 409
    assert "Runden er åbnet, så spørgsmålene kan ikke ændres" in answer.text
    assert "Noget andet" in answer.text
    assert "Noget andet" not in asked(round_)


def test_two_who_word_the_questions_see_both(cast, as_user):
    round_ = planned(cast)
    mine = typed(round_, wording_effect="Min ordlyd")
    theirs = [{**one, "wording": "Deres"} if one["key"] == "effect" else one for one in round_.questions]
    rounds.ask(round_, theirs, version=round_.version, by=cast.sekretariat)
    answer = as_user(cast.sekretariat).post(page_of(round_), mine)
    assert answer.status_code == 409
    assert "Min ordlyd" in answer.text
    assert "Deres" in answer.text
    assert "Deres" in asked(round_)
    with pytest.raises(Stale):
        rounds.ask(round_, [], version=1, by=cast.sekretariat)


@pytest.mark.parametrize("keys", ["", "x" * 2000, "Æ,../..,effect", ",,,"])
def test_odd_keys_do_no_harm(cast, as_user, keys):
    round_ = planned(cast)
    answer = as_user(cast.sekretariat).post(page_of(round_), typed(round_, keys=keys))
    assert answer.status_code in (302, 422)


def test_a_question_without_words_is_refused_by_the_database(cast):
    round_ = planned(cast)
    empty = [{**USUAL_QUESTIONS[0], "wording": ""}]
    with pytest.raises(DatabaseError, match="a_rounds_questions_say_something"), transaction.atomic():
        ProposalRound.objects.filter(pk=round_.pk).update(questions=empty)
