"""What partners outside the councils are written; an answer goes to the district's secretariat."""

from collections.abc import Callable, Iterable

from councils.register.mailing import reply_addresses
from councils.wordings.kinds import HEARD, Kind, Readers
from plans.partners.links import standing_link
from plans.partners.models import PartnerInvitation
from samarbejde import danish
from samarbejde.accounts.models import PersonalLink
from samarbejde.outbox.letters import Letter, Outsider
from samarbejde.outbox.models import LINK

_INVITATION = {
    "plan": "samarbejdsplan 2027",
    "politikreds": "Fyns Politi",
    "partner": "Boligforeningen Nyborg",
}
_LINK = {"link": "https://samarbejde.example/hoering/3f9a2c/"}
_DEADLINE = {"svar_med_frist": "jeres svar senest 1. oktober 2027"}
_ANSWER = "Læs udkastet, og skriv {svar_med_frist}:\n{link}"
_ABOUT_THE_LINK = (
    "Linket er jeres eget: I skal ikke logge ind, og I kan åbne det, så tit I vil. "
    "Den, der har linket, kan svare på jeres vegne, så send det kun videre til dem, der skriver svaret."
)

INVITED = Kind(
    "partner-inviteret",
    HEARD,
    "En partner er inviteret til høringen",
    subject="Høring: {plan}",
    text=(
        "{politikreds} beder {partner} læse udkastet til {plan} og skrive, hvad I mener om det.",
        "{besked}",
        _ANSWER,
        _ABOUT_THE_LINK,
    ),
    fields=_INVITATION | _LINK | _DEADLINE | {"besked": "Se især på afsnittet om unge."},
    needed=("link", "besked", "svar_med_frist"),
    to=Readers.PARTNERS,
)
NEW_LINK = Kind(
    "partner-nyt-link",
    HEARD,
    "En partner har fået et nyt link",
    subject="Nyt link til høringen om {plan}",
    text=(
        "Her er et nyt link til høringen. Det, I fik før, virker ikke mere. "
        "Har I skrevet noget, står det der endnu.",
        _ANSWER,
        _ABOUT_THE_LINK,
    ),
    fields=_INVITATION | _LINK | _DEADLINE,
    needed=("link", "svar_med_frist"),
    to=Readers.PARTNERS,
)
WITHDRAWN = Kind(
    "partner-skal-ikke-svare",
    HEARD,
    "En invitation er trukket tilbage",
    subject="I skal ikke svare på høringen om {plan}",
    text=(
        "{partner} skal ikke svare alligevel. Linket virker ikke mere.",
        "Sekretariatets begrundelse:\n{begrundelse}",
    ),
    fields=_INVITATION | {"begrundelse": "Planen handler ikke længere om jeres område."},
    needed=("begrundelse",),
    to=Readers.PARTNERS,
)
RECEIVED = Kind(
    "partner-kvittering",
    HEARD,
    "Kvittering for en partners svar",
    subject="Kvittering: jeres svar om {plan}",
    text=(
        "Vi har modtaget svaret fra {partner}. I skrev:",
        "{svar}",
        "I kan rette {svaret_til}:\n{link}",
    ),
    fields=_INVITATION
    | _LINK
    | {
        "svar": "Nævn beboerrådgiverne i afsnittet om tryghed.",
        "svaret_til": "svaret til og med 1. oktober 2027",
    },
    needed=("link", "svar", "svaret_til"),
    to=Readers.PARTNERS,
)
REMINDED = Kind(
    "partner-mangler-svar",
    HEARD,
    "Påmindelse til partnere, der ikke har svaret",
    subject="Husk høringen om {plan}",
    text=(
        "Vi mangler svaret fra {partner}. Har I ingen bemærkninger, så sig det med ét klik.",
        _ANSWER,
    ),
    fields=_INVITATION | _LINK | _DEADLINE,
    needed=("link", "svar_med_frist"),
    to=Readers.PARTNERS,
)
DEADLINE_MOVED = Kind(
    "partner-laengere-frist",
    HEARD,
    "Høringens frist er flyttet for partnere",
    subject="Længere frist: høringen om {plan}",
    text=("{ny_frist}", "{begrundelse}", "Læs udkastet, og skriv jeres svar:\n{link}"),
    fields=_INVITATION
    | _LINK
    | {
        "ny_frist": "I har nu frist til og med 15. oktober 2027.",
        "begrundelse": "Efterårsferien ligger imellem.",
    },
    needed=("link", "ny_frist", "begrundelse"),
    to=Readers.PARTNERS,
)


