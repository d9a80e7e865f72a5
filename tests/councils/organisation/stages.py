"""Fora and stations, and the filled-in forms of them."""

from typing import Any

from councils.models import Forum, ForumParticipation, OrganisationUnit, PoliceStation
from tests.cast import Cast
from tests.kept import kept

WHY = "Har sit eget"


@kept
def forum(cast: Cast, **changes: Any) -> Forum:
    """SSP, where all take part but Skive; nothing is said of Viborg."""
    told = {"code": "SSP", "name": "SSP-samarbejdet", "parties": "Skoler, sociale myndigheder og politi"}
    made = Forum.objects.create(district=cast.district, **told | changes)
    for place in cast.municipalities:
        left_out = place.name == "Skive"
        if place.name != "Viborg":
            ForumParticipation.objects.create(
                forum=made, municipality=place, takes_part=not left_out, reason=WHY if left_out else ""
            )
    return made


@kept
def station(cast: Cast, **changes: Any) -> PoliceStation:
    """In Herning, which it covers."""
    told = {"name": "Politistationen i Herning", "leader": "Lederen af lokalpolitiet"}
    made = PoliceStation.objects.create(district=cast.district, **told | changes)
    made.municipalities.set([place for place in cast.municipalities if place.name == "Herning"])
    return made


@kept
def unit(cast: Cast, name: str, under: OrganisationUnit | None = None, position: int = 1) -> OrganisationUnit:
    made = OrganisationUnit(district=cast.district, name=name, parent=under, position=position)
    made.save()
    return made


def typed_forum(**changes: Any) -> dict[str, Any]:
    told = {"code": "PSP", "name": "PSP-samarbejdet", "purpose": "Hjælp", "parties": "Politi og psykiatri"}
    told |= {"participants": "Socialchefen", "rhythm": "Hver måned", "responsible": "Koordinatoren"}
    return told | {"version": 1} | changes


def typed_station(cast: Cast, **changes: Any) -> dict[str, Any]:
    covered = [str(place.pk) for place in cast.municipalities if place.name in ("Herning", "Skive")]
    told = {"name": "Politistationen i Skive", "address": "7800 Skive", "leader": "Stationslederen"}
    return told | {"municipalities": covered, "version": 1} | changes


def typed_unit(**changes: Any) -> dict[str, Any]:
    """On top of the chart."""
    return {"name": "Lokalpolitiet", "parent_id": "", "version": 1} | changes


def typed_participation(cast: Cast, left_out: dict[str, str] | None = None, **changes: Any) -> dict[str, Any]:
    """All take part but those `left_out`, each for a reason."""
    reasons = left_out or {}
    told: dict[str, Any] = {"version": 1}
    for place in cast.municipalities:
        if place.name not in reasons:
            told[f"takes_part_{place.pk}"] = "on"
        told[f"reason_{place.pk}"] = reasons.get(place.name, "")
    return told | changes
