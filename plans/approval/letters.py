"""The e-mails of signing: who gets which words. They leave once the act is committed."""

from collections.abc import Iterable

from councils.register.mailing import secretariat
from plans.approval.models import Signature, SignatureRound
from plans.document.models import Plan
from samarbejde.addresses import web_address
from samarbejde.danish import date_text
from samarbejde.outbox.workflow import queue


def ask_to_sign(signatures: Iterable[Signature], round_: SignatureRound, *, again: bool = False) -> None:
    title, place = round_.plan.title, round_.plan.council.name
    for signature in signatures:
        _send(
            signature,
            f"{'Husk at underskrive' if again else 'Underskriv'} {title}",
            f"Kære {signature.name}\n\n"
            f"{title} for {place} er klar til din underskrift som {signature.title}. "
            f"{'Din underskrift mangler endnu. ' if again else ''}"
            f"Læs den, og underskriv den{_by(round_)}:\n\n{web_address('sign', signature.pk)}\n\n"
            "Teksten er låst. Alle underskriver den samme tekst.",
        )


def ask_to_sign_anew(
    signatures: Iterable[Signature], round_: SignatureRound, given: Iterable[Signature], reason: str
) -> None:
    """Those who had signed are told why it does not count any more, those who had not are asked as ever."""
    lapsed = {signature.membership_id: signature for signature in given}
    for signature in signatures:
        if lapsed.pop(signature.membership_id, None) is None:
            ask_to_sign([signature], round_)
        else:
            _send(
                signature,
                f"Underskriv {round_.plan.title} igen",
                f"Kære {signature.name}\n\n"
                f"Du har underskrevet {round_.plan.title}, men din underskrift gælder ikke længere.\n\n"
                f"{reason}\n\nPlanens egen tekst er den samme. "
                f"Underskriv den igen{_by(round_)}:\n\n{web_address('sign', signature.pk)}",
            )
    for signature in lapsed.values():
        _send(
            signature,
            f"Din underskrift på {round_.plan.title} er bortfaldet",
            f"Kære {signature.name}\n\n{reason}\n\n"
            "Dit eget hverv er ophørt, og derfor er det din efterfølger, der underskriver. "
            "Du skal ikke gøre noget.",
        )


def tell_of_void(signatures: Iterable[Signature], plan: Plan, reason: str) -> None:
    """To those who had signed, and nobody else."""
    for signature in signatures:
        _send(
            signature,
            f"Din underskrift på {plan.title} er bortfaldet",
            f"Kære {signature.name}\n\n"
            f"Sekretariatet har taget {plan.title} tilbage for at ændre teksten. "
            f"Derfor gælder din underskrift ikke længere.\n\nSekretariatets begrundelse:\n{reason}\n\n"
            "Du skal ikke gøre noget nu. Du får en ny e-mail, når den ændrede plan er klar til underskrift.",
        )


def tell_of_completion(plan: Plan) -> None:
    for person in secretariat(plan.council.district_id):
        queue(
            person,
            f"Alle har underskrevet {plan.title}",
            f"Kære {person.name}\n\nAlle har nu underskrevet {plan.title} for {plan.council.name}. "
            f"Næste skridt er at offentliggøre den:\n\n{web_address('publish-plan', plan.pk)}",
        )


def _by(round_: SignatureRound) -> str:
    return f" senest den {date_text(round_.deadline)}" if round_.deadline else ""


def _send(signature: Signature, subject: str, body: str) -> None:
    if signature.membership:
        queue(signature.membership.user, subject, body)
