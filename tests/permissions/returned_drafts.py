"""Whoever is heard sends their own body's draft back, and the secretariat anybody's."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from plans.consultation.bodies import body_of
from plans.returned_drafts.forms import name_of
from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import NOT_MINE, Row
from tests.plans.consultation.stages import seat
from tests.plans.returned_drafts import stages

Parts = dict[str, Any]


def heard(cast: Cast) -> Parts:
    return {"pk": stages.heard(cast).plan.pk}


def hernings(cast: Cast) -> str:
    return name_of(body_of(seat(cast.formand_herning)).key)


def a_file(cast: Cast, parts: Parts) -> Parts:
    word = stages.again(parts["pk"]).in_word()
    word.replace("Slut", "Slut", "Til sidst")
    return {"body": hernings(cast), "document": SimpleUploadedFile("svar.docx", word.bytes())}


def returned(cast: Cast) -> Parts:
    found = stages.heard(cast)
    word = found.in_word()
    word.replace("Slut", "Slut", "Til sidst")
    return {"pk": found.plan.pk, "draft_pk": found.returned(word, cast.formand_herning).pk}


def remark(cast: Cast, parts: Parts) -> Parts:
    return {"text": "Se vores rettelser.", "version": 0}


SPEAK = f"medlem=403 stedfortræder=403 *=200 {NOT_MINE}"
HERNINGS = f"sekretariat={{0}} formand={{0}} *=403 {NOT_MINE}"

ROWS = {
    "return-draft": Row(
        SPEAK, f"sekretariat=302 formand=302 medlem=403 stedfortræder=403 *=422 {NOT_MINE}", heard, a_file
    ),
    "returned-draft": Row(
        HERNINGS.format(200), f"{HERNINGS.format(302)} {TYPED_IS_SENT_BACK}", returned, remark
    ),
    "returned-file": Row(HERNINGS.format(200), make=returned),
    "delete-returned-draft": Row(WRITE_ONLY, HERNINGS.format(302), returned),
}
