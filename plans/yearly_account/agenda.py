"""The account that the director is to give the kredsråd."""

from collections.abc import Iterator

from councils.meetings.agenda_sources import Waiting
from councils.models import CouncilKind, Meeting
from plans.yearly_account.models import AccountState, YearlyAccount


def accounts_to_present(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: each that is begun, until it is presented."""
    if meeting.council.kind != CouncilKind.DISTRICT:
        return
    drafts = YearlyAccount.objects.filter(council=meeting.council_id, state=AccountState.DRAFT)
    for account in drafts.filter(year__lte=meeting.held_on.year).order_by("year"):
        yield Waiting(
            key=f"yearly-account:{account.pk}",
            kind="Årlig redegørelse",
            title=str(account),
            text="Politidirektøren gør rede for året (retsplejelovens § 112).",
        )
