from typing import TYPE_CHECKING

from django.db.models import Model

from samarbejde.events.models import Event

if TYPE_CHECKING:
    from samarbejde.accounts.models import User


def record(
    verb: str,
    text: str,
    *,
    by: "User | None",
    subject: Model,
    within: Model | None = None,
    internal: bool = False,
) -> Event:
    """Write down one act, e.g. `record("proposal.submitted", "Forslaget blev indsendt", …)`.

    `within` is the larger thing whose timeline shows it too; `by=None` is the system itself.
    """
    return Event.objects.create(
        verb=verb,
        text=text,
        actor=by,
        actor_name=str(by) if by is not None else "Systemet",
        subject=subject,
        within=within,
        internal=internal,
    )
