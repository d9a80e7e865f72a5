from councils.models import Meeting
from tests.cast import Cast
from tests.councils.meetings import stages
from tests.permissions.approval import TYPED_IS_SENT_BACK, WRITE_ONLY
from tests.permissions.meetings import Parts, called, kredsraad_calls, with_a_point
from tests.permissions.rows import NOBODY, Row


def with_a_guest(cast: Cast) -> Parts:
    parts = called(cast)
    return parts | {"guest_pk": Meeting.objects.get(pk=parts["pk"]).guests.get().pk}


def one_point(cast: Cast) -> Parts:
    return {"pk": with_a_point(cast)["pk"]}


def overdue(cast: Cast) -> Parts:
    meeting = stages.planned(cast, held_on=stages.in_days(3))
    stages.item(cast, meeting)
    return {"pk": meeting.pk}


def guest(cast: Cast, parts: Parts) -> Parts:
    return {"name": "Brandchefen", "title": "Beredskabschef", "email": "brandchef@example.org"}


def does_not_come(cast: Cast, parts: Parts) -> Parts:
    return {"answer": "nobody", "stand_in": ""}


def late(cast: Cast, parts: Parts) -> Parts:
    return {"late_reason": "Sagen haster."}


ROWS = {
    "call-meeting": Row(kredsraad_calls("200"), f"{kredsraad_calls('302')} anonym=401", one_point, late),
    "call-meeting: efter fristen": Row(
        kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", overdue, late
    ),
    "send-agenda": Row(WRITE_ONLY, kredsraad_calls("302"), called),
    "guests": Row(kredsraad_calls("200"), f"{kredsraad_calls('302')} {TYPED_IS_SENT_BACK}", called, guest),
    "remove-guest": Row(WRITE_ONLY, kredsraad_calls("302"), with_a_guest),
    "apologise": Row(
        f"sekretariat=403 direktør=200 borgmester=200 stedfortræder=403 *=404 {NOBODY}=404",
        "sekretariat=403 direktør=302 borgmester=302 stedfortræder=403 "
        f"*=404 {NOBODY}=404 {TYPED_IS_SENT_BACK}",
        called,
        does_not_come,
    ),
}
