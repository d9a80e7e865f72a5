"""The e-mails of the consultation and of signing."""

from collections.abc import Iterable
from datetime import date

from plans.approval.mailing import manager, to_managers
from plans.approval.models import Signature, SignatureRound
from plans.document.models import Plan
from samarbejde.accounts.models import User
from samarbejde.danish import date_text, in_a_sentence
from samarbejde.outbox.letters import Letter, letter
from samarbejde.site.addresses import web_address


def sent_to_consultation(
    plan: Plan, people: Iterable[User], *, answer_by: date | None, note: str
) -> list[Letter]:
    return [
        letter(
            person,
            f"{plan.title} er i høring",
            f"Udkastet til {plan.title} for {plan.council.district.name} er klar til at blive læst.",
            note,
            f"Læs udkastet, og skriv jeres bemærkning{_by(answer_by)}:\n{web_address('plan-text', plan.pk)}",
        )
        for person in people
    ]


def asked_to_sign(signatures: Iterable[Signature], round_: SignatureRound) -> list[Letter]:
    title = round_.plan.title
    return [
        letter(person, f"Underskriv {title}", *_request(signature, round_))
        for signature, person in _with_accounts(signatures)
    ]


def reminded_to_sign(signatures: Iterable[Signature], round_: SignatureRound) -> list[Letter]:
    subject = f"Husk at underskrive {round_.plan.title}"
    return [
        letter(person, subject, *_request(signature, round_, "Din underskrift mangler endnu. "))
        for signature, person in _with_accounts(signatures)
    ]


def asked_to_sign_again(signatures: Iterable[Signature], round_: SignatureRound, reason: str) -> list[Letter]:
    """To those whose signature does not count any more, though nothing in the plan has changed."""
    title = round_.plan.title
    return [
        letter(
            person,
            f"Underskriv {title} igen",
            f"Du har underskrevet {title}, men din underskrift gælder ikke længere.",
            reason,
            "Planens egen tekst er den samme. Underskriv den igen"
            f"{_by(round_.deadline)}:\n{web_address('sign', signature.pk)}",
        )
        for signature, person in _with_accounts(signatures)
    ]


def left_to_a_successor(signatures: Iterable[Signature], plan: Plan, reason: str) -> list[Letter]:
    """To those whose signature does not count any more, and who hold the office no longer."""
    return [
        letter(
            person,
            f"Din underskrift på {plan.title} er bortfaldet",
            reason,
            "Dit eget hverv er ophørt, og derfor er det din efterfølger, der underskriver. "
            "Du skal ikke gøre noget.",
        )
        for _, person in _with_accounts(signatures)
    ]


def taken_back(signatures: Iterable[Signature], plan: Plan, reason: str) -> list[Letter]:
    """To those who had signed, and nobody else."""
    return [
        letter(
            person,
            f"Din underskrift på {plan.title} er bortfaldet",
            f"{manager(plan)} har taget {plan.title} tilbage for at ændre teksten. "
            "Derfor gælder din underskrift ikke længere.",
            f"{manager(plan)}s begrundelse:\n{reason}",
            "Du skal ikke gøre noget nu. Du får en ny e-mail, når den ændrede plan er klar til underskrift.",
        )
        for _, person in _with_accounts(signatures)
    ]


def not_to_be_signed(signatures: Iterable[Signature], plan: Plan, reason: str) -> list[Letter]:
    """To everybody who had signed the plan, in whichever text."""
    return [
        letter(
            person,
            f"{plan.title} skal ikke længere underskrives",
            f"Du har underskrevet {plan.title}. "
            "Sekretariatet har besluttet, at planen ikke skal underskrives.",
            f"Sekretariatets begrundelse:\n{reason}",
            "Begrundelsen kommer til at stå i planen. Du skal ikke gøre noget.",
        )
        for _, person in _with_accounts(signatures)
    ]


def signed_by_all(plan: Plan) -> list[Letter]:
    return to_managers(
        plan,
        f"Alle har underskrevet {plan.title}",
        f"Alle har nu underskrevet {plan.title} for {plan.council.name}.",
        f"Næste skridt er at offentliggøre den:\n{web_address('publish-plan', plan.pk)}",
    )


def _request(signature: Signature, round_: SignatureRound, missing: str = "") -> list[str]:
    plan = round_.plan
    return [
        f"{plan.title} for {plan.council.name} er klar til din underskrift "
        f"som {in_a_sentence(signature.title)}. {missing}Læs den, og underskriv den{_by(round_.deadline)}:\n"
        f"{web_address('sign', signature.pk)}",
        "Teksten er låst. Alle underskriver den samme tekst.",
    ]


def _by(deadline: date | None) -> str:
    return f" senest {date_text(deadline)}" if deadline else ""


def _with_accounts(signatures: Iterable[Signature]) -> list[tuple[Signature, User]]:
    """A name on paper is nobody's account."""
    return [(one, one.membership.user) for one in signatures if one.membership]
