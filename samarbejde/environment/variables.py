"""One declaration for each variable: how it is read, what it is, and what stands in for it."""

import difflib
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TypeVar, cast
from urllib.parse import SplitResult

from samarbejde.environment import readers

OURS = "SAMARBEJDE_"
T = TypeVar("T")


@dataclass(frozen=True)
class Variable:
    """`default` stands in where none is given, `at_home` in demo and DEBUG; needed is what has no default."""

    reader: Callable[[str], object]
    meaning: str
    example: str
    default: str | None
    at_home: str | None

    @property
    def is_needed(self) -> bool:
        return self.default is None

    def value(self, given: str, *, at_home: bool) -> object:
        """Raises ValueError with the end of a sentence that begins with the variable's name."""
        stand_in = self.at_home if at_home and self.at_home is not None else self.default
        if not given and stand_in is None:
            raise ValueError(f"mangler: sæt den til {self.meaning}, fx {self.example}")
        return self.reader(given or stand_in or "")


def variable(
    reader: Callable[[str], T],
    meaning: str,
    *,
    example: str,
    default: str | None = None,
    at_home: str | None = None,
) -> T:
    """`meaning` ends the sentence »Sæt den til …«."""
    return cast(T, field(metadata={"variable": Variable(reader, meaning, example, default, at_home)}))


@dataclass(frozen=True)
class Environment:
    """The values. A variable has the name of its field in capitals."""

    secret_key: str = variable(
        readers.key,
        "en hemmelig nøgle på mindst 50 tilfældige tegn, den samme på alle maskiner",
        example="resultatet-af-openssl-rand-base64-48",
        at_home=secrets.token_urlsafe(50),
    )
    second_factor_key: list[str] = variable(
        readers.keys,
        "nøglen til totrinslogins hemmeligheder; efter et skift den nye, komma og den gamle",
        example="resultatet-af-openssl-rand-base64-48",
        at_home="",
    )
    site_url: str = variable(
        readers.site,
        "portalens adresse, som den står i mails",
        example="https://samarbejde.example.dk",
        at_home="http://localhost:8000",
    )
    allowed_hosts: list[str] = variable(
        readers.hosts,
        "de værtsnavne, portalen svarer på, med komma imellem",
        example="samarbejde.example.dk",
        at_home="localhost,127.0.0.1,[::1]",
    )
    from_email: str = variable(
        readers.sender,
        "den e-mailadresse, portalens mails kommer fra",
        example="Samarbejde <ingen-svar@example.dk>",
        at_home="Samarbejde <ingen-svar@samarbejde.invalid>",
    )
    database_url: str = variable(
        readers.postgres,
        "adressen på en PostgreSQL 15 eller nyere",
        example="postgresql://samarbejde:kodeord@localhost/samarbejde",
        at_home="",
    )
    database_owner_url: str = variable(
        readers.postgres,
        "samme database for den rolle, der ejer den; kun for migrate og de kommandoer, der retter tabeller",
        example="postgresql://samarbejde_ejer:kodeord@localhost/samarbejde",
        default="",
    )
    email_url: SplitResult = variable(
        readers.mail_server,
        "mailserveren, smtp:// eller smtp+tls://; uden den bliver alle mails i udbakken",
        example="smtp+tls://bruger:kodeord@mail.example.dk:587",
        default="",
    )
    samarbejde_https: bool = variable(
        readers.flag,
        "0 på en maskine, som kun viser siderne over almindelig http",
        example="1",
        default="1",
        at_home="0",
    )
    samarbejde_proxy: bool = variable(
        readers.flag,
        "1 bag netop én proxy, som selv sætter X-Forwarded-For og X-Forwarded-Proto",
        example="1",
        default="0",
    )
    samarbejde_pages: str = variable(
        readers.folder,
        "den mappe, hvor borgernes sider gemmes færdige; uden den var/pages",
        example="/var/cache/samarbejde/sider",
        default="",
    )
    samarbejde_authority: str = variable(
        str,
        "navnet på den myndighed, der svarer for webstedet; står i tilgængelighedserklæringen",
        example="Midt- og Vestjyllands Politi",
        default="",
        at_home="Midt- og Vestjyllands Politi (demo)",
    )
    samarbejde_contact_email: str = variable(
        readers.mailbox,
        "den e-mailadresse, borgere kan skrive til; står nederst på hver side",
        example="samarbejdsplan@example.dk",
        default="",
        at_home="samarbejdsplan@samarbejde.invalid",
    )
    samarbejde_contact_phone: str = variable(
        readers.telephone,
        "det telefonnummer, borgere kan ringe til",
        example="12 34 56 78",
        default="",
        at_home="12 34 56 78",
    )
    samarbejde_was_url: str = variable(
        readers.page,
        "adressen på webstedets formelle tilgængelighedserklæring i WAS-Tool",
        example="https://www.was.digst.dk/samarbejde-example-dk",
        default="",
    )
    samarbejde_retention_months: int = variable(
        readers.months,
        "hvor mange måneder afviste forsøg, sendte mails og brugte links gemmes; mindst 12",
        example="24",
        default="12",
    )
    samarbejde_demo: bool = variable(
        readers.flag,
        "1 for login med ét klik og prøvedata; kun på egen maskine, og bin/demo gør det selv",
        example="0",
        default="0",
    )
    samarbejde_debug: bool = variable(
        readers.flag,
        "1 for Djangos fejlsider; kun på en udviklers egen maskine",
        example="0",
        default="0",
    )


VARIABLES: dict[str, Variable] = {one.name.upper(): one.metadata["variable"] for one in fields(Environment)}


def unknown(environment: Mapping[str, str]) -> Iterator[str]:
    """A sentence for each name that looks like ours and is not: a slip of the pen would change nothing."""
    for name in sorted(environment):
        if name.startswith(OURS) and name not in VARIABLES:
            near = difflib.get_close_matches(name, VARIABLES, 1, cutoff=0.8)
            way_on = f"mente du {near[0]}?" if near else "fjern den."
            yield f"{name} er ikke en af portalens variable: {way_on}"
