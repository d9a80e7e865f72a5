"""Those who write a plan add pictures to it; those who read its draft see them."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import Cast
from tests.making import a_plan
from tests.permissions.drafting import WRITE_ONLY
from tests.permissions.rows import DISTRICT_READS, Row, secretariat
from tests.plans.pictures.making import kept, sent

Parts = dict[str, Any]


def a_draft(cast: Cast) -> Parts:
    return {"pk": a_plan(cast.kredsraad()).pk}


def with_a_picture(cast: Cast) -> Parts:
    plan = a_plan(cast.kredsraad())
    return {"pk": plan.pk, "name": kept(plan, cast.sekretariat).name}


def a_file(cast: Cast, parts: Parts) -> Parts:
    return {"file": SimpleUploadedFile("billede.png", sent(), "image/png")}


ROWS = {
    "add-picture": Row(WRITE_ONLY, secretariat("201"), a_draft, a_file),
    "draft-picture": Row(DISTRICT_READS, "*=405 anonym=302/405", with_a_picture),
}
