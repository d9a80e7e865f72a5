from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from councils.agendas import workflow as agendas
from councils.attendance import workflow as attendance
from councils.models import AgendaItem, AgendaRequest, Meeting
from samarbejde.accounts.models import User
from samarbejde.attachments.receiving import received
from tests.attachments import files
from tests.cast import Cast
from tests.councils.meetings import stages
from tests.permissions.approval import TYPED_IS_SENT_BACK
from tests.permissions.rows import NOBODY, Row

Parts = dict[str, Any]

KREDSRAAD_READS = f"sekretariat=200 direktør=200 borgmester=200 stedfortræder=200 *=404 {NOBODY}=404"
HERNING_READS = f"formand=200 medlem=200 begge=200 *=404 {NOBODY}=404"


def kredsraad_calls(answer: str) -> str:
    """The secretariat and the director get `answer`; the mayors and their deputies read, and no more."""
    return f"sekretariat={answer} direktør={answer} borgmester=403 stedfortræder=403 *=404 {NOBODY}=404"


def herning_calls(answer: str, *, secretariat: str = "404") -> str:
    """The lokalråd's chair gets `answer`, its members 403; the secretariat knows of it once it is called."""
    return f"formand={answer} medlem=403 begge=403 sekretariat={secretariat} *=404 {NOBODY}=404"


def kredsraad(cast: Cast) -> Parts:
    return {"pk": cast.kredsraad().pk}


def lokalraad(cast: Cast) -> Parts:
    return {"pk": cast.lokalraad("Herning").pk}


def planned(cast: Cast) -> Parts:
    return {"pk": stages.planned(cast).pk}


def hernings(cast: Cast) -> Parts:
    return {"pk": stages.hernings(cast).pk}


def answers(cast: Cast, parts: Parts) -> Parts:
    return stages.typed()


def reason(cast: Cast, parts: Parts) -> Parts:
    return {"reason": stages.REASON}


def rules(cast: Cast, parts: Parts) -> Parts:
    return {"notice_days": "21", "approval_days": "10", "version": "1"}


def with_a_point(cast: Cast) -> Parts:
    meeting = stages.planned(cast)
    return {"pk": meeting.pk, "item_pk": stages.item(cast, meeting).pk}


def hernings_point(cast: Cast) -> Parts:
    meeting = stages.hernings(cast)
    item = stages.item(cast, meeting, by=cast.formand_herning, title="Personsag", is_closed=True)
    return {"pk": meeting.pk, "item_pk": item.pk}


def asked(cast: Cast) -> Parts:
    request = agendas.ask_for_point(cast.kredsraad(), title="Lys", text="", by=cast.borgmester("Skive"))
    return {"pk": request.council_id, "request_pk": request.pk}


def with_a_file(cast: Cast) -> Parts:
    return attached(AgendaItem.objects.get(pk=with_a_point(cast)["item_pk"]), cast.sekretariat)


def hernings_closed_file(cast: Cast) -> Parts:
    item = AgendaItem.objects.get(pk=hernings_point(cast)["item_pk"])
    parts = attached(item, cast.formand_herning)
    stages.call_straight(item.meeting)
    return parts


def attached(item: AgendaItem, by: User) -> Parts:
    added = agendas.attach_to_item(item, received("budget.pdf", files.pdf()), by=by)
    return {"pk": item.meeting_id, "item_pk": item.pk, "attachment_pk": added.pk}


def a_file(cast: Cast, parts: Parts) -> Parts:
    return {"file": SimpleUploadedFile("budget.pdf", files.pdf())}


def full_agenda(cast: Cast) -> Parts:
    asked(cast)
    parts = with_a_point(cast)
    stages.item(cast, Meeting.objects.get(pk=parts["pk"]), title="Nyt fra politiet", is_closed=True)
    return {"pk": parts["pk"]}


def called(cast: Cast) -> Parts:
    meeting = stages.called(cast)
    attendance.invite_guest(meeting, name="Skolechefen", title="", email="", by=cast.sekretariat)
    cast.borgmester("Herning")
    return {"pk": meeting.pk}


def point(cast: Cast, parts: Parts) -> Parts:
    return stages.typed_item()


def wish(cast: Cast, parts: Parts) -> Parts:
    return {"title": "Lys på stien", "text": "Den er mørk."}


def taken(cast: Cast, parts: Parts) -> Parts:
    return {"step": "take", "key": f"request:{AgendaRequest.objects.latest('pk').pk}"}


FOLLOWS_HERNING = f"formand=200 medlem=200 begge=200 sekretariat=200 *=404 {NOBODY}=404"

ROWS = {
    "meeting-calendar": Row(KREDSRAAD_READS, make=planned),
    "meetings": Row("*=200"),
    "meetings-sheet": Row("*=200", make=lambda cast: {"ending": "csv"}),
    "council-meetings-sheet": Row(KREDSRAAD_READS, make=lambda cast: kredsraad(cast) | {"ending": "csv"}),
    "council-meetings": Row(KREDSRAAD_READS, make=kredsraad),
    "council-meetings: et lokalråd": Row(FOLLOWS_HERNING, make=lokalraad),
    "plan-meeting": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", kredsraad, answers
    ),
    "plan-meeting: et lokalråd": Row(
        herning_calls("200", secretariat="403"),
        f"{herning_calls('302', secretariat='403')} {TYPED_IS_SENT_BACK}",
        lokalraad,
        answers,
    ),
    "meeting-rules": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", kredsraad, rules
    ),
    "meeting": Row(KREDSRAAD_READS, make=planned),
    "meeting: et lokalråds": Row(HERNING_READS, make=hernings),
    "edit-meeting": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", planned, answers
    ),
    "edit-meeting: et lokalråds": Row(
        herning_calls("200"), f"{herning_calls('302')} {TYPED_IS_SENT_BACK}", hernings, answers
    ),
    "cancel-meeting": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", planned, reason
    ),
    "agenda": Row(kredsraad_calls("200"), kredsraad_calls("302"), full_agenda, taken),
    "add-item": Row(kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", planned, point),
    "edit-item": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", with_a_point, point
    ),
    "edit-item: et lukket punkt i et lokalråd": Row(
        herning_calls("200"), f"{herning_calls('302')} {TYPED_IS_SENT_BACK}", hernings_point, point
    ),
    "delete-item": Row(kredsraad_calls("200"), kredsraad_calls("302"), with_a_point),
    "item-attachments": Row(kredsraad_calls("200"), kredsraad_calls("302"), with_a_point, a_file),
    "item-attachment": Row(KREDSRAAD_READS, make=with_a_file),
    "item-attachment: et lukket punkt i et lokalråd": Row(HERNING_READS, make=hernings_closed_file),
    "remove-item-attachment": Row(kredsraad_calls("200"), kredsraad_calls("302"), with_a_file),
    "ask-for-point": Row(
        KREDSRAAD_READS, f"{KREDSRAAD_READS.replace('200', '302')} {TYPED_IS_SENT_BACK}", kredsraad, wish
    ),
    "ask-for-point: et lokalråd": Row(
        f"formand=200 medlem=200 begge=200 sekretariat=403 *=404 {NOBODY}=404",
        f"formand=302 medlem=302 begge=302 sekretariat=403 *=404 {NOBODY}=404 {TYPED_IS_SENT_BACK}",
        lokalraad,
        wish,
    ),
    "decline-request": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", asked, reason
    ),
    "agenda-pdf": Row(KREDSRAAD_READS, make=called),
}
