"""The secretariat answers each body's remarks; who has none says so with one click."""

import pytest
from django.db import IntegrityError

from plans.consultation import workflow
from plans.consultation.models import NO_REMARKS, ConsultationReply, ReplyAnswer
from samarbejde.transitions import Refused, Stale
from tests.plans.consultation.stages import being_heard, page, reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def remark(cast) -> ConsultationReply:
    return reply(being_heard(cast), cast.formand_herning, "Nævn skolerne.")


def answer(
    one: ConsultationReply, by, outcome: str = "followed", text: str = "", version: int = 0
) -> ReplyAnswer:
    return workflow.answer(one, outcome, text, version=version, by=by)


def test_who_wrote_it_reads_the_answer(cast, as_user, remark):
    herning = as_user(cast.formand_herning)
    address = page(remark.consultation, cast.formand_herning)
    assert "Sekretariatets svar" not in herning.get(address).text
    answer(remark, cast.sekretariat, "partly", "Skolerne er nævnt, klubberne ikke.")
    shown = herning.get(address).text
    assert "Følges delvist" in shown
    assert "Skolerne er nævnt, klubberne ikke." in shown


@pytest.mark.parametrize("outcome", ["partly", "not_followed"])
def test_what_is_not_followed_is_told_why(cast, remark, outcome):
    with pytest.raises(Refused, match="hvorfor"):
        answer(remark, cast.sekretariat, outcome)
    with pytest.raises(IntegrityError, match="a_remark_that_is_not_followed_is_told_why"):
        ReplyAnswer.objects.create(reply=remark, outcome=outcome)


def test_nobodys_answer_is_overwritten_unseen(cast, remark):
    answer(remark, cast.sekretariat, text="Godt set.")
    with pytest.raises(Stale):
        answer(remark, cast.sekretariat, text="Andet.")
    answer(remark, cast.sekretariat, text="Andet.", version=1)
    stored = ReplyAnswer.objects.get()
    assert (stored.text, stored.version, stored.history.count()) == ("Andet.", 2, 2)


def test_a_personal_number_is_refused(cast, remark):
    with pytest.raises(Refused):
        answer(remark, cast.sekretariat, text="Om 010190-1234.")


def test_no_remarks_in_one_click_and_some_later(cast, as_user):
    consultation = being_heard(cast)
    herning, address = as_user(cast.formand_herning), page(consultation, cast.formand_herning)
    assert "Vi har ingen bemærkninger" in herning.get(address).text
    herning.post(address, {"text": "", "version": 0, "none": "1"})
    standing = ConsultationReply.objects.get()
    assert (standing.text, standing.has_remarks) == (NO_REMARKS, False)
    assert "Vi har ingen bemærkninger" not in herning.get(address).text
    herning.post(address, {"text": "Dog: nævn skolerne.", "version": 1})
    standing.refresh_from_db()
    assert (standing.text, standing.has_remarks) == ("Dog: nævn skolerne.", True)