def invited(links: Iterable[tuple[PartnerInvitation, PersonalLink]]) -> list[Letter]:
    """All in one hearing, each with its link."""
    return _to_partners(INVITED, links, lambda one: _answer_by(one) | {"besked": one.consultation.note})


def new_link(invitation: PartnerInvitation, link: PersonalLink) -> list[Letter]:
    return _to_partners(NEW_LINK, [(invitation, link)], _answer_by)


def withdrawn(invitation: PartnerInvitation) -> list[Letter]:
    told = {"begrundelse": invitation.withdrawn_because}
    return _to_partners(WITHDRAWN, [(invitation, None)], lambda _: told)


def received(invitation: PartnerInvitation, text: str) -> list[Letter]:
    """The receipt, with what was sent."""
    told = {"svar": text, "svaret_til": f"svaret{_until(invitation)}", "link": LINK}
    return _to_partners(RECEIVED, [(invitation, standing_link(invitation))], lambda _: told)


def reminded(invitations: Iterable[PartnerInvitation]) -> list[Letter]:
    return _to_partners(REMINDED, _with_links(invitations), _answer_by)


def deadline_moved(invitations: Iterable[PartnerInvitation], reason: str) -> list[Letter]:
    return _to_partners(
        DEADLINE_MOVED,
        _with_links(invitations),
        lambda one: {"ny_frist": _new_deadline(one), "begrundelse": reason, "link": LINK},
    )


def _to_partners(
    kind: Kind,
    links: Iterable[tuple[PartnerInvitation, PersonalLink | None]],
    told: Callable[[PartnerInvitation], dict[str, str]],
) -> list[Letter]:
    """Of one hearing, and so of one district."""
    asked = list(links)
    if not asked:
        return []
    worded = kind.worded(asked[0][0].partner.district_id)
    return [worded.to(_reader(one), _values(one) | told(one), link=link) for one, link in asked]


def _with_links(
    invitations: Iterable[PartnerInvitation],
) -> list[tuple[PartnerInvitation, PersonalLink | None]]:
    return [(one, standing_link(one)) for one in invitations]


def _reader(invitation: PartnerInvitation) -> Outsider:
    partner = invitation.partner
    addresses = tuple(reply_addresses(partner.district))
    return Outsider(partner.contact or partner.name, partner.email, addresses)


def _values(invitation: PartnerInvitation) -> dict[str, str]:
    return {
        "plan": danish.in_a_sentence(invitation.consultation.plan.title),
        "politikreds": invitation.partner.district.name,
        "partner": str(invitation.partner),
    }


def _answer_by(invitation: PartnerInvitation) -> dict[str, str]:
    day = invitation.consultation.answer_by
    return {
        "svar_med_frist": f"jeres svar senest {danish.date_text(day)}" if day else "jeres svar",
        "link": LINK,
    }


def _new_deadline(invitation: PartnerInvitation) -> str:
    day = invitation.consultation.answer_by
    return f"I har nu frist til og med {danish.date_text(day)}." if day else ""


def _until(invitation: PartnerInvitation) -> str:
    day = invitation.consultation.answer_by
    return f" til og med {danish.date_text(day)}" if day else ", så længe høringen varer"
