from typing import Any

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import Row, secretariat
from tests.plans.approvers import stages

Parts = dict[str, Any]


def district(cast: Cast) -> Parts:
    return {"slug": cast.district.slug}


def herning(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "place": "herning"}


def odense(cast: Cast) -> Parts:
    return {"slug": cast.district.slug, "place": "odense"}


def its_own(cast: Cast) -> Parts:
    stages.chosen(cast, "Herning")
    return herning(cast)


def posts(cast: Cast, parts: Parts) -> Parts:
    return stages.TYPED | {"version": "0"}


WRITES = f"{secretariat('302')} {TYPED_IS_SENT_BACK}"

ROWS = {
    "approval-rules": Row(secretariat("200"), make=district),
    "edit-approval-rules": Row(secretariat("200"), WRITES, district, posts),
    "edit-approvers-of-place": Row(secretariat("200"), WRITES, herning, posts),
    "edit-approvers-of-place: en anden kreds": Row(
        secretariat("404"), f"{secretariat('404')} {TYPED_IS_SENT_BACK}", odense, posts
    ),
    "follow-the-district": Row(WRITE_ONLY, f"{secretariat('302')} {TYPED_IS_SENT_BACK}", its_own),
}
