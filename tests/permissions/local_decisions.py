"""A lokalråd's members and the secretariat read what is decided; its chair writes it."""

from typing import Any

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import NOBODY, Row, secretariat
from tests.plans.local_decisions import stages

Parts = dict[str, Any]
NOT_THEIRS = f"*=404 {NOBODY}=404"


def decides(answer: str) -> str:
    return f"formand={answer} medlem=403 begge=403 sekretariat=403 {NOT_THEIRS}"


def follows(answer: str) -> str:
    return f"formand={answer} medlem={answer} begge={answer} sekretariat={answer} {NOT_THEIRS}"


def an_area(cast: Cast) -> Parts:
    return {"pk": cast.lokalraad("Herning").pk, "year": stages.YEAR, "area_pk": stages.area(cast).pk}


def a_topic(cast: Cast) -> Parts:
    return {"pk": cast.lokalraad("Herning").pk, "year": stages.YEAR, "lineage": stages.topic(cast).lineage}


def decision(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_decision()


def change(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_change()


def decided(cast: Cast) -> Parts:
    return {"pk": stages.decided(cast).council_id, "year": stages.YEAR}


def lokalraad(cast: Cast) -> Parts:
    return {"pk": cast.lokalraad("Herning").pk}


def overview(cast: Cast) -> Parts:
    stages.decided(cast)
    return {"slug": cast.district.slug, "year": stages.YEAR}


ROWS = {
    "own-local-decisions": Row(follows("302"), make=lokalraad),
    "local-decisions": Row(follows("200"), make=decided),
    "decide-on-area": Row(decides("200"), f"{decides('302')} {TYPED_IS_SENT_BACK}", an_area, decision),
    "change-topic": Row(decides("200"), f"{decides('302')} {TYPED_IS_SENT_BACK}", a_topic, change),
    "district-decisions": Row(secretariat("200"), make=overview),
    "district-decisions-sheet": Row(secretariat("200"), make=lambda cast: overview(cast) | {"ending": "csv"}),
}
