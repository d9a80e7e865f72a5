"""Two people have opened a partner's link: what one has saved, beside what the other typed."""

from plans.consultation.bodies import Body
from plans.consultation.reading import reply_of
from plans.partners.models import PartnerInvitation
from samarbejde.forms.attempts import Attempt
from samarbejde.forms.conflict import Conflict, part
from samarbejde.forms.resending import retyped
from samarbejde.transitions import Stale


def words_of(invitation: PartnerInvitation) -> str:
    """What the partner has written so far: its draft, or what it has sent."""
    body = Body(None, None, invitation.partner)
    return invitation.draft or str(reply_of(invitation.consultation, body) or "")


def overtaken(attempt: Attempt) -> Conflict | None:
    """The form is made ready to be sent over what stands.

    A partner's answer has no history to join from: who wrote which word there is nobody's to know.
    """
    stale, form = attempt.refusal, attempt.form
    if not isinstance(stale, Stale) or form is None:
        return None
    current = stale.current
    retyped(form, version=current.version)
    field, typed = form["text"], form.cleaned_data["text"]
    stands = words_of(current)
    return Conflict(
        heading="Svaret er gemt i et andet vindue, mens I skrev",
        text="Det, du skrev, står i feltet herunder. Skriv ind, hvad der skal med fra det andet vindue, "
        "og gem igen.",
        who=str(current.partner),
        at=current.saved_at,
        theirs=[part(field, typed, stands)],
        mine=[part(field, typed, typed)],
    )
