"""The fields that several letters of a meeting have, each with an example."""

from councils.meetings.models import Meeting
from samarbejde.danish import date_text
from samarbejde.site.addresses import web_address

MEETING_FIELDS = {
    "råd": "Kredsrådet i Fyn",
    "dato": "3. marts 2027",
    "tidspunkt": "3. marts 2027 kl. 10.00–12.00",
    "tid_og_sted": "Tid: 3. marts 2027 kl. 10.00–12.00\nSted: Rådhuset i Odense",
}
LINK_FIELD = {"link": "https://samarbejde.example/arbejdsbord/moeder/12/"}
_LOOK = "Se mødet her:"


def meeting_values(meeting: Meeting) -> dict[str, str]:
    return {
        "råd": str(meeting.council),
        "dato": date_text(meeting.held_on),
        "tidspunkt": meeting.when,
        "tid_og_sted": _when_and_where(meeting),
    }


def link_value(meeting: Meeting) -> dict[str, str]:
    return {"link": web_address("meeting", meeting.pk)}


def what_now(meeting: Meeting, answer: str = "") -> dict[str, str]:
    """Where the reader goes now: to say whether they come, in the words `answer`, or to the meeting."""
    if answer:
        return {"hvad_nu": answer, "link": web_address("apologise", meeting.pk)}
    return {"hvad_nu": _LOOK} | link_value(meeting)


def _when_and_where(meeting: Meeting) -> str:
    return "\n".join(
        filter(
            None,
            [
                f"Tid: {meeting.when}",
                f"Sted: {meeting.place}" if meeting.place else "",
                f"Link: {meeting.link}" if meeting.link else "",
            ],
        )
    )
