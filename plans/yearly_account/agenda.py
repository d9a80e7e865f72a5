"""The account that the director is to give the kredsråd."""

from collections.abc import Iterator

from django.db.models import CharField, OuterRef, Value
from django.db.models.functions import Cast, Concat

from councils.agendas.sources import Waiting, talked_of
from councils.models import CouncilKind, Meeting
from plans.proposals.counting import number_of
from plans.yearly_account.models import AccountState, YearlyAccount


def accounts_to_present(meeting: Meeting) -> Iterator[Waiting]:
    """`settings.AGENDA_SOURCES`: each that is begun, until it is presented; again, when it is taken back.

    A meeting that talked of it without getting it leaves it waiting for the next. One query.
    """
    if meeting.council.kind != CouncilKind.DISTRICT:
        return
    drafts = YearlyAccount.objects.filter(council=meeting.council_id, state=AccountState.DRAFT)
    due = drafts.filter(year__lte=meeting.held_on.year).order_by("year")
    own_key = Concat(Value("yearly-account:"), Cast(OuterRef("pk"), CharField()), output_field=CharField())
    for account in due.annotate(times=number_of(talked_of(meeting, own_key))):
        again = f":{account.times}" if account.times else ""
        yield Waiting(
            key=f"yearly-account:{account.pk}{again}",
            kind="Årlig redegørelse",
            title=str(account),
            text="Politidirektøren gør rede for året (retsplejelovens § 112).",
        )
