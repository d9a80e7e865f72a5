"""The e-mails of the consultation and of signing."""

from collections.abc import Iterable
from datetime import date

from councils.wordings.kinds import Kind
from plans.approval import letter_kinds as kinds
from plans.approval.mailing import manager, managers
from plans.approval.models import Signature, SignatureRound
from plans.document.models import Plan
from samarbejde.accounts.models import User
from samarbejde.danish import date_text, in_a_sentence
from samarbejde.outbox.letters import Letter
from samarbejde.site.addresses import web_address


def sent_to_consultation(
    plan: Plan, people: Iterable[User], *, answer_by: date | None, note: str
) -> list[Letter]:
    values = {
        "plan": plan.title,
        "politikreds": plan.council.district.name,
        "besked": note,
        "bemærkning_med_frist": f"jeres bemærkning{_by(answer_by)}",
        "link": web_address("plan-text", plan.pk),
    }
    return kinds.SENT_TO_CONSULTATION.worded(plan.council.district_id).to_each(people, values)


def asked_to_sign(signatures: Iterable[Signature], round_: SignatureRound) -> list[Letter]:
    told = {"underskriv_med_frist": f"underskriv den{_by(round_.deadline)}"}
    return _to_be_signed(kinds.ASKED_TO_SIGN, signatures, round_, told)


def reminded_to_sign(signatures: Iterable[Signature], round_: SignatureRound) -> list[Letter]:
    told = {"underskriv_med_frist": f"underskriv den{_by(round_.deadline)}"}
    return _to_be_signed(kinds.REMINDED_TO_SIGN, signatures, round_, told)


def asked_to_sign_again(signatures: Iterable[Signature], round_: SignatureRound, reason: str) -> list[Letter]:
    """To those whose signature does not count any more, though nothing in the plan has changed."""
    told = {"begrundelse": reason, "underskriv_med_frist": f"Underskriv den igen{_by(round_.deadline)}"}
    return _to_be_signed(kinds.ASKED_TO_SIGN_AGAIN, signatures, round_, told)


def left_to_a_successor(signatures: Iterable[Signature], plan: Plan, reason: str) -> list[Letter]:
    """To those whose signature does not count any more, and who hold the office no longer."""
    return _to_those_who_signed(kinds.LEFT_TO_A_SUCCESSOR, signatures, plan, {"begrundelse": reason})


def taken_back(signatures: Iterable[Signature], plan: Plan, reason: str) -> list[Letter]:
    """To those who had signed, and nobody else."""
    told = {"hvem": manager(plan), "begrundelse": reason}
    return _to_those_who_signed(kinds.TAKEN_BACK, signatures, plan, told)


def not_to_be_signed(signatures: Iterable[Signature], plan: Plan, reason: str) -> list[Letter]:
    """To everybody who had signed the plan, in whichever text."""
    return _to_those_who_signed(kinds.NOT_TO_BE_SIGNED, signatures, plan, {"begrundelse": reason})


def signed_by_all(plan: Plan) -> list[Letter]:
    values = _of(plan) | {"link": web_address("publish-plan", plan.pk)}
    return kinds.SIGNED_BY_ALL.worded(plan.council.district_id).to_each(managers(plan), values)


def _to_be_signed(
    kind: Kind, signatures: Iterable[Signature], round_: SignatureRound, told: dict[str, str]
) -> list[Letter]:
    """Each with the way to the reader's own signature."""
    worded, values = kind.worded(round_.plan.council.district_id), _of(round_.plan) | told
    return [
        worded.to(
            person,
            values | {"hverv": in_a_sentence(one.title), "link": web_address("sign", one.pk)},
        )
        for one, person in _with_accounts(signatures)
    ]


def _to_those_who_signed(
    kind: Kind, signatures: Iterable[Signature], plan: Plan, told: dict[str, str]
) -> list[Letter]:
    people = [person for _, person in _with_accounts(signatures)]
    return kind.worded(plan.council.district_id).to_each(people, _of(plan) | told)


def _of(plan: Plan) -> dict[str, str]:
    return {"plan": plan.title, "råd": plan.council.name}


def _by(deadline: date | None) -> str:
    return f" senest {date_text(deadline)}" if deadline else ""


def _with_accounts(signatures: Iterable[Signature]) -> list[tuple[Signature, User]]:
    """A name on paper is nobody's account."""
    return [(one, one.membership.user) for one in signatures if one.membership]
