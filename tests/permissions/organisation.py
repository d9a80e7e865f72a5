from typing import Any

from councils.models import Forum, PoliceStation
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
    return district(cast)


def csv(cast: Cast) -> Parts:
    return filled(cast) | {"ending": "csv"}


def forum(cast: Cast) -> Parts:
    return district(cast) | {"pk": stages.forum(cast).pk}


def station(cast: Cast) -> Parts:
    return district(cast) | {"pk": stages.station(cast).pk}


def forum_elsewhere(cast: Cast) -> Parts:
    other = Forum.objects.create(district=cast.other_district, name="SSP-samarbejdet")
    return district(cast) | {"pk": other.pk}


def station_elsewhere(cast: Cast) -> Parts:
    other = PoliceStation.objects.create(district=cast.other_district, name="Politistationen i Odense")
    return district(cast) | {"pk": other.pk}


def of_forum(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_forum(name="Et andet forum")


def of_station(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_station(cast, name="En anden station")


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
    "delete-forum": Row(secretariat("200"), secretariat("302"), forum),
    "stations": Row(DISTRICT_READS, make=filled),
    "stations-sheet": Row(DISTRICT_READS, make=csv),
    "add-station": Row(secretariat("200"), WRITES, district, of_station),
    "edit-station": Row(secretariat("200"), WRITES, station, of_station),
    "edit-station: i en anden kreds": Row(
        NOTHING, f"{NOTHING} {TYPED_IS_SENT_BACK}", station_elsewhere, of_station
    ),
    "delete-station": Row(secretariat("200"), secretariat("302"), station),
}
