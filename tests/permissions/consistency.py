from typing import Any

from plans.consistency import workflow
from plans.consistency.preparing import findings_of
from plans.consistency.workflow import list_word
from plans.document.models import Plan
from tests.cast import Cast
from tests.making import a_plan, section
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import Row, secretariat


def an_old_year(cast: Cast) -> dict[str, Any]:
    """Of each kind one: to be put right in one step, to be listed, and one that may stand."""
    plan = a_plan(cast.kredsraad())
    section(plan, "Mål for 2024", body="<p>Et kredsdekkende emne. Vores task-forces hos FNT.</p>")
    [reporting] = [found.key for found in findings_of(plan) if found.code == "reporting"]
    workflow.waive(plan, reporting, "Opgaverne kommer efter mødet.", by=cast.sekretariat)
    return {"pk": plan.pk}


def a_reason(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    plan = Plan.objects.get(pk=parts["pk"])
    [key] = [found.key for found in findings_of(plan) if found.code == "past-years"]
    return {"finding": key, "reason": "Målet er fra aftalen."}


def a_waiver(cast: Cast) -> dict[str, Any]:
    parts = an_old_year(cast)
    plan, given = Plan.objects.get(**parts), a_reason(cast, parts)
    waiver = workflow.waive(plan, given["finding"], given["reason"], by=cast.sekretariat)
    return parts | {"waiver_pk": waiver.pk}


def a_district(cast: Cast) -> dict[str, Any]:
    return {"slug": cast.district.slug}


def full_lists(cast: Cast) -> dict[str, Any]:
    for kind, word, right in (("house", "exit forløb", "exitforløb"), ("abbreviation", "KSP", "")):
        list_word(cast.district, kind=kind, word=word, right=right, by=cast.sekretariat)
    return a_district(cast)


def a_listed_word(cast: Cast) -> dict[str, Any]:
    word = list_word(cast.district, kind="word", word="bandeexit", by=cast.sekretariat)
    return a_district(cast) | {"pk": word.pk}


def a_section(cast: Cast) -> dict[str, Any]:
    parts = an_old_year(cast)
    return parts | {"section_pk": Plan.objects.get(**parts).sections.get(heading="Mål for 2024").pk}


WORD = {"kind": "house", "word": "info-hus", "right": "infohus"}

ROWS = {
    "section-findings": Row(secretariat("200"), make=a_section),
    "word-lists": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", full_lists, lambda cast, parts: WORD
    ),
    "unlist-word": Row("*=405 anonym=302/405", secretariat("302"), a_listed_word),
    "list-found-word": Row(
        "*=405 anonym=302/405",
        secretariat("302"),
        an_old_year,
        lambda cast, parts: {"kind": "word", "word": "bandeexit"},
    ),
    "plan-consistency": Row(
        secretariat("200"), f"{secretariat('302')} {TYPED_IS_SENT_BACK}", an_old_year, a_reason
    ),
    "take-back-waiver": Row("*=405 anonym=302/405", secretariat("302"), a_waiver),
}
