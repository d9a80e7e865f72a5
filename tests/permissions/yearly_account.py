"""The secretariat writes, the director reads along, the kredsråd reads what is presented."""

from typing import Any

from tests.cast import Cast
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import NOBODY, Row
from tests.plans.yearly_account import stages

Parts = dict[str, Any]
NOT_THEIRS = f"*=404 {NOBODY}=404"


def drafting(answer: str) -> str:
    """The secretariat gets `answer`, the director 403; nobody else knows of a draft."""
    return f"sekretariat={answer} direktør=403 {NOT_THEIRS}"


def presenting(answer: str) -> str:
    return f"sekretariat={answer} direktør=403 borgmester=403 stedfortræder=403 {NOT_THEIRS}"


KREDSRAAD = f"sekretariat=200 direktør=200 borgmester=200 stedfortræder=200 {NOT_THEIRS}"


def kredsraad(cast: Cast) -> Parts:
    return {"pk": cast.kredsraad().pk}


def draft(cast: Cast) -> Parts:
    return {"pk": stages.draft(cast).pk}


def presented(cast: Cast) -> Parts:
    return {"pk": stages.presented(cast).pk}


def a_part(cast: Cast) -> Parts:
    account = stages.draft(cast)
    return {"pk": account.pk, "part_pk": stages.part(account).pk}


def an_edited_part(cast: Cast) -> Parts:
    account = stages.draft(cast)
    return {"pk": account.pk, "part_pk": stages.edited(cast, account, "ahead", "<p>Nyt.</p>").pk}


def words(cast: Cast, parts: Parts) -> Parts:
    return {"heading": "Det kommende år", "body": "<p>Vi går videre.</p>", "version": 1}


def today(cast: Cast, parts: Parts) -> Parts:
    return {"presented_on": f"14-1-{stages.YEAR}"}


def reason(cast: Cast, parts: Parts) -> Parts:
    return {"reason": stages.REASON}


ROWS = {
    "yearly-accounts": Row(KREDSRAAD, make=kredsraad),
    "make-yearly-account": Row(
        WRITE_ONLY, presenting("302"), make=lambda cast: kredsraad(cast) | {"year": stages.YEAR}
    ),
    "yearly-account": Row(f"sekretariat=200 direktør=200 {NOT_THEIRS}", make=draft),
    "yearly-account: forelagt": Row(KREDSRAAD, make=presented),
    "yearly-account-pdf": Row(KREDSRAAD, make=presented),
    "yearly-account-word": Row(f"sekretariat=200 direktør=200 {NOT_THEIRS}", make=draft),
    "yearly-account-word: forelagt": Row("*=404", make=presented),
    "yearly-account-sheet": Row(KREDSRAAD, make=lambda cast: presented(cast) | {"ending": "xlsx"}),
    "yearly-account-sheet: kladde": Row(
        f"sekretariat=200 direktør=200 {NOT_THEIRS}", make=lambda cast: draft(cast) | {"ending": "csv"}
    ),
    "yearly-accounts-sheet": Row(KREDSRAAD, make=lambda cast: kredsraad(cast) | {"ending": "csv"}),
    "refresh-yearly-account": Row(WRITE_ONLY, drafting("302"), make=draft),
    "present-yearly-account": Row(drafting("200"), f"{drafting('302')} {TYPED_IS_SENT_BACK}", draft, today),
    "present-yearly-account: forelagt": Row(
        presenting("200"), f"{presenting('409')} {TYPED_IS_SENT_BACK}", presented, today
    ),
    "take-back-yearly-account": Row(
        presenting("200"), f"{presenting('302')} {TYPED_IS_SENT_BACK}", presented, reason
    ),
    "edit-account-part": Row(drafting("200"), f"{drafting('302')} {TYPED_IS_SENT_BACK}", a_part, words),
    "use-account-draft": Row(drafting("200"), drafting("302"), an_edited_part),
}
