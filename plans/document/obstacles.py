"""What stops a text from being published, and in which section it stands. Reads only.

One list, asked wherever a text goes further: before it is sent to be read, discussed, signed and published.
A check is a function of one section of a snapshot that yields what is `Told` of each thing to mend.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http.request import validate_host
from lxml import html as lxml_html

from plans.document.models import Plan
from plans.document.snapshot import SectionText, Snapshot, markup, wording
from samarbejde.text import personal_numbers
from samarbejde.text.rich_text_fields import FIELD
from samarbejde.transitions import Refused

_INSIDE = re.compile(r"/+(arbejdsbord|konto|administration|demo)(/|$)", re.IGNORECASE)
_TOLD = 5  # obstacles in one sentence of refusal


class Told(NamedTuple):
    """A Danish sentence, and the words of the text that it is about; "" where they must not be said again."""

    text: str
    quotation: str = ""


Check = Callable[[Mapping[str, object]], Iterator[Told]]


@dataclass(frozen=True)
class Obstacle:
    """`lineage` and `title` are the section's; both are empty where no section alone is to blame."""

    text: str
    title: str = ""
    lineage: str = ""

    @classmethod
    def of(cls, section: SectionText, text: str) -> "Obstacle":
        return cls(text, section["title"], section["lineage"])

    def __str__(self) -> str:
        return f"»{self.title}«: {self.text}" if self.title else self.text


class Unpublishable(Refused):
    """A refusal that knows what is to be mended, and where."""

    def __init__(self, obstacles: list[Obstacle]) -> None:
        said = [str(obstacle) for obstacle in obstacles[:_TOLD]]
        left = len(obstacles) - len(said)
        said += [f"Og {left} andre steder."] if left else []
        super().__init__(" ".join(said))
        self.obstacles = obstacles


def obstacles(text: Snapshot) -> list[Obstacle]:
    """Everything that can be told from the words alone; the rest is found by a trial print."""
    beside = wording({name: value for name, value in text.items() if name != "sections"})
    found = [Obstacle(told.text) for told in _numbers(beside)]
    for section in text["sections"]:
        found += [Obstacle.of(section, told.text) for check in CHECKS for told in check(section)]
    return found


def refuse_obstacles(text: Snapshot) -> None:
    if found := obstacles(text):
        raise Unpublishable(found)


def located(plan: Plan, found: Iterable[Obstacle]) -> list[tuple[Obstacle, int | None]]:
    """Each with the key of its section in the plan as it is, for a link to where it is put right."""
    rows = {str(lineage): pk for lineage, pk in plan.sections.values_list("lineage", "pk")}
    return [(obstacle, rows.get(obstacle.lineage)) for obstacle in found]


def personal_numbers_in(section: Mapping[str, object]) -> Iterator[Told]:
    yield from _numbers(wording(section))


def inner_links(section: Mapping[str, object]) -> Iterator[Told]:
    """Links that lead a reader nowhere: to a place on a page, or to the pages behind the login."""
    for text in markup(section):
        if "href" not in text:
            continue
        for link in lxml_html.fragment_fromstring(text, create_parent="div").iter("a"):
            if not leads_out(link.get("href", "")):
                words = " ".join("".join(link.itertext()).split())
                said = f"Linket »{words}« fører ikke til en side, som alle kan åbne. Fjern eller ret det."
                yield Told(said, words)


def unfilled_fields(section: Mapping[str, object]) -> Iterator[Told]:
    """Fields that the register cannot fill: it has no such fact, or does not know the name."""
    for field in dict.fromkeys(found[0] for found in FIELD.finditer("\n".join(wording(section)))):
        said = (
            f"»{field}« er et felt, der ikke er udfyldt: registret har intet at sætte der. "
            "Skriv, hvad der skal stå, eller fjern det."
        )
        yield Told(said, field)


def leads_out(address: str) -> bool:
    """To a whole address that everybody can open."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # such as http://[
        return False
    if parts.scheme in ("mailto", "tel"):
        return True
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return False
    return not (_is_ours(parts.hostname) and _INSIDE.match(unquote(parts.path)))


def _is_ours(host: str) -> bool:
    return host == urlsplit(settings.SITE_URL).hostname or validate_host(host, settings.ALLOWED_HOSTS)


CHECKS: tuple[Check, ...] = (personal_numbers_in, inner_links, unfilled_fields)


def _numbers(texts: Iterable[str]) -> Iterator[Told]:
    try:
        personal_numbers.refuse_in(texts)
    except Refused as refusal:
        yield Told(str(refusal))
