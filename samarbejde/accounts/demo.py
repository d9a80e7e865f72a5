"""Who can be logged in as by one click, where the demo runs."""

from django.db.models import QuerySet

from samarbejde.accounts.models import User

DOMAIN = "@demo.invalid"

# What people come for, by the first word of their address.
ERRANDS = {
    "sekretariat": "Skriver planen, styrer forslagsrunden og offentliggør",
    "medarbejder": "Behandler forslag, men ikke dem fra sit eget lokalråd",
    "formand": "Indsender lokalrådets forslag og ser, hvad der blev af dem",
    "medlem": "Følger lokalrådets forslag",
    "forening": "Følger lokalrådets forslag",
    "kontaktudvalg": "Forbereder kredsrådets møder",
    "direktoer": "Leder kredsrådet og underskriver planen",
    "borgmester": "Læser og underskriver planen",
    "stedfortraeder": "Følger planen for borgmesteren",
    "administrator": "Retter personer, råd og valgperioder",
}
SHOWN_FIRST = [
    "sekretariat",
    "formand.herning",
    "formand.viborg",
    "medlem.herning",
    "kontaktudvalg",
    "kontaktudvalg.herning",
    "direktoer",
    "borgmester.herning",
    "borgmester.viborg",
    "administrator",
]


def demo_people() -> QuerySet[User]:
    return User.objects.filter(is_active=True, email__endswith=DOMAIN)


def demo_groups() -> tuple[list[User], list[User]]:
    """One person of each role in the order of the year, and all the others by name."""
    people = {handle(person): person for person in demo_people().order_by("name")}
    first = [people.pop(name) for name in SHOWN_FIRST if name in people]
    return first, list(people.values())


def address(handle: str) -> str:
    """`formand.herning` → `formand.herning@demo.invalid`, a domain that no mail reaches (RFC 2606)."""
    return f"{handle}{DOMAIN}"


def handle(person: User) -> str:
    """The other way; "" for somebody without an address."""
    return (person.email or "").removesuffix(DOMAIN)


def errand(person: User) -> str:
    return ERRANDS.get(handle(person).partition(".")[0], "")
