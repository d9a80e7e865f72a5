from typing import Any

from councils.minutes.publishing import may_be_public
from councils.models import Meeting
from tests.cast import Cast
from tests.councils.minutes import stages
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.rows import NOBODY, Row

Parts = dict[str, Any]


def keeps(answer: str) -> str:
    """Herning's chair gets `answer`; its members and the secretariat read, and no more."""
    return f"formand={answer} medlem=403 begge=403 sekretariat=403 *=404 {NOBODY}=404"


def today(cast: Cast) -> Parts:
    return {"pk": stages.today(cast).pk}


def held(cast: Cast) -> Parts:
    return {"pk": stages.held(cast).pk}


def written(cast: Cast) -> Parts:
    return {"pk": stages.written(cast).pk}


def a_point(cast: Cast) -> Parts:
    meeting = stages.held(cast)
    return {"pk": meeting.pk, "item_pk": meeting.agenda.get(position=1).pk}


def sent(cast: Cast) -> Parts:
    return {"pk": stages.sent(cast).pk}


def sent_point(cast: Cast) -> Parts:
    meeting = stages.sent(cast)
    return {"pk": meeting.pk, "item_pk": meeting.agenda.get(position=1).pk}


def remarked(cast: Cast) -> Parts:
    said = stages.remarked(cast)
    return {"pk": said.item.meeting_id, "remark_pk": said.pk}


def approved(cast: Cast) -> Parts:
    return {"pk": stages.approved(cast).pk}


def approved_point(cast: Cast) -> Parts:
    meeting = stages.approved(cast)
    return {"pk": meeting.pk, "item_pk": meeting.agenda.get(position=1).pk}


def closed_point(cast: Cast) -> Parts:
    meeting = stages.approved(cast)
    return {"pk": meeting.pk, "item_pk": meeting.agenda.get(is_closed=True).pk}


def everybody(cast: Cast, parts: Parts) -> Parts:
    meeting = Meeting.objects.get(pk=parts["pk"])
    return {answer.seat.key: "present" for answer in stages.attendance(meeting)}


def said(cast: Cast, parts: Parts) -> Parts:
    return stages.typed()


def words(cast: Cast, parts: Parts) -> Parts:
    return {"text": "Det var onsdag."}


def correction(cast: Cast, parts: Parts) -> Parts:
    return {"text": "Det var onsdag.", "reason": "En skrivefejl."}


def with_files(cast: Cast) -> Parts:
    return {"pk": stages.with_files(cast).pk}


def the_open_ones(cast: Cast, parts: Parts) -> Parts:
    return {"chosen": [one.pk for one in may_be_public(Meeting.objects.get(pk=parts["pk"]))]}


SITS_THERE = f"formand=200 medlem=200 begge=200 *=404 {NOBODY}=404"
READS_APPROVED = f"formand=200 medlem=200 begge=200 sekretariat=200 *=404 {NOBODY}=404"

ROWS = {
    "tell-attendance": Row(keeps("200"), f"{keeps('302')} {TYPED_IS_SENT_BACK}", today, everybody),
    "write-point": Row(keeps("200"), f"{keeps('302')} {TYPED_IS_SENT_BACK}", a_point, said),
    "minutes: under arbejde": Row(f"formand=200 *=404 {NOBODY}=404", make=held),
    "minutes: sendt": Row(SITS_THERE, make=sent),
    "minutes: godkendt": Row(READS_APPROVED, make=approved),
    "minutes-pdf": Row(SITS_THERE, make=sent),
    "send-minutes": Row(WRITE_ONLY, keeps("302"), written),
    "take-back-minutes": Row(WRITE_ONLY, keeps("302"), sent),
    "approve-minutes": Row(WRITE_ONLY, keeps("302"), sent),
    "remark-on-minutes": Row(
        SITS_THERE, f"{SITS_THERE.replace('200', '302')} {TYPED_IS_SENT_BACK}", sent_point, words
    ),
    "remark-on-minutes: et lukket punkt": Row(
        SITS_THERE, f"{SITS_THERE.replace('200', '409')} {TYPED_IS_SENT_BACK}", closed_point, words
    ),
    "answer-remark": Row(keeps("200"), f"{keeps('302')} {TYPED_IS_SENT_BACK}", remarked, words),
    "correct-minutes": Row(keeps("200"), f"{keeps('302')} {TYPED_IS_SENT_BACK}", approved_point, correction),
    "choose-public-files": Row(
        keeps("200"), f"{keeps('302')} {TYPED_IS_SENT_BACK}", with_files, the_open_ones
    ),
    "publish-minutes": Row(WRITE_ONLY, keeps("302"), approved),
}
