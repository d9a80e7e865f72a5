from typing import Any

from plans.consistency.preparing import findings_of
from plans.document.models import MultiYearAgreement, Plan
from plans.replacing import workflow
from plans.replacing.finding import found
from samarbejde.text.rich_text_replacing import Sought
from tests.cast import Cast
from tests.making import a_plan, section
from tests.permissions.rows import Row, secretariat

TYPED_IS_SENT_BACK = "anonym=401"
SOUGHT = Sought("beredskab")


def draft(cast: Cast) -> dict[str, Any]:
    return {"pk": a_plan(cast.kredsraad()).pk}


def places(plan: Plan) -> list[str]:
    return [place.key for text in found(plan, SOUGHT) for place in text.places]


def all_places(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    plan = Plan.objects.get(pk=parts["pk"])
    return {"q": SOUGHT.words, "put": "parathed", "place": places(plan)}


def a_replacement(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    done = workflow.replace(plan, SOUGHT, "parathed", chosen=places(plan), by=cast.sekretariat)
    return {"pk": plan.pk, "replacement_pk": done.pk}


def a_wrong_word(cast: Cast) -> dict[str, Any]:
    plan = a_plan(cast.kredsraad())
    section(plan, "Emner", body="<p>Et kredsdekkende emne.</p>")
    return {"pk": plan.pk}


def its_mend(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    [finding] = [one for one in findings_of(Plan.objects.get(**parts)) if one.code == "house-words"]
    return {"finding": finding.key, "seen": finding.replacement.seen}


def an_old_name(cast: Cast) -> dict[str, Any]:
    agreed = {"district": cast.district, "from_year": 2024, "to_year": 2027}
    agreement = MultiYearAgreement.objects.create(name="Politiforliget", **agreed)
    agreement.name = "Flerårsaftalen"
    agreement.save()
    plan = a_plan(cast.kredsraad())
    section(plan, "Rammen", body="<p>Politiforliget sætter rammen.</p>")
    return {"pk": plan.pk}


ROWS = {
    "outdated-values": Row(secretariat("200"), make=an_old_name),
    "find-and-replace": Row(
        secretariat("200"),
        f"{secretariat('302')} {TYPED_IS_SENT_BACK}",
        draft,
        all_places,
        query="?q=beredskab&put=parathed",
    ),
    "mend-finding": Row("*=405 anonym=302/405", secretariat("302"), a_wrong_word, its_mend),
    "undo-replacement": Row("*=405 anonym=302/405", secretariat("302"), a_replacement),
}
