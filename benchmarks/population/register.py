"""What a plan's lists are filled from: forums, listed areas, figures, stations, the organisation."""

from datetime import date

from councils.models import (
    Figure,
    Forum,
    ForumParticipation,
    Municipality,
    OrganisationUnit,
    PoliceDistrict,
    PoliceStation,
    PreventionArea,
)

FORUMS = ("SSP", "PSP", "KSP", "Bevillingsnævn", "Konfliktråd", "Ungesamråd", "Beredskabsstab")
TABLES = ("Borgere og areal", "Anmeldelser", "Politiets folk")


def fill_register(district: PoliceDistrict, first_year: int, last_year: int) -> None:
    places = list(district.municipalities.all())
    _forums(district, places)
    PreventionArea.objects.bulk_create(
        PreventionArea(municipality=place, name=f"{name} i {place}", from_year=first_year)
        for place in places
        for name in ("Nordparken", "Sydbyen")
    )
    Figure.objects.bulk_create(
        Figure(
            district=district,
            table=table,
            row=str(place),
            position=position,
            value=position * 1_234,
            year=year,
            source="Danmarks Statistik",
            as_of=date(year - 1, 7, 1),
        )
        for year in range(first_year, last_year + 1)
        for table in TABLES
        for position, place in enumerate(places)
    )
    PoliceStation.objects.bulk_create(PoliceStation(district=district, name=f"{place}") for place in places)
    top = OrganisationUnit.objects.create(district=district, name="Politidirektøren")
    OrganisationUnit.objects.bulk_create(
        OrganisationUnit(district=district, parent=top, name=f"Afdeling {n}", position=n) for n in range(12)
    )


def _forums(district: PoliceDistrict, places: list[Municipality]) -> None:
    forums = Forum.objects.bulk_create(
        Forum(district=district, code=name[:3], name=name, purpose="At mødes om det, der haster.", position=n)
        for n, name in enumerate(FORUMS)
    )
    ForumParticipation.objects.bulk_create(
        ForumParticipation(forum=forum, municipality=place) for forum in forums for place in places
    )
