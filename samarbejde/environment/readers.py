"""From the text of a variable to its value; a ValueError ends the sentence that begins with its name."""

import re
from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

POSTGRES = ("postgres", "postgresql", "pgsql")
LEAST_MONTHS = 12
MAIL = ("smtp", "smtp+tls")
_HOST = re.compile(r"(\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])", re.IGNORECASE)


def flag(given: str) -> bool:
    if given not in ("0", "1"):
        raise ValueError("kan kun være 1 (ja) eller 0 (nej): ret den til en af dem.")
    return given == "1"


def key(given: str) -> str:
    """As Django's own check: too long to be guessed, and no single letter again and again."""
    if len(given) < 50 or len(set(given)) < 5:
        raise ValueError("er for let at gætte: sæt den til mindst 50 tilfældige tegn.")
    return given


def keys(given: str) -> list[str]:
    """The newest first, with commas between."""
    return [key(one.strip()) for one in given.split(",")] if given else []


def months(given: str) -> int:
    """A year at least: what happened before the last plan was signed can be looked into."""
    if not re.fullmatch(r"[0-9]{1,4}", given) or int(given) < LEAST_MONTHS:
        raise ValueError(f"skal være et helt antal måneder, mindst {LEAST_MONTHS}: ret tallet.")
    return int(given)


def folder(given: str) -> str:
    """Nothing stands for the portal's own."""
    if given and not given.startswith("/"):
        raise ValueError("skal være en hel sti: skriv den fra roden, fx /var/cache/samarbejde/sider.")
    return given


def hosts(given: str) -> list[str]:
    """Names with commas between; `.example.dk` stands for all below it."""
    names = [name.strip() for name in given.split(",") if name.strip()]
    wrong = [name for name in names if not _HOST.fullmatch(name)]
    if wrong or not names:
        raise ValueError(
            f"har »{wrong[0] if wrong else given}«, som ikke er et værtsnavn: skriv navne som "
            "samarbejde.example.dk med komma imellem, uden https:// og uden stjerne."
        )
    return names


def site(given: str) -> str:
    """`https://samarbejde.example.dk`, without a slash at the end."""
    address = _split(given)
    if address is None or address.scheme not in ("http", "https") or not address.hostname:
        raise ValueError("er ikke en webadresse: skriv den helt ud, fx https://samarbejde.example.dk.")
    if address.path.strip("/") or address.query or address.fragment or address.username is not None:
        raise ValueError("skal være portalens forside: skriv kun https:// og navnet, uden sti bagefter.")
    return f"{address.scheme}://{address.netloc}"


def sender(given: str) -> str:
    """`Samarbejde <ingen-svar@example.dk>`, or the address alone."""
    _, address = parseaddr(given)
    if not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", address) or "\n" in given:
        raise ValueError("er ikke en e-mailadresse: skriv fx Samarbejde <ingen-svar@example.dk>.")
    return given


def mailbox(given: str) -> str:
    if given and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+", given):
        raise ValueError("er ikke en e-mailadresse: skriv den alene, fx samarbejdsplan@example.dk.")
    return given


def telephone(given: str) -> str:
    """As people read it: `12 34 56 78`, with +45 before it or not."""
    if given and not re.fullmatch(r"(\+[1-9]\d{0,2} ?)?\d{2,}( ?\d{2,})*", given):
        raise ValueError("er ikke et telefonnummer: skriv kun tal, fx 12 34 56 78.")
    return given


def page(given: str) -> str:
    """The address of a page elsewhere; nothing stands for none."""
    address = _split(given)
    if given and (address is None or address.scheme != "https" or not address.hostname):
        raise ValueError(
            "er ikke adressen på en side: skriv den helt ud, fx https://www.was.digst.dk/navn-dk."
        )
    return given


def postgres(given: str) -> str:
    """Nothing stands for the embedded one."""
    address = _split(given)
    if given and (address is None or address.scheme not in POSTGRES or not address.path.strip("/")):
        raise ValueError(
            "skal være en PostgreSQL-adresse: skriv den som postgresql://bruger:kodeord@vært/base, "
            "med særlige tegn i kodeordet som %-koder."
        )
    return given


def mail_server(given: str) -> SplitResult:
    """`smtp://user:password@host:port`; smtp+tls for STARTTLS. Without a host nothing is sent."""
    address = _split(given)
    if given and (address is None or address.scheme not in MAIL or not address.hostname):
        raise ValueError(
            "skal begynde med smtp:// eller smtp+tls:// og nævne en server: skriv den som "
            "smtp+tls://bruger:kodeord@mail.example.dk:587, med særlige tegn i kodeordet som %-koder."
        )
    return address or urlsplit("")


def _split(given: str) -> SplitResult | None:
    """None for what is no address at all, such as one whose port is no number."""
    try:
        address = urlsplit(given)
        _ = address.port
        unquote(address.netloc, errors="strict")
    except ValueError:
        return None
    return None if re.search(r"\s", given) else address
