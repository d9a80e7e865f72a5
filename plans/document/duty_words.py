"""The words that a duty is made of, and how they are said to readers."""

from collections.abc import Iterable
from datetime import date

from django.db import models

from samarbejde import danish


class Modality(models.TextChoices):
    MUST = "skal", "skal"
    SHOULD = "bør", "bør"
    MAY = "kan", "kan"


class Addressee(models.TextChoices):
    ALL_LOCAL = "all_local", "alle lokalråd"
    NAMED = "named", "bestemte lokalråd"
    PREVENTION = "prevention", "lokalråd med et udpeget område"
    POLICE = "police", "politiet"
    SECRETARIAT = "secretariat", "sekretariatet"
    CONTACT = "contact", "kontaktudvalget"
    OFFICE = "office", "et bestemt embede eller en anden"


OF_LOCAL_COUNCILS = (Addressee.ALL_LOCAL, Addressee.NAMED, Addressee.PREVENTION)


class Asked(models.TextChoices):
    ANSWER = "answer", "et svar"
    REPORT = "report", "en afrapportering"
    DECISION = "decision", "en beslutning"


def whom_text(addressee: str, who: str, municipalities: Iterable[str] = ()) -> str:
    """`Alle lokalråd`, `Lokalrådene i Herning og Skive`, or the named office in its own words."""
    if addressee == Addressee.OFFICE:
        return who
    if addressee == Addressee.NAMED:
        places = list(municipalities)
        return f"{'Lokalrådet' if len(places) == 1 else 'Lokalrådene'} {danish.at_all(places)}".strip()
    label = Addressee(addressee).label
    return label[:1].upper() + label[1:]


def due_text(
    year: int | None,
    quarter: int | None,
    day: date | None = None,
    at_meeting: bool = False,
    condition: str = "",
) -> str:
    """`1. maj 2027`, `kredsrådets møde i 2. kvartal 2027`, `2027`, the condition's words, or `løbende`."""
    if day:
        return danish.date_text(day)
    if year is None:
        return condition or "løbende"
    when = danish.quarter_text(quarter, year) if quarter else str(year)
    return f"kredsrådets møde i {when}" if at_meeting else when
