"""What the accounts write to people. What allauth tells of stands in `templates/*/email/`."""

from django.template.loader import render_to_string
from django.utils import timezone

from samarbejde.accounts.models import PersonalLink, User
from samarbejde.danish import date_text
from samarbejde.outbox.letters import Letter, letter
from samarbejde.outbox.models import LINK


def invitation(link: PersonalLink) -> list[Letter]:
    return [
        letter(
            link.person,
            "Invitation til Samarbejde",
            "Du er inviteret til Samarbejde, hvor politiet og kommunerne skriver den årlige samarbejdsplan.",
            f"Vælg din adgangskode her:\n{LINK}",
            f"Linket virker én gang, og senest {date_text(timezone.localdate(link.expires_at))}.\n"
            "Er det for gammelt, så bed sekretariatet i din politikreds om et nyt.",
            link=link,
        )
    ]


def new_password(link: PersonalLink) -> list[Letter]:
    return [
        letter(
            link.person,
            "Vælg en ny adgangskode",
            "Du, eller en anden, har bedt om en ny adgangskode til din bruger i Samarbejde.",
            f"Vælg den her:\n{LINK}",
            "Linket virker én gang og i et døgn. Har du ikke bedt om det, skal du ikke gøre noget.",
            link=link,
        )
    ]


def address_changed(user: User, former_address: str, *, by: User) -> list[Letter]:
    """To the address that is the person's no longer."""
    now = (
        "Fremover logger du ind med den nye adresse og den adgangskode, du har."
        if user.email
        else "Du kan ikke logge ind, før brugeren får en adresse igen."
    )
    return [
        letter(
            user,
            "Din e-mailadresse i Samarbejde er rettet",
            f"{by} har rettet e-mailadressen på din bruger i Samarbejde.\n"
            f"Adressen {former_address} hører ikke til den mere.",
            f"Du er logget ud alle steder, og links, som vi har sendt hertil, virker ikke mere.\n{now}",
            "Er det en fejl, så skriv straks til sekretariatet i din politikreds.",
            former_address=former_address,
        )
    ]


def second_factor_off(user: User, *, is_required: bool, by: User) -> list[Letter]:
    then = (
        "Når du logger ind næste gang, bliver du bedt om at slå det til igen med det samme."
        if is_required
        else "Du logger nu ind med din adgangskode alene. "
        "Slå totrinslogin til igen på »Min konto«, når du har en telefon at gøre det med."
    )
    return [
        letter(
            user,
            "Totrinslogin er slået fra",
            f"{by} har slået totrinslogin fra for din bruger i Samarbejde, "
            "med adgangsnøgler, app og gendannelseskoder.\nDu er logget ud på alle enheder.",
            f"{then}\nHar du ikke bedt om det, så skriv straks til sekretariatet i din politikreds.",
        )
    ]


def account_changed(user: User, kind: str, context: dict[str, object]) -> list[Letter]:
    """What allauth tells a person of their account; `kind` as `account/email/password_changed`."""
    subject = render_to_string(f"{kind}_subject.txt", context)
    return [letter(user, subject, render_to_string(f"{kind}_message.txt", context).strip())]
