"""What partners outside the councils are written; an answer goes to the district's secretariat."""

from collections.abc import Iterable

from councils.register.mailing import reply_addresses
from plans.partners.links import standing_link
from plans.partners.models import PartnerInvitation
from samarbejde import danish
from samarbejde.accounts.models import PersonalLink
from samarbejde.outbox.letters import Letter, Outsider, letter
from samarbejde.outbox.models import LINK


def invited(invitation: PartnerInvitation, link: PersonalLink) -> list[Letter]:
    consultation, plan = invitation.consultation, invitation.consultation.plan
    return _to_partner(
        invitation,
        f"Høring: {danish.in_a_sentence(plan.title)}",
        f"{plan.council.district.name} beder {invitation.partner} læse udkastet til "
        f"{danish.in_a_sentence(plan.title)} og skrive, hvad I mener om det.",
        consultation.note,
        f"Læs udkastet, og skriv jeres svar{_by(invitation)}:\n{LINK}",
        _about_the_link(),
        link=link,
    )


def new_link(invitation: PartnerInvitation, link: PersonalLink) -> list[Letter]:
    plan = invitation.consultation.plan
    return _to_partner(
        invitation,
        f"Nyt link til høringen om {danish.in_a_sentence(plan.title)}",
        "Her er et nyt link til høringen. Det, I fik før, virker ikke mere. "
        "Har I skrevet noget, står det der endnu.",
        f"Læs udkastet, og skriv jeres svar{_by(invitation)}:\n{LINK}",
        _about_the_link(),
        link=link,
    )


def withdrawn(invitation: PartnerInvitation) -> list[Letter]:
    plan = invitation.consultation.plan
    return _to_partner(
        invitation,
        f"I skal ikke svare på høringen om {danish.in_a_sentence(plan.title)}",
        f"{invitation.partner} skal ikke svare alligevel. Linket virker ikke mere.",
        f"Sekretariatets begrundelse:\n{invitation.withdrawn_because}",
    )


def received(invitation: PartnerInvitation, text: str) -> list[Letter]:
    """The receipt, with what was sent."""
    plan = invitation.consultation.plan
    return _to_partner(
        invitation,
        f"Kvittering: jeres svar om {danish.in_a_sentence(plan.title)}",
        f"Vi har modtaget svaret fra {invitation.partner}. I skrev:",
        text,
        f"I kan rette svaret{_until(invitation)}:\n{LINK}",
        link=standing_link(invitation),
    )


def reminded(invitations: Iterable[PartnerInvitation]) -> list[Letter]:
    return [
        one
        for invitation in invitations
        for one in _to_partner(
            invitation,
            f"Husk høringen om {danish.in_a_sentence(invitation.consultation.plan.title)}",
            f"Vi mangler svaret fra {invitation.partner}. Har I ingen bemærkninger, så sig det med ét klik.",
            f"Læs udkastet, og skriv jeres svar{_by(invitation)}:\n{LINK}",
            link=standing_link(invitation),
        )
    ]


def deadline_moved(invitations: Iterable[PartnerInvitation], reason: str) -> list[Letter]:
    return [
        one
        for invitation in invitations
        for one in _to_partner(
            invitation,
            f"Længere frist: høringen om {danish.in_a_sentence(invitation.consultation.plan.title)}",
            f"I har nu frist til og med {danish.date_text(invitation.consultation.answer_by)}."
            if invitation.consultation.answer_by
            else "",
            reason,
            f"Læs udkastet, og skriv jeres svar:\n{LINK}",
            link=standing_link(invitation),
        )
    ]


def _to_partner(
    invitation: PartnerInvitation, subject: str, *paragraphs: str, link: PersonalLink | None = None
) -> list[Letter]:
    partner = invitation.partner
    addresses = tuple(reply_addresses(partner.district))
    reader = Outsider(partner.contact or partner.name, partner.email, addresses)
    return [letter(reader, subject, *paragraphs, link=link)]


def _by(invitation: PartnerInvitation) -> str:
    day = invitation.consultation.answer_by
    return f" senest {danish.date_text(day)}" if day else ""


def _until(invitation: PartnerInvitation) -> str:
    day = invitation.consultation.answer_by
    return f" til og med {danish.date_text(day)}" if day else ", så længe høringen varer"


def _about_the_link() -> str:
    return (
        "Linket er jeres eget: I skal ikke logge ind, og I kan åbne det, så tit I vil. "
        "Den, der har linket, kan svare på jeres vegne, så send det kun videre til dem, der skriver svaret."
    )
