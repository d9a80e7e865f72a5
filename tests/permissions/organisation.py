from typing import Any

from councils.models import Forum, OrganisationUnit, PoliceStation
from tests.cast import Cast
from tests.councils.organisation import stages
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import DISTRICT_READS, Row, secretariat

Parts = dict[str, Any]


def district(cast: Cast) -> Parts:
    return {"slug": cast.district.slug}


def filled(cast: Cast) -> Parts:
    stages.forum(cast)
    stages.station(cast)
    stages.unit(cast, "Lokalpolitiet")
    return district(cast)


def csv(cast: Cast) -> Parts:
    return filled(cast) | {"ending": "csv"}


def forum(cast: Cast) -> Parts:
    return district(cast) | {"pk": stages.forum(cast).pk}


def station(cast: Cast) -> Parts:
    return district(cast) | {"pk": stages.station(cast).pk}


def unit(cast: Cast) -> Parts:
    return district(cast) | {"pk": stages.unit(cast, "Lokalpolitiet").pk}


def deleted_unit(cast: Cast) -> Parts:
    gone = stages.unit(cast, "Lokalpolitiet")
    parts = district(cast) | {"pk": gone.pk}
    gone.delete()
    return parts


def unit_elsewhere(cast: Cast) -> Parts:
    other = OrganisationUnit.objects.create(district=cast.other_district, name="Lokalpolitiet")
    return district(cast) | {"pk": other.pk}


def forum_elsewhere(cast: Cast) -> Parts:
    other = Forum.objects.create(district=cast.other_district, name="SSP-samarbejdet")
    return district(cast) | {"pk": other.pk}


def station_elsewhere(cast: Cast) -> Parts:
    other = PoliceStation.objects.create(district=cast.other_district, name="Politistationen i Odense")
    return district(cast) | {"pk": other.pk}


def of_forum(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_forum(name="Et andet forum")


def moved(cast: Cast, parts: Parts) -> Parts:
    return {"step": "down"}


def of_station(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_station(cast, name="En anden station")


def of_unit(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_unit(name="En anden enhed")


def who_takes_part(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_participation(cast)


WRITES = f"{secretariat('302')} {TYPED_IS_SENT_BACK}"
NOTHING = "sekretariat=404 *=403 fremmed=404 ingen=404"
ROWS = {
    "organisation": Row(DISTRICT_READS, make=filled),
    "forums": Row(DISTRICT_READS, make=filled),
    "forums-sheet": Row(DISTRICT_READS, make=csv),
    "forum": Row(DISTRICT_READS, make=forum),
    "forum: i en anden kreds": Row("*=404", make=forum_elsewhere),
    "add-forum": Row(secretariat("200"), WRITES, district, of_forum),
    "edit-forum": Row(secretariat("200"), WRITES, forum, of_forum),
    "edit-forum: i en anden kreds": Row(
        NOTHING, f"{NOTHING} {TYPED_IS_SENT_BACK}", forum_elsewhere, of_forum
    ),
    "say-who-takes-part": Row(secretariat("200"), WRITES, forum, who_takes_part),
    "move-forum": Row("*=405", secretariat("302"), forum, moved),
    "delete-forum": Row(secretariat("200"), secretariat("302"), forum),
    "stations": Row(DISTRICT_READS, make=filled),
    "stations-sheet": Row(DISTRICT_READS, make=csv),
    "add-station": Row(secretariat("200"), WRITES, district, of_station),
    "edit-station": Row(secretariat("200"), WRITES, station, of_station),
    "edit-station: i en anden kreds": Row(
        NOTHING, f"{NOTHING} {TYPED_IS_SENT_BACK}", station_elsewhere, of_station
    ),
    "delete-station": Row(secretariat("200"), secretariat("302"), station),
    "units": Row(DISTRICT_READS, make=filled),
    "units-sheet": Row(DISTRICT_READS, make=csv),
    "add-unit": Row(secretariat("200"), WRITES, district, of_unit),
    "edit-unit": Row(secretariat("200"), WRITES, unit, of_unit),
    "edit-unit: i en anden kreds": Row(NOTHING, f"{NOTHING} {TYPED_IS_SENT_BACK}", unit_elsewhere, of_unit),
    "move-unit": Row("*=405", secretariat("302"), unit, moved),
    "delete-unit": Row(secretariat("200"), secretariat("302"), unit),
    "restore-unit": Row("*=405", secretariat("302"), deleted_unit),
}
