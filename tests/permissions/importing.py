from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from plans.importing.blocks.corrections import ReadAs
from plans.importing.findings.questions import NO
from plans.importing.likeness import letters
from plans.importing.models import ImportedDocument
from tests.cast import Cast
from tests.permissions.rows import Row, secretariat
from tests.plans.importing.test_pages import TEXT_OF_WEST


def a_document(cast: Cast) -> dict[str, Any]:
    document = ImportedDocument.objects.create(
        district=cast.district,
        year=2024,
        name="samarbejdsplan_2024_endelig_udgave_til_underskrift.md",
        content=TEXT_OF_WEST.encode(),
        uploaded_by=cast.sekretariat,
    )
    return {"pk": document.pk}


def a_correction(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    return {"seen": "{}", "3": ReadAs.DROPPED}


def an_answer(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    question = letters("samme Hjælp til unge uden venner Støtte til ensomme unge")
    return {"question": question, "choice": NO}


def one_on_the_list(cast: Cast) -> dict[str, Any]:
    a_document(cast)
    return {}


def a_file(cast: Cast, parts: dict[str, Any]) -> dict[str, Any]:
    document = SimpleUploadedFile("plan.md", TEXT_OF_WEST.encode())
    return {"district": cast.district.pk, "year": 2024, "document": document}


ROWS = {
    "import-plan": Row(
        "sekretariat=200 fremmed=200 *=403",
        "sekretariat=302 fremmed=422 *=403",
        one_on_the_list,
        data=a_file,
    ),
    "preview-import": Row(secretariat("200"), secretariat("302"), a_document),
    "correct-import": Row(secretariat("200"), secretariat("302"), a_document, data=a_correction),
    "answer-import": Row("*=405", secretariat("302"), a_document, data=an_answer),
    "delete-import": Row(secretariat("200"), secretariat("302"), a_document),
}
