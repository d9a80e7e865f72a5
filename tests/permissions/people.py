from typing import Any

from tests.cast import Cast
from tests.councils.people import stages
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import Row, secretariat

Parts = dict[str, Any]


def district(cast: Cast) -> Parts:
    assert cast.naestformand
    assert cast.borgmestre
    return {"slug": cast.district.slug}


def herning(cast: Cast) -> Parts:
    assert cast.formand_herning
    return {"slug": cast.district.slug, "pk": cast.lokalraad("Herning").pk}


def rules(cast: Cast, parts: Parts) -> Parts:
    return {"most_civil": "4", "civil_years": "2", "version": 1}


def mayor(cast: Cast) -> Parts:
    assert cast.borgmester("Herning")
    return {"slug": cast.district.slug, "pk": cast.kredsraad().pk, "key": "medlem-herning"}


def odense(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "pk": cast.lokalraad("Odense").pk, "key": "formand"}


def newcomer(cast: Cast, parts: Parts) -> Parts:
    return stages.typed()


def a_term(cast: Cast) -> Parts:
    assert cast.formand_herning
    return {"slug": cast.district.slug, "pk": cast.medlem_herning.memberships.get().pk}


def a_coming_term(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "pk": stages.appointed(cast, first_day=stages.in_days(40)).pk}


def own_term(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "pk": cast.sekretariat.memberships.get().pk}


def kredsraad(cast: Cast) -> Parts:
    assert cast.borgmester("Herning")
    return {"slug": cast.district.slug, "pk": cast.kredsraad().pk}


def last_day(cast: Cast, parts: Parts) -> Parts:
    return {"last_day": f"{stages.in_days(0):%d-%m-%Y}"}


def elected(cast: Cast, parts: Parts) -> Parts:
    mayor = cast.borgmester("Herning").memberships.get()
    return {"mayor": mayor.pk, "first_day": f"{stages.in_days(0):%d-%m-%Y}"}


NOTHING = "sekretariat=404 *=403 fremmed=404 ingen=404"
ROWS = {
    "people": Row(secretariat("200"), make=district),
    "people-sheet": Row(secretariat("200"), make=lambda cast: district(cast) | {"ending": "csv"}),
    "seat-rules": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", district, rules),
    "council-people": Row(secretariat("200"), make=herning),
    "appoint": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", mayor, newcomer),
    "appoint: et råd i en anden kreds": Row(NOTHING, f"{NOTHING} {TYPED_IS_SENT_BACK}", odense, newcomer),
    "elect-vice-chair": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", kredsraad, elected
    ),
    "leave": Row(secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", a_term, last_day),
    "leave: sekretariatets egen": Row(
        secretariat("403"), f"{secretariat('403')} {TYPED_IS_SENT_BACK}", own_term, last_day
    ),
    "call-off": Row(secretariat("200"), secretariat("302"), a_coming_term),
    "invite-holder": Row(WRITE_ONLY, secretariat("302"), a_term),
}
