"""The secretariat keeps partners and invites them; who has a partner's link reads and answers by it."""

from typing import Any

from plans.approval.workflow import send_to_consultation
from tests.cast import Cast
from tests.making import a_plan, section
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import Row, secretariat
from tests.plans.consultation import stages as heard
from tests.plans.partners import stages
from tests.plans.pictures.making import figure, kept

Parts = dict[str, Any]

EVERYBODY = "*={0} anonym={0}"
ONLY_READ = "*=405 anonym=405"


def being_heard(cast: Cast) -> Parts:
    consultation = heard.being_heard(cast)
    stages.a_partner(cast)
    return {"pk": consultation.plan_id}


def a_listed_one(cast: Cast) -> Parts:
    return {"pk": heard.being_heard(cast).plan_id, "partner_pk": stages.a_partner(cast).pk}


def an_invited_one(cast: Cast) -> Parts:
    invitation = stages.invited(cast)
    return {"pk": invitation.consultation.plan_id, "invitation_pk": invitation.pk}


def behind_a_link(cast: Cast) -> Parts:
    return {"token": stages.link(stages.invited(cast)).token}


def behind_a_guess(cast: Cast) -> Parts:
    stages.invited(cast)
    return {"token": "x" * 43}


def behind_an_old_link(cast: Cast) -> Parts:
    invitation = stages.invited(cast)
    parts = {"token": stages.link(invitation).token}
    stages.workflow.withdraw(invitation, "Nævnt ved en fejl.", by=cast.sekretariat)
    return parts


def a_picture_behind_a_link(cast: Cast) -> Parts:
    plan = a_plan(cast.kredsraad())
    picture = kept(plan, cast.sekretariat)
    section(plan, "Torvet", figure(picture))
    send_to_consultation(plan, answer_by=heard.in_days(14), by=cast.sekretariat)
    invitation = stages.invited(cast, heard.latest(plan))
    return {"token": stages.link(invitation).token, "name": picture.name}


def ticked(cast: Cast, parts: Parts) -> Parts:
    return {"partners": [cast.district.partners.get().pk]}


def typed(cast: Cast, parts: Parts) -> Parts:
    return {"name": stages.SPORT, "contact": "Formanden", "email": "idraet@example.org", "version": 0}


def reason(cast: Cast, parts: Parts) -> Parts:
    return {"reason": "Nævnt ved en fejl."}


def answer(cast: Cast, parts: Parts) -> Parts:
    return {"text": "Nævn beboerrådgiverne.", "version": 0}


def step(status: str) -> str:
    return f"{secretariat(status)} {TYPED_IS_SENT_BACK}"


ROWS = {
    "partners": Row(secretariat("200"), secretariat("302"), being_heard, ticked),
    "add-partner": Row(secretariat("200"), step("302"), being_heard, typed),
    "edit-partner": Row(secretariat("200"), step("302"), a_listed_one, typed),
    "send-new-link": Row(WRITE_ONLY, secretariat("302"), an_invited_one),
    "withdraw-invitation": Row(secretariat("200"), step("302"), an_invited_one, reason),
    "partner-draft": Row(EVERYBODY.format(200), ONLY_READ, behind_a_link),
    "partner-draft: gættet": Row(EVERYBODY.format(404), ONLY_READ, behind_a_guess),
    "partner-draft: trukket tilbage": Row(EVERYBODY.format(410), ONLY_READ, behind_an_old_link),
    "partner-reply": Row(EVERYBODY.format(200), EVERYBODY.format(302), behind_a_link, answer),
    "partner-reply: gættet": Row(EVERYBODY.format(404), EVERYBODY.format(404), behind_a_guess, answer),
    "partner-reply: trukket tilbage": Row(
        EVERYBODY.format(410), EVERYBODY.format(410), behind_an_old_link, answer
    ),
    "partner-picture": Row(EVERYBODY.format(200), ONLY_READ, a_picture_behind_a_link),
}
